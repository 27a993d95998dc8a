import { ArrowRightOutlined, DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Empty } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemRow } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { useCall } from '../../app/queries.ts';
import { useApp } from '../../app/store.ts';
import { useJob } from '../../app/use-job.ts';
import { JobState } from '../../ui/JobState.tsx';
import { useAct } from '../../ui/use-act.ts';
import { ProblemDetail } from './ProblemDetail.tsx';
import { ProblemFacets } from './ProblemFacets.tsx';
import { ProblemList } from './ProblemList.tsx';
import { Readiness } from './Readiness.tsx';
import '../../ui/cards.css';
import './validate.css';

/** Step 3: what could not be read, cell by cell; corrections lie over the original, gaps go out and come back as a list. */
export function Validate(): ReactElement {
  const { t } = useTranslation();
  const { act } = useAct();
  const go = useApp((state) => state.go);
  const files = useCall('files.list', {});
  const [problem, setProblem] = useState<ProblemRow | null>(null);
  const job = useJob('gaps');
  /** The list that was begun here; what came of it stays in view until one leaves the screen. */
  const [begun, setBegun] = useState<{ readonly job: string; readonly out: boolean } | null>(null);
  const exportGaps = async (): Promise<void> => {
    const path = await call('dialog.saveReport', { name: t('validate.gapsFile') });
    if (path !== null) setBegun({ ...(await call('gaps.export', { path })), out: true });
  };
  const importGaps = async (): Promise<void> => {
    const [path] = await call('dialog.openFiles', {});
    if (path !== undefined) setBegun({ ...(await call('gaps.import', { path })), out: false });
  };

  if (files.data?.length === 0) {
    return (
      <Empty className="screen-empty" description={t('validate.noFiles')}>
        <Button
          type="primary"
          onClick={() => {
            go('import');
          }}
        >
          {t('validate.toImport')}
        </Button>
      </Empty>
    );
  }
  return (
    <div className="validate">
      <header className="validate-head">
        <Readiness />
        <div className="validate-acts">
          <Button
            icon={<DownloadOutlined />}
            disabled={job?.state === 'running'}
            onClick={() => {
              void act(exportGaps);
            }}
          >
            {t('validate.exportGaps')}
          </Button>
          <Button
            icon={<UploadOutlined />}
            disabled={job?.state === 'running'}
            onClick={() => {
              void act(importGaps);
            }}
          >
            {t('validate.importGaps')}
          </Button>
        </div>
        {job && (job.state === 'running' || job.job === begun?.job) ? (
          <div className="validate-job">
            <JobState
              job={job}
              running={begun?.out === false ? t('validate.importing') : t('validate.exporting')}
              done={begun?.out === false ? t('validate.imported') : t('validate.exported')}
            />
          </div>
        ) : null}
      </header>
      <ProblemFacets />
      <ProblemList onCurrent={setProblem} />
      <ProblemDetail key={problem?.id ?? 'none'} problem={problem} />
      <footer className="validate-foot">
        <span className="secondary">{t('validate.correctionHint')}</span>
        <span className="grow" />
        <Button
          type="primary"
          onClick={() => {
            go('run');
          }}
        >
          {t('validate.next')} <ArrowRightOutlined aria-hidden="true" />
        </Button>
      </footer>
    </div>
  );
}
