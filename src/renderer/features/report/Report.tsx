import { FileExcelOutlined } from '@ant-design/icons';
import { Button, Empty, Skeleton } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { WHOLE_REPORT, type ReportChoice } from '../../../core/finding/report-choice.ts';
import { call } from '../../app/api.ts';
import { useCall } from '../../app/queries.ts';
import { useApp } from '../../app/store.ts';
import { useJob } from '../../app/use-job.ts';
import { useWish } from '../../app/use-wish.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { JobState } from '../../ui/JobState.tsx';
import { Checks } from './Checks.tsx';
import { Contents } from './Contents.tsx';
import { Preview } from './Preview.tsx';
import { Versions } from './Versions.tsx';
import '../../ui/cards.css';
import './report.css';

/** Lines as recipients: blank ones and what is beyond the limits of the report are left out. */
function recipientsIn(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim().slice(0, 100));
  return lines.filter((line) => line !== '').slice(0, 20);
}

/** The result as a workbook: what goes into it, how it will look, and what to know before it is written. */
export function Report(): ReactElement {
  const { t } = useTranslation();
  const go = useApp((state) => state.go);
  const { data: overview } = useCall('inspection.overview', {});
  const { data: coverage, isPending } = useCall('run.coverage', {});
  const job = useJob('export');
  const [path, setPath] = useState('');
  const [error, setError] = useState<unknown>(null);
  const { data: last } = useCall('report.choice', {});
  const [changed, setChanged] = useState<ReportChoice | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const choice = changed ?? last ?? WHOLE_REPORT;
  const recipients = typed ?? choice.recipients.join('\n');

  const start = async (): Promise<void> => {
    setError(null);
    try {
      const chosen = await call('dialog.saveReport', { name: `${overview?.name ?? ''} ${t('report.name')}`.trim() });
      if (chosen === null) return;
      setPath(chosen);
      await call('report.export', {
        path: chosen,
        choice: { ...choice, recipients: recipientsIn(recipients) },
      });
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
  return (
    <div className="report">
      <div className="report-choice">
        <h1>{t('report.title')}</h1>
        <Contents choice={choice} recipients={recipients} onChoice={setChanged} onRecipients={setTyped} />
      </div>
      <Preview choice={{ ...choice, recipients: recipientsIn(recipients) }} />
      <aside className="report-side" aria-label={t('report.export')}>
        <div className="report-side-scroll" tabIndex={0} role="region" aria-label={t('report.checks.title')}>
          {error ? <ErrorPanel error={error} /> : null}
          {job && path !== '' ? (
            <JobState job={job} running={t('report.exporting')} done={t('report.done')}>
              <p className="secondary report-path">
                {t('report.file')}：{path}
              </p>
            </JobState>
          ) : null}
          <Checks />
          <Versions />
        </div>
        <div className="report-foot">
          <Button
            type="primary"
            icon={<FileExcelOutlined aria-hidden="true" />}
            disabled={job?.state === 'running'}
            onClick={() => void start()}
          >
            {t('report.export')}
          </Button>
        </div>
      </aside>
    </div>
  );
}
