import { CloseOutlined, InboxOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Segmented, Tooltip } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecentInspection } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { refresh } from '../../app/queries.ts';
import { useApp } from '../../app/store.ts';
import { ClassIcon } from '../../ui/ClassTag.tsx';
import { lately, when } from '../../ui/when.ts';
import { useAct } from '../../ui/use-act.ts';
import { StepProgress } from './StepProgress.tsx';
import { statuses, statusOf, type Status } from './status.ts';

const classes = ['violation', 'overLimit', 'lead'] as const;

interface Props {
  readonly rows: readonly RecentInspection[];
  readonly current: string | null;
  readonly onOpen: (path: string) => void;
}

function Row({
  row,
  current,
  onOpen,
}: {
  readonly row: RecentInspection;
  readonly current: boolean;
  readonly onOpen: (path: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const { act } = useAct();
  const go = useApp((state) => state.go);
  const { path, name, archived, counts } = row;
  const change = (work: () => Promise<unknown>): void => {
    void act(async () => {
      await work();
      await refresh('recent.list');
    });
  };
  const archive = archived ? t('workbench.unarchive') : t('workbench.archive');
  return (
    <tr className={current ? 'current' : ''}>
      <td>
        <Button
          type="link"
          disabled={!row.exists}
          onClick={() => {
            if (current) go('import');
            else onOpen(path);
          }}
        >
          {name}
        </Button>
        <div className="secondary ellipsis" title={path}>
          {row.exists ? [row.unit, path].filter((words) => words !== '').join(' · ') : t('workbench.missing')}
        </div>
      </td>
      <td className="nowrap">{row.asOf}</td>
      <td>
        <StepProgress progress={row.progress} />
      </td>
      <td className="class-counts">
        {classes.map((kind) => (
          <span key={kind} className={`class-${kind}`} title={t(`class.${kind}`)}>
            <ClassIcon value={kind} /> {counts[kind].toLocaleString()}
          </span>
        ))}
      </td>
      <td className="number">{counts.open.toLocaleString()}</td>
      <td className="secondary nowrap number" title={when(row.openedAt)}>
        {lately(row.openedAt, t)}
      </td>
      <td className="nowrap">
        <Tooltip title={archive}>
          <Button
            type="text"
            size="small"
            icon={archived ? <UndoOutlined /> : <InboxOutlined />}
            aria-label={`${archive} ${name}`}
            onClick={() => {
              change(() => call('recent.archive', { path, archived: !archived }));
            }}
          />
        </Tooltip>
        <Tooltip title={t('workbench.forget')}>
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={`${t('workbench.forget')} ${name}`}
            onClick={() => {
              change(() => call('recent.forget', { path }));
            }}
          />
        </Tooltip>
      </td>
    </tr>
  );
}

/** The inspections of this machine by where they stand; those that one works on come first. */
export function RecentList({ rows, current, onOpen }: Props): ReactElement {
  const { t } = useTranslation();
  const [status, setStatus] = useState<Status>('active');
  const by = Map.groupBy(rows, statusOf);
  const shown = by.get(status) ?? [];
  return (
    <section className="card recent-card" aria-label={t('workbench.inspections')}>
      <div className="recent-head">
        <h2>{t('workbench.inspections')}</h2>
        <Segmented
          size="small"
          value={status}
          onChange={setStatus}
          options={statuses.map((value) => ({
            value,
            label: `${t(`workbench.status.${value}`)} ${String(by.get(value)?.length ?? 0)}`,
          }))}
        />
      </div>
      {shown.length === 0 ? <p className="secondary recent-none">{t(`workbench.none.${status}`)}</p> : null}
      {shown.length > 0 ? (
        <table className="recent">
          <thead>
            <tr>
              <th scope="col">{t('workbench.name')}</th>
              <th scope="col">{t('workbench.asOf')}</th>
              <th scope="col">{t('workbench.progress')}</th>
              <th scope="col">{t('workbench.findings')}</th>
              <th scope="col" className="number">
                {t('workbench.openFindings')}
              </th>
              <th scope="col" className="number">
                {t('workbench.lastOpened')}
              </th>
              <th aria-label={t('workbench.forget')} />
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.path} row={row} current={row.path === current} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}
