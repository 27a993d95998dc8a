import { App as AntdApp, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/api.ts';
import { useCall } from '../../app/queries.ts';
import { useJob } from '../../app/use-job.ts';
import { wordsOfError } from '../../app/words-of-error.ts';
import { JobState } from '../../ui/JobState.tsx';
import { Row } from './Row.tsx';

/** A second, equally encrypted file of the open inspection. */
export function Backup(): ReactElement | null {
  const { t } = useTranslation();
  const { message } = AntdApp.useApp();
  const { data: overview } = useCall('inspection.overview', {});
  const job = useJob('backup');
  const [begun, setBegun] = useState<string | null>(null);
  const start = async (): Promise<void> => {
    try {
      setBegun((await call('inspection.backup', {})).job);
    } catch (error) {
      void message.warning(wordsOfError(error));
    }
  };
  return (
    <section className="block" aria-label={t('settings.backup')}>
      <div className="block-head">
        <h2>{t('settings.backup')}</h2>
      </div>
      {overview ? (
        <Row label={overview.path} hint={t('settings.backupHint')}>
          <Button onClick={() => void start()}>{t('settings.backupStart')}</Button>
        </Row>
      ) : (
        <Row label={t('settings.noInspectionToBackUp')}>{null}</Row>
      )}
      {job && (job.state === 'running' || job.job === begun) ? (
        <JobState job={job} running={t('settings.backingUp')} done={t('settings.backedUp')} />
      ) : null}
    </section>
  );
}
