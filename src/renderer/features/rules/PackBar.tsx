import { Alert, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import type { Bilingual } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { refresh, useCall } from '../../app/queries.ts';
import { useJob } from '../../app/use-job.ts';
import { pick } from '../../i18n/index.ts';
import { JobState } from '../../ui/JobState.tsx';
import { useAct } from '../../ui/use-act.ts';
import { when } from '../../ui/when.ts';
import { PackDialog } from './PackDialog.tsx';

type Offered = NonNullable<ChannelResult<'pack.open'>['pack']>;

/** The pack by which the open inspection is judged, and the way to another. */
export function PackBar(): ReactElement | null {
  const { t } = useTranslation();
  const { act } = useAct();
  const { data: overview } = useCall('inspection.overview', {});
  const isOpen = overview !== undefined && overview !== null;
  const { data } = useCall('pack.get', {}, isOpen);
  const [refused, setRefused] = useState<Bilingual | null>(null);
  const [offered, setOffered] = useState<Offered | null>(null);
  const [begun, setBegun] = useState<string | null>(null);
  const job = useJob('pack');
  if (!isOpen || data === undefined) return null;
  const open = async (): Promise<void> => {
    const answer = await call('pack.open', {});
    setRefused(answer.refused);
    setOffered(answer.pack);
  };
  const accept = async (trust: boolean): Promise<void> => {
    setOffered(null);
    setBegun((await call('pack.accept', { trust })).job);
  };
  const reset = async (): Promise<void> => {
    await call('pack.reset', {});
    await refresh();
  };
  return (
    <section className="pack-bar" aria-label={t('rules.pack.title')}>
      <p>
        <strong>
          {t('rules.pack.title')} {data.version}
        </strong>{' '}
        <span className="secondary nowrap" title={data.sha256}>
          {data.sha256.slice(0, 12)}…
        </span>
        <br />
        <span className="secondary" title={data.imported?.publisher}>
          {data.imported === null ? t('rules.pack.stock') : t('rules.pack.imported', { at: when(data.imported.at) })}
        </span>
      </p>
      <span className="pack-actions">
        {data.imported === null ? null : (
          <Button size="small" onClick={() => void act(reset)}>
            {t('rules.pack.reset')}
          </Button>
        )}
        <Button size="small" onClick={() => void act(open)}>
          {t('rules.pack.import')}
        </Button>
      </span>
      {refused === null ? null : (
        <Alert
          type="warning"
          className="pack-refused"
          title={pick(refused)}
          closable={{
            onClose: () => {
              setRefused(null);
            },
          }}
        />
      )}
      {job && (job.state === 'running' || job.job === begun) ? (
        <JobState job={job} running={t('rules.pack.importing')} done={t('rules.pack.done')} />
      ) : null}
      {offered === null ? null : (
        <PackDialog
          pack={offered}
          onAccept={(trust) => void act(() => accept(trust))}
          onClose={() => {
            setOffered(null);
          }}
        />
      )}
    </section>
  );
}
