import { Alert, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import type { Bilingual } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { refresh, useCall } from '../../app/queries.ts';
import { pick } from '../../i18n/index.ts';
import { useAct } from '../../ui/use-act.ts';
import { Row } from './Row.tsx';

type Table = ChannelResult<'tables.list'>[number];

interface Props {
  readonly row: Table;
  readonly onRefused: (refused: Bilingual | null) => void;
}

/** One table: what is in use, and out and in as a workbook. */
function TableRow({ row: { table, version, imported, entries, range }, onRefused }: Props): ReactElement {
  const { t } = useTranslation();
  const { act, say } = useAct();
  const name = t(`settings.table.${table}.name`);
  const bring = async (): Promise<void> => {
    const answer = await call('tables.import', { table });
    onRefused(answer.refused);
    await refresh();
    if (answer.imported !== null) say(t('settings.tableImported', { name }));
  };
  const write = async (): Promise<void> => {
    const { path } = await call('tables.export', { table });
    if (path !== null) say(t('settings.tableExported', { path }));
  };
  const reset = async (): Promise<void> => {
    await call('tables.reset', { table });
    onRefused(null);
    await refresh();
  };
  return (
    <Row label={name} hint={t(`settings.table.${table}.hint`)}>
      <span className="setting-table">
        {range === null ? null : (
          <span className="nowrap">
            {range.from} — {range.to}
          </span>
        )}
        <span>{t('settings.entries', { count: entries })}</span>
        <span className="secondary" title={version}>
          {imported === null ? t('settings.stockTable', { version }) : t('settings.ownTable', { version: imported })}
        </span>
        <span className="setting-actions">
          {imported === null ? null : (
            <Button size="small" aria-label={t('settings.tableResetOf', { name })} onClick={() => void act(reset)}>
              {t('settings.tableReset')}
            </Button>
          )}
          <Button size="small" aria-label={t('settings.tableExportOf', { name })} onClick={() => void act(write)}>
            {t('settings.tableExport')}
          </Button>
          <Button size="small" aria-label={t('settings.tableImportOf', { name })} onClick={() => void act(bring)}>
            {t('settings.tableImport')}
          </Button>
        </span>
      </span>
    </Row>
  );
}

/** Tables of data that belong to the open inspection: a new year’s holidays, a province’s own limits, further courts. */
export function Tables(): ReactElement {
  const { t } = useTranslation();
  const { data: overview } = useCall('inspection.overview', {});
  const { data } = useCall('tables.list', {}, overview !== undefined && overview !== null);
  const [refused, setRefused] = useState<Bilingual | null>(null);
  return (
    <section className="block" aria-label={t('settings.tables')}>
      <div className="block-head">
        <h2>{t('settings.tables')}</h2>
        <span className="secondary">{t('settings.tablesNote')}</span>
      </div>
      {overview && data ? (
        <>
          {data.map((row) => (
            <TableRow key={row.table} row={row} onRefused={setRefused} />
          ))}
          {refused === null ? null : (
            <Alert
              type="warning"
              showIcon
              className="setting-alert"
              title={pick(refused)}
              closable={{
                onClose: () => {
                  setRefused(null);
                },
              }}
            />
          )}
        </>
      ) : (
        <Row label={t('settings.noInspection')}>{null}</Row>
      )}
    </section>
  );
}
