import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { pick } from '../../i18n/index.ts';
import type { Place, Selected } from './viewer.ts';

interface Props {
  readonly selected: Selected;
  readonly place: Place;
  readonly hiddenShown: boolean;
  readonly onHidden: () => void;
}

/** Address, field, the original and its correction; hidden columns are said, never closed up in silence. */
export function ValueBar({ selected, place, hiddenShown, onHidden }: Props): ReactElement {
  const { t } = useTranslation();
  const { columns, row } = selected;
  const column = columns[place.column];
  const value = row?.cells[place.column] ?? '';
  const correction = row?.corrections.find((one) => one.column === place.column);
  const hidden = columns.filter((one) => one.hidden);
  return (
    <div className="value-bar" aria-live="polite" aria-label={t('source.cell')} role="group">
      <strong>
        {column?.letter ?? ''}
        {place.row}
      </strong>
      <span className="secondary nowrap">{column?.fieldLabel ? pick(column.fieldLabel) : t('source.unmapped')}</span>
      {value === '' ? (
        <span className="sample sample-empty">{t('source.empty')}</span>
      ) : (
        <span className="ellipsis" title={value}>
          {value}
        </span>
      )}
      <span className="secondary ellipsis">
        {correction
          ? t('source.corrected', { value: correction.value, reason: correction.reason })
          : t('source.notCorrected')}
        {row?.problems.includes(place.column) ? ` · ${t('source.unreadable')}` : ''}
        {row?.hidden ? ` · ${t('source.hiddenRow')}` : ''}
        {row ? ` · ${t(`source.rowKind.${row.kind}`, { defaultValue: row.kind })}` : ''}
      </span>
      <span className="grow" />
      {hidden.length > 0 ? (
        <span className="nowrap secondary">
          {t('source.hiddenColumns', {
            count: hidden.length,
            letters: hidden
              .slice(0, 6)
              .map((one) => one.letter)
              .join('、'),
          })}
          <Button type="link" size="small" onClick={onHidden}>
            {hiddenShown ? t('source.hide') : t('source.show')}
          </Button>
        </span>
      ) : null}
    </div>
  );
}
