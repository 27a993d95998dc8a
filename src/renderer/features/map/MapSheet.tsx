import { ArrowRightOutlined } from '@ant-design/icons';
import { Button, Empty, Segmented, Skeleton } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceFile } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { refresh, useCall } from '../../app/queries.ts';
import { useApp } from '../../app/store.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { useAct } from '../../ui/use-act.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { argsOf, byNeed, changesOf, fieldOf, isUncertain, noDraft, withField, type Draft } from './draft.ts';
import { Gaps } from './Gaps.tsx';
import { SheetHead } from './SheetHead.tsx';
import { useMap } from './use-map.ts';

type Filter = 'all' | 'attention' | 'unused';

interface Props {
  readonly file: string;
  readonly sheet: SourceFile['sheets'][number];
  /** The sheet after this one, for Alt →. */
  readonly next: number;
}

/** One sheet: gaps first, then its columns by need for attention. Changes are gathered and applied together. */
export function MapSheet({ file, sheet, next }: Props): ReactElement {
  const { t } = useTranslation();
  const { act } = useAct();
  const go = useApp((state) => state.go);
  const choose = useMap((state) => state.choose);
  const mapping = useCall('mapping.get', { sheetId: sheet.id });
  const [draft, setDraft] = useState<Draft>(noDraft);
  const [filter, setFilter] = useState<Filter>('all');
  const [job, setJob] = useState<string | null>(null);
  const running = useApp((state) => (job === null ? false : (state.jobs[job]?.state ?? 'running') === 'running'));

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || event.key !== 'ArrowRight') return;
      event.preventDefault();
      choose(next);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [choose, next]);

  if (mapping.error) return <ErrorPanel error={mapping.error} onRetry={() => void mapping.refetch()} />;
  if (!mapping.data) return <Skeleton active className="map-main-loading" paragraph={{ rows: 10 }} />;
  const { data } = mapping;
  const changes = changesOf(draft);
  const uncertain = data.columns.filter(isUncertain);
  const unused = data.columns.filter((column) => fieldOf(column, draft) === null);
  const shown = byNeed(filter === 'all' ? data.columns : filter === 'unused' ? unused : uncertain);

  const apply = async (): Promise<void> => {
    // One stays at the sheet one works on, also when it asks for no attention any more.
    choose(sheet.id);
    const { job: started } = await call('mapping.set', argsOf(data, draft));
    setJob(started);
    setDraft(noDraft);
    await refresh('mapping.get', 'files.list', 'inspection.overview');
  };
  const onField = (column: number, field: string | null): void => {
    setDraft((now) => withField(data, now, column, field));
  };
  const onAbsent = (field: string, absent: boolean): void => {
    const wasAbsent = data.gaps.some((gap) => gap.field === field && gap.absent);
    setDraft((now) => ({
      ...now,
      absent: absent && !wasAbsent ? [...now.absent, field] : now.absent.filter((one) => one !== field),
      present: !absent && wasAbsent ? [...now.present, field] : now.present.filter((one) => one !== field),
    }));
  };

  return (
    <section className="map-main" aria-label={`${file} › ${sheet.name}`}>
      <SheetHead file={file} sheet={sheet} mapping={data} draft={draft} onDraft={setDraft} />
      <div className="map-scroll" aria-busy={running} tabIndex={-1}>
        <Gaps mapping={data} draft={draft} records={sheet.records} onField={onField} onAbsent={onAbsent} />
        <div className="map-tools">
          {running ? <span role="status">{t('map.applying')}</span> : null}
          <span className="grow" />
          <Segmented<Filter>
            aria-label={t('map.filter.label')}
            value={filter}
            onChange={setFilter}
            options={[
              { value: 'all', label: t('map.filter.all', { count: data.columns.length }) },
              { value: 'attention', label: t('map.filter.attention', { count: uncertain.length }) },
              { value: 'unused', label: t('map.filter.unused', { count: unused.length }) },
            ]}
          />
        </div>
        {shown.length > 0 ? (
          <ColumnTable mapping={data} columns={shown} draft={draft} onField={onField} />
        ) : (
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={
              data.columns.length === 0 ? `${t('map.noColumns')} · ${t('map.noColumnsHint')}` : t('map.nothingShown')
            }
          />
        )}
      </div>
      <div className="map-foot">
        <span className="secondary map-keys">
          <kbd>↑</kbd> <kbd>↓</kbd> {t('map.keys.move')} <kbd>Enter</kbd> {t('map.keys.edit')} <kbd>Alt →</kbd>{' '}
          {t('map.keys.nextSheet')}
        </span>
        <span className="grow" />
        {changes > 0 ? (
          <>
            <Button
              onClick={() => {
                setDraft(noDraft);
              }}
            >
              {t('map.discard')}
            </Button>
            <Button type="primary" loading={running} onClick={() => void act(apply)}>
              {t('map.apply', { count: changes })}
            </Button>
          </>
        ) : (
          <>
            {uncertain.length > 0 ? (
              <Button loading={running} onClick={() => void act(apply)}>
                {t('map.confirmSheet', { count: uncertain.length })}
              </Button>
            ) : null}
            <Button
              type="primary"
              disabled={running}
              onClick={() => {
                go('validate');
              }}
            >
              {t('map.next')} <ArrowRightOutlined aria-hidden="true" />
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
