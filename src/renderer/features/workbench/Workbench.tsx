import { FolderOpenOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/api.ts';
import { refresh, useCall } from '../../app/queries.ts';
import { useApp } from '../../app/store.ts';
import { useWish } from '../../app/use-wish.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { dayOf } from '../../ui/when.ts';
import { Continue } from './Continue.tsx';
import { CreateDialog } from './CreateDialog.tsx';
import { OpenDialog } from './OpenDialog.tsx';
import { RecentList } from './RecentList.tsx';
import { Safety } from './Safety.tsx';
import { Upcoming } from './Upcoming.tsx';
import './workbench.css';

function FirstSteps(): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="card first-steps">
      <h2>{t('workbench.emptyTitle')}</h2>
      <ol>
        <li>{t('workbench.empty1')}</li>
        <li>{t('workbench.empty2')}</li>
        <li>{t('workbench.empty3')}</li>
      </ol>
    </section>
  );
}

/** Today with its day of the week: what falls due is told from it. */
function dayWords(language: string): string {
  const today = new Date();
  return `${dayOf(today.toISOString())} ${today.toLocaleDateString(language, { weekday: 'short' })}`;
}

/** Where I stopped, the inspections, and what falls due. */
export function Workbench(): ReactElement {
  const { t, i18n } = useTranslation();
  const go = useApp((state) => state.go);
  const recent = useCall('recent.list', {});
  const { data: overview } = useCall('inspection.overview', {});
  const [creating, setCreating] = useState(false);
  const [opening, setOpening] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);

  const opened = async (): Promise<void> => {
    setCreating(false);
    setOpening(null);
    await refresh();
    go('import');
  };
  const choose = async (): Promise<void> => {
    const path = await call('dialog.openInspection', {});
    if (path !== null) setOpening(path);
  };
  const sample = async (): Promise<void> => {
    try {
      await call('inspection.openSample', {});
      await opened();
    } catch (failure) {
      setError(failure);
    }
  };

  useWish('create', () => {
    setCreating(true);
  });
  useWish('choose', () => void choose());
  useWish('sample', () => void sample());
  useWish('open', ({ path }) => {
    setOpening(path);
  });

  return (
    <div className="workbench">
      <div className="workbench-main">
        <div className="workbench-head">
          <h1>{t('workbench.title')}</h1>
          <span className="secondary nowrap">{t('workbench.today', { time: dayWords(i18n.language) })}</span>
          <span className="grow" />
          <Button onClick={() => void sample()}>{t('workbench.sample')}</Button>
          <Button icon={<FolderOpenOutlined />} onClick={() => void choose()}>
            {t('workbench.open')}
          </Button>
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => {
              setCreating(true);
            }}
          >
            {t('workbench.create')}
          </Button>
        </div>
        {error ? <ErrorPanel error={error} /> : null}
        {recent.error ? <ErrorPanel error={recent.error} onRetry={() => void recent.refetch()} /> : null}
        {overview ? <Continue overview={overview} /> : null}
        {recent.data?.length === 0 && !overview ? <FirstSteps /> : null}
        {recent.data && recent.data.length > 0 ? (
          <RecentList rows={recent.data} current={overview?.path ?? null} onOpen={setOpening} />
        ) : null}
        <Safety backup={overview?.backup ?? null} />
      </div>
      {overview ? <Upcoming /> : null}
      {creating ? (
        <CreateDialog
          onDone={opened}
          onCancel={() => {
            setCreating(false);
          }}
        />
      ) : null}
      {opening === null ? null : (
        <OpenDialog
          path={opening}
          onDone={opened}
          onCancel={() => {
            setOpening(null);
          }}
        />
      )}
    </div>
  );
}
