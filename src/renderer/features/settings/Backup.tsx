import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/api.ts';
import { useCall } from '../../app/queries.ts';
import { useJob } from '../../app/use-job.ts';
import { JobState } from '../../ui/JobState.tsx';
import { useAct } from '../../ui/use-act.ts';
import { Row } from './Row.tsx';

/** A second, equally encrypted file of the open inspection. */
export function Backup(): ReactElement | null {
  const { t } = useTranslation();
  const { act } = useAct();
  const { data: overview } = useCall('inspection.overview', {});
  const job = useJob('backup');
  const [begun, setBegun] = useState<string | null>(null);
  const start = async (): Promise<void> => {
    setBegun((await call('inspection.backup', {})).job);
  };
  return (
    <section className="block" aria-label={t('settings.backup')}>
      <div className="block-head">
        <h2>{t('settings.backup')}</h2>
      </div>
      {overview ? (
        <Row label={overview.path} hint={t('settings.backupHint')}>
          <Button onClick={() => void act(start)}>{t('settings.backupStart')}</Button>
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
