import {
  CheckCircleFilled,
  EditOutlined,
  MinusCircleOutlined,
  QuestionCircleFilled,
  WarningFilled,
} from '@ant-design/icons';
import { Select } from 'antd';
import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetMapping } from '../../../contract/model.ts';
import { pick } from '../../i18n/index.ts';
import { fieldOf, type Draft } from './draft.ts';

type Column = SheetMapping['columns'][number];
type Certainty = 'high' | 'medium' | 'low' | 'none' | 'changed';

const icons: Readonly<Record<Certainty, ReactElement>> = {
  high: <CheckCircleFilled />,
  medium: <QuestionCircleFilled />,
  low: <WarningFilled />,
  none: <MinusCircleOutlined />,
  changed: <EditOutlined />,
};

interface Props {
  readonly mapping: SheetMapping;
  readonly columns: readonly Column[];
  readonly draft: Draft;
  readonly onField: (column: number, field: string | null) => void;
}

/** Arrows move from row to row, Enter goes to the field of the row. */
function onRowKey(event: KeyboardEvent<HTMLTableRowElement>): void {
  if (event.target !== event.currentTarget) return;
  const row = event.currentTarget;
  const next =
    event.key === 'ArrowDown' ? row.nextElementSibling : event.key === 'ArrowUp' ? row.previousElementSibling : null;
  if (next instanceof HTMLElement) {
    event.preventDefault();
    next.focus();
  } else if (event.key === 'Enter') {
    event.preventDefault();
    row.querySelector<HTMLElement>('input')?.focus();
  }
}

/** Source column → field; the eye judges a column by its values, so they are quoted as they stand. */
export function ColumnTable({ mapping, columns, draft, onField }: Props): ReactElement {
  const { t } = useTranslation();
  const required = new Set(mapping.fields.filter((field) => field.required).map((field) => field.id));
  const options = [
    { value: '', label: t('map.notImported') },
    ...mapping.fields.map((field) => ({ value: field.id, label: pick(field.label) })),
  ];
  return (
    <table className="columns" aria-label={t('map.table')}>
      <thead>
        <tr>
          {(['letter', 'header', 'samples', 'field', 'required', 'confidence', 'reason'] as const).map((name) => (
            <th key={name} scope="col" className={`col-${name}`}>
              {name === 'required' ? (
                <span className="visually-hidden">{t('map.column.required')}</span>
              ) : (
                t(`map.column.${name}`)
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => {
          const field = fieldOf(column, draft);
          const certainty: Certainty =
            draft.columns[column.column] === undefined ? (column.confidence ?? 'none') : 'changed';
          const header = column.header === '' ? t('map.noHeader') : column.header;
          return (
            <tr key={column.column} tabIndex={0} onKeyDown={onRowKey}>
              <td className="secondary">{column.letter}</td>
              <th scope="row" title={header}>
                <span className="clamp">{header}</span>
              </th>
              <td>
                <span className="samples">
                  {[...new Set(column.samples)].slice(0, 3).map((sample, index) =>
                    sample === null ? (
                      <span key={`${String(index)} empty`} className="sample sample-empty">
                        {t('map.empty')}
                      </span>
                    ) : (
                      <span key={`${String(index)} ${sample}`} className="sample" title={sample}>
                        {sample}
                      </span>
                    ),
                  )}
                </span>
              </td>
              <td>
                <Select<string>
                  className="field-select"
                  showSearch={{ optionFilterProp: 'label' }}
                  value={field}
                  placeholder={t('map.pickField')}
                  aria-label={t('map.fieldOf', { letter: column.letter, header })}
                  options={options}
                  onChange={(value) => {
                    onField(column.column, value === '' ? null : value);
                  }}
                />
              </td>
              <td className="secondary nowrap">{field !== null && required.has(field) ? t('map.required') : ''}</td>
              <td className={`certainty certainty-${certainty}`}>
                <span aria-hidden="true">{icons[certainty]}</span> {t(`map.confidence.${certainty}`)}
              </td>
              <td className="secondary" title={pick(column.reason)}>
                <span className="clamp">{certainty === 'changed' ? t('map.changedReason') : pick(column.reason)}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
