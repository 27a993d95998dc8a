import { CheckCircleOutlined, FileExcelOutlined } from '@ant-design/icons';
import { Button, Empty, Progress, Skeleton } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords, type ErrorCode } from '../../../contract/errors.ts';
import type { JobEvent } from '../../../contract/model.ts';
import { call, CallError } from '../../app/api.ts';
import { useCall } from '../../app/queries.ts';
import { useApp } from '../../app/store.ts';
import { useJob } from '../../app/use-job.ts';
import { useWish } from '../../app/use-wish.ts';
import { pick } from '../../i18n/index.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import '../../ui/cards.css';
import './report.css';

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorWords, code);

function ExportState({ job, path }: { readonly job: JobEvent; readonly path: string }): ReactElement {
  const { t } = useTranslation();
  if (job.state === 'running') {
    return (
      <div className="block report-state" role="status">
        <strong>{t('report.exporting')}</strong> {pick(job.words)}
        <Progress
          percent={job.total === null || job.total === 0 ? 0 : Math.floor((100 * job.done) / job.total)}
          status="active"
          aria-label={t('report.exporting')}
        />
        <Button onClick={() => void call('job.cancel', { job: job.job })}>{t('common.cancel')}</Button>
      </div>
    );
  }
  if (job.state === 'done') {
    return (
      <div className="block report-state report-done" role="status">
        <p>
          <CheckCircleOutlined aria-hidden="true" /> <strong>{t('report.done')}</strong> {pick(job.words)}
        </p>
        <p className="secondary report-path">
          {t('report.file')}：{path}
        </p>
      </div>
    );
  }
  const code = job.error !== null && isErrorCode(job.error) ? job.error : 'E_INTERNAL';
  return <ErrorPanel error={new CallError(code, '')} />;
}

function Contents(): ReactElement {
  const { t } = useTranslation();
  const notes = t('report.sheetNotes').split('|');
  return (
    <section className="block">
      <div className="block-head">
        <h2>{t('report.contents')}</h2>
      </div>
      <table className="table">
        <tbody>
          {t('report.sheets')
            .split('|')
            .map((name, index) => (
              <tr key={name}>
                <th scope="row" className="report-sheet">
                  {name}
                </th>
                <td>{notes[index]}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <p className="report-note secondary">
        {t('report.masking')} · {t('report.neutral')}
      </p>
    </section>
  );
}

/** The result as a workbook. */
export function Report(): ReactElement {
  const { t } = useTranslation();
  const go = useApp((state) => state.go);
  const { data: overview } = useCall('inspection.overview', {});
  const { data: coverage, isPending } = useCall('run.coverage', {});
  const job = useJob('export');
  const [path, setPath] = useState('');
  const [error, setError] = useState<unknown>(null);

  const start = async (): Promise<void> => {
    setError(null);
    try {
      const chosen = await call('dialog.saveReport', { name: `${overview?.name ?? ''} ${t('report.name')}`.trim() });
      if (chosen === null) return;
      setPath(chosen);
      await call('report.export', { path: chosen });
    } catch (failure) {
      setError(failure);
    }
  };

  // Without a run there is nothing to export: the screen says so.
  useWish('export', () => void start(), coverage !== undefined && coverage.at !== null);

  if (isPending) return <Skeleton active className="page" />;
  if (coverage?.at === null) {
    return (
      <Empty className="screen-empty" description={t('report.noRun')}>
        <Button
          type="primary"
          onClick={() => {
            go('run');
          }}
        >
          {t('report.toRun')}
        </Button>
      </Empty>
    );
  }
  const run = overview?.steps.find(({ id }) => id === 'run');
  const review = overview?.steps.find(({ id }) => id === 'review');
  const decided = review?.count ?? 0;
  return (
    <div className="page report">
      <div className="page-head">
        <h1>{t('report.title')}</h1>
        <span className="grow" />
        <Button
          type="primary"
          icon={<FileExcelOutlined aria-hidden="true" />}
          disabled={job?.state === 'running'}
          onClick={() => void start()}
        >
          {t('report.export')}
        </Button>
      </div>
      {run?.reason ? <p className="report-stale">{t('report.stale', { reason: pick(run.reason) })}</p> : null}
      <p>
        {t('report.unreviewed', {
          open: ((review?.of ?? 0) - decided).toLocaleString(),
          decided: decided.toLocaleString(),
        })}
      </p>
      {error ? <ErrorPanel error={error} /> : null}
      {job && path !== '' ? <ExportState job={job} path={path} /> : null}
      <Contents />
    </div>
  );
}
