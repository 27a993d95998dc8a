import { PlayCircleOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import type { TFunction } from 'i18next';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords, type ErrorCode } from '../../../contract/errors.ts';
import { call, CallError } from '../../app/api.ts';
import { useCall } from '../../app/queries.ts';
import { useJob } from '../../app/use-job.ts';
import { useWish } from '../../app/use-wish.ts';
import { pick } from '../../i18n/index.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { when } from '../../ui/when.ts';
import { runPace, type RunPace } from './pace.ts';

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorWords, code);

function Heading({ pace }: { readonly pace: RunPace | null }): ReactElement {
  const { t } = useTranslation();
  const { done, all } = pace?.rules ?? {};
  return <>{pace === null ? t('run.running') : t('run.runningRules', { done, count: all })}</>;
}

/** Nobody counts hundreds of seconds. */
const leftWords = (seconds: number, t: TFunction): string =>
  seconds < 90 ? t('run.left', { count: seconds }) : t('run.leftMinutes', { count: Math.round(seconds / 60) });

function Pacing({ pace: { judgements, secondsUsed, secondsLeft } }: { readonly pace: RunPace }): ReactElement {
  const { t } = useTranslation();
  const words = [
    t('run.judgements', { done: judgements.done.toLocaleString(), all: judgements.all.toLocaleString() }),
    t('run.used', { count: secondsUsed }),
    ...(secondsLeft === null ? [] : [leftWords(secondsLeft, t)]),
  ];
  return <>{words.join(' · ')}</>;
}

/** Start, one overall bar, cancel; the page may be left meanwhile. */
export function RunBar({ at }: { readonly at: string | null }): ReactElement {
  const { t } = useTranslation();
  const job = useJob('run');
  const { data: overview } = useCall('inspection.overview', {});
  const [error, setError] = useState<unknown>(null);
  const running = job?.state === 'running';
  const pace = running ? runPace(job) : null;
  const reason = overview?.steps.find(({ id }) => id === 'run')?.reason ?? null;
  const start = (): void => {
    setError(null);
    call('run.start', {}).catch(setError);
  };
  useWish('run', start);
  return (
    <section className="block run-bar" aria-live="polite">
      <div className="block-head">
        <h2>{running ? <Heading pace={pace} /> : at === null ? t('run.idle') : t('run.last', { at: when(at) })}</h2>
        {running ? (
          <span className="secondary">{pace === null ? pick(job.words) : <Pacing pace={pace} />}</span>
        ) : reason ? (
          <span className="amber">{pick(reason)}</span>
        ) : null}
        <span className="grow" />
        {running ? (
          <>
            <span className="secondary run-leave">{t('run.leave')}</span>
            <Button onClick={() => void call('job.cancel', { job: job.job })}>{t('run.cancel')}</Button>
          </>
        ) : (
          <Button type="primary" icon={<PlayCircleOutlined aria-hidden="true" />} onClick={start}>
            {at === null ? t('run.start') : t('run.restart')}
          </Button>
        )}
      </div>
      {running ? (
        <div className="run-progress">
          <Progress percent={pace?.percent ?? 0} aria-label={t('run.running')} />
        </div>
      ) : null}
      {error ? <ErrorPanel error={error} /> : null}
      {job?.state === 'failed' ? (
        <ErrorPanel
          error={new CallError(job.error !== null && isErrorCode(job.error) ? job.error : 'E_INTERNAL', '')}
          onRetry={start}
        />
      ) : null}
      {job?.state === 'cancelled' ? <p className="run-cancelled">{pick(job.words)}</p> : null}
    </section>
  );
}
