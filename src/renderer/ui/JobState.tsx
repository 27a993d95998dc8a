import { CheckCircleOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords, type ErrorCode } from '../../contract/errors.ts';
import type { JobEvent } from '../../contract/model.ts';
import { call, CallError } from '../app/api.ts';
import { pick } from '../i18n/index.ts';
import { ErrorPanel } from './ErrorPanel.tsx';
import './job-state.css';

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorWords, code);

interface Props {
  readonly job: JobEvent;
  /** What is being done. */
  readonly running: string;
  /** Said when it is done, before what the job itself says. */
  readonly done: string;
  /** More about what was done. */
  readonly children?: ReactNode;
}

/** A job from its start to its end: how far it is, with a way to stop it; then what came of it. */
export function JobState({ job, running, done, children }: Props): ReactElement {
  const { t } = useTranslation();
  if (job.state === 'running') {
    return (
      <div className="block job-state" role="status">
        <strong>{running}</strong> {pick(job.words)}
        <Progress
          percent={job.total === null || job.total === 0 ? 0 : Math.floor((100 * job.done) / job.total)}
          status="active"
          aria-label={running}
        />
        <Button onClick={() => void call('job.cancel', { job: job.job })}>{t('common.cancel')}</Button>
      </div>
    );
  }
  if (job.state === 'done') {
    return (
      <div className="block job-state job-done" role="status">
        <p>
          <CheckCircleOutlined aria-hidden="true" /> <strong>{done}</strong> {pick(job.words)}
        </p>
        {children}
      </div>
    );
  }
  const code = job.error !== null && isErrorCode(job.error) ? job.error : 'E_INTERNAL';
  return <ErrorPanel error={new CallError(code, '')} />;
}
