import { AutoComplete, Button, Select } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleTrial } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { useCall } from '../../app/queries.ts';
import { useApp, type TrialRow } from '../../app/store.ts';
import { useAct } from '../../ui/use-act.ts';

interface Props {
  readonly ruleId: string;
  /** Name of the register whose rows the rule reads. */
  readonly register: string;
  /** Where the record in the form was taken from. */
  readonly from: RuleTrial['from'];
  readonly onRow: (row: Pick<RuleTrial, 'from' | 'record' | 'unmapped'>) => void;
}

/** 取第 n 行: a row of the open inspection into the form, by its sheet and number. */
export function TakeRow({ ruleId, register, from, onRow }: Props): ReactElement {
  const { t } = useTranslation();
  const { act } = useAct();
  const showSource = useApp((state) => state.showSource);
  const wanted = useApp((state) => state.trialRow);
  const { data: overview } = useCall('inspection.overview', {});
  const { data: settings } = useCall('settings.get', {});
  const { data: tables } = useCall('rules.rows', { id: ruleId });
  const [chosen, setChosen] = useState<number | null>(null);
  /** As typed; `null` where the row that is offered stands. */
  const [typed, setTyped] = useState<string | null>(null);
  const [absent, setAbsent] = useState<number | null>(null);
  const table =
    tables?.find(({ sheetId }) => sheetId === chosen) ??
    tables?.find(({ reported }) => reported.length > 0) ??
    tables?.[0];
  const offered = table?.reported[0] ?? table?.first ?? 1;
  const row = typed === null ? offered : Number(typed);
  const take = async (place: TrialRow): Promise<void> => {
    const taken = await call('rules.row', { id: ruleId, ...place });
    setAbsent(taken === null ? place.row : null);
    if (taken !== null) onRow({ ...taken, from: place });
  };
  useEffect(() => {
    if (wanted === null) return;
    useApp.getState().rowTaken();
    setChosen(wanted.sheetId);
    setTyped(String(wanted.row));
    void act(() => take(wanted));
    // Once, for what a finding asked for.
  }, [wanted]);
  if (overview === null || overview === undefined) return <p className="secondary">{t('rules.rowNoInspection')}</p>;
  if (tables === undefined) return <></>;
  if (table === undefined) return <p className="secondary">{t('rules.rowNoTable', { register })}</p>;
  const source = tables.find(({ sheetId }) => sheetId === from?.sheetId);
  const isRow = Number.isInteger(row) && row > 0;
  return (
    <div className="take-row">
      <Select
        value={table.sheetId}
        aria-label={t('rules.rowTable')}
        popupMatchSelectWidth={false}
        onChange={(sheetId) => {
          setChosen(sheetId);
          setTyped(null);
        }}
        options={tables.map(({ sheetId, file, sheet }) => ({ value: sheetId, label: `${file} › ${sheet}` }))}
      />
      <AutoComplete
        value={typed ?? String(offered)}
        showSearch={{ filterOption: false }}
        aria-label={t('rules.rowNumber')}
        popupMatchSelectWidth={false}
        {...(!isRow && { status: 'error' as const })}
        onChange={setTyped}
        options={table.reported.map((each) => ({ value: String(each), label: t('rules.rowReported', { row: each }) }))}
      />
      <Button disabled={!isRow} onClick={() => void act(() => take({ sheetId: table.sheetId, row }))}>
        {t('rules.takeRow', { row: isRow ? row : '' })}
      </Button>
      {absent === null ? null : (
        <p role="alert">{t('rules.rowAbsent', { row: absent, first: table.first, last: table.last })}</p>
      )}
      {from !== undefined && source !== undefined ? (
        <p className="secondary">
          <Button
            type="link"
            size="small"
            onClick={() => {
              showSource({ ...from, cell: null });
            }}
          >
            {source.file} › {source.sheet} › {from.row}
          </Button>{' '}
          {settings?.masked === true ? t('rules.rowMasked') : null} {t('rules.rowAlone')}
        </p>
      ) : null}
    </div>
  );
}
