import { AutoComplete, Input } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import type { RuleTrial } from '../../../contract/model.ts';
import { pick } from '../../i18n/index.ts';

type TrialRow = RuleTrial['record'];

interface Props {
  readonly fields: readonly (ChannelResult<'rules.get'>['neighbours'][number]['fields'][number] & {
    readonly required?: boolean;
  })[];
  readonly row: TrialRow;
  /** Fields whose column the sheet does not have. */
  readonly unmapped?: readonly string[];
  /** Stands before the fields. */
  readonly lead?: ReactNode;
  readonly onValue: (field: string, text: string | null) => void;
}

/** One row of a table, field by field, in words as they stand in tables. */
export function TrialFields({ fields, row, unmapped = [], lead, onValue }: Props): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="trial-fields">
      {lead}
      {fields.map((field) => {
        const shared = {
          value: row[field.id] ?? '',
          placeholder: unmapped.includes(field.id) ? t('rules.noColumn') : t('rules.blank'),
        };
        const change = (text: string): void => {
          onValue(field.id, text === '' ? null : text);
        };
        return (
          <label key={field.id} className="trial-field">
            <span>
              {pick(field.label)}{' '}
              {field.required === true ? <span className="secondary">{t('rules.required')}</span> : null}
            </span>
            {field.values.length > 0 ? (
              <AutoComplete {...shared} options={field.values.map((value) => ({ value }))} onChange={change} />
            ) : (
              <Input
                {...shared}
                onChange={(event) => {
                  change(event.target.value);
                }}
              />
            )}
          </label>
        );
      })}
    </div>
  );
}
