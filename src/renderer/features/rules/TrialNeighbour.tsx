import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import type { RuleTrial } from '../../../contract/model.ts';
import { pick } from '../../i18n/index.ts';
import { TrialFields } from './TrialFields.tsx';

interface Props {
  readonly table: ChannelResult<'rules.get'>['neighbours'][number];
  /** `undefined`: the table was not handed over, which is not the same as one without rows. */
  readonly rows: readonly RuleTrial['record'][] | undefined;
  readonly onRows: (rows: RuleTrial['record'][] | undefined) => void;
}

/** Another table that the rule looks at: handed over or not, and its rows. */
export function TrialNeighbour({ table, rows, onRows }: Props): ReactElement {
  const { t } = useTranslation();
  const label = pick(table.label);
  return (
    <fieldset className="trial-neighbour">
      <legend>{label}</legend>
      <div className="trial-neighbour-head">
        <Checkbox
          checked={rows !== undefined}
          aria-label={t('rules.givenTable', { table: label })}
          onChange={(event) => {
            onRows(event.target.checked ? [] : undefined);
          }}
        >
          {t('rules.given')}
        </Checkbox>
        <span className="secondary">
          {rows === undefined ? t('rules.notGiven') : t('rules.rows', { count: rows.length })}
        </span>
        <span className="grow" />
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden="true" />}
          aria-label={t('rules.addRowTo', { table: label })}
          onClick={() => {
            onRows([...(rows ?? []), {}]);
          }}
        >
          {t('rules.addRow')}
        </Button>
      </div>
      {rows?.map((row, index) => (
        // Rows have no name of their own: their place is what tells them apart.
        <section key={index} className="trial-row" aria-label={t('rules.rowOf', { table: label, number: index + 1 })}>
          <div className="trial-neighbour-head">
            <strong>{t('rules.row', { number: index + 1 })}</strong>
            <span className="grow" />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('rules.removeRow', { table: label, number: index + 1 })}
              onClick={() => {
                onRows(rows.filter((_, other) => other !== index));
              }}
            />
          </div>
          <TrialFields
            fields={table.fields}
            row={row}
            onValue={(field, text) => {
              onRows(rows.map((each, other) => (other === index ? { ...each, [field]: text } : each)));
            }}
          />
        </section>
      ))}
    </fieldset>
  );
}
