import { Button, Progress } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobEvent } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { pick } from '../../i18n/index.ts';

/** How far the import is, in rows, with a way to stop it. */
export function ImportProgress({ job }: { readonly job: JobEvent | null }): ReactElement | null {
  const { t } = useTranslation();
  if (job === null) return null;
  const done = job.done.toLocaleString();
  const percent = job.total === null || job.total === 0 ? undefined : Math.floor((job.done / job.total) * 100);
  return (
    <div className="job" role="status">
      <span className="job-words ellipsis">{pick(job.words) === '' ? t('import.running') : pick(job.words)}</span>
      <Progress
        percent={percent ?? 100}
        status={percent === undefined ? 'active' : 'normal'}
        showInfo={false}
        aria-label={t('import.running')}
      />
      <span className="nowrap">
        {job.total === null
          ? t('import.rowsDone', { done })
          : t('import.rowsOf', { done, total: job.total.toLocaleString() })}
      </span>
      <Button size="small" onClick={() => void call('job.cancel', { job: job.job })}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}
