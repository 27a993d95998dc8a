import { WarningFilled } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetMapping } from '../../../contract/model.ts';
import { useCall } from '../../app/queries.ts';
import { pick } from '../../i18n/index.ts';
import { fieldOf, type Draft } from './draft.ts';

interface Props {
  readonly mapping: SheetMapping;
  readonly draft: Draft;
  readonly records: number;
  readonly onField: (column: number, field: string) => void;
  readonly onAbsent: (field: string, absent: boolean) => void;
}

const SHOWN_RULES = 2;

/** Fields that rules need and no column gives, with the rules they disable and the two ways out. */
export function Gaps({ mapping, draft, records, onField, onAbsent }: Props): ReactElement | null {
  const { t } = useTranslation();
  const rules = useCall('rules.list', {});
  const titleOf = (id: string): string => {
    const rule = rules.data?.find((one) => one.id === id);
    return rule ? pick(rule.title) : id;
  };
  const given = new Set(mapping.columns.map((column) => fieldOf(column, draft)));
  const open = mapping.gaps.filter((gap) => !given.has(gap.field));
  if (open.length === 0) return null;
  const isAbsent = (gap: SheetMapping['gaps'][number]): boolean =>
    draft.absent.includes(gap.field) || (gap.absent && !draft.present.includes(gap.field));
  const unused = mapping.columns.filter((column) => fieldOf(column, draft) === null);
  return (
    <section className="gaps">
      <h2>
        <WarningFilled aria-hidden="true" /> {t('map.gaps', { count: open.length })}{' '}
        <span className="secondary">{t('map.gapsHint', { count: records })}</span>
      </h2>
      <ul>
        {open.map((gap) => {
          const suggested = unused.find((column) => column.column === gap.suggestion);
          return (
            <li key={gap.field}>
              <strong className="gap-field">{pick(gap.label)}</strong>
              <span className="gap-rules">
                {gap.rules.slice(0, SHOWN_RULES).map((id) => (
                  <span key={id} className="chip gap-rule" title={titleOf(id)}>
                    <span className="ellipsis">{titleOf(id)}</span>
                  </span>
                ))}
                {gap.rules.length > SHOWN_RULES ? (
                  <span className="secondary nowrap" title={gap.rules.slice(SHOWN_RULES).map(titleOf).join('\n')}>
                    {t('map.gapRules', { count: gap.rules.length - SHOWN_RULES })}
                  </span>
                ) : null}
              </span>
              {isAbsent(gap) ? (
                <>
                  <span className="secondary">{t('map.absent')}</span>
                  <Button
                    onClick={() => {
                      onAbsent(gap.field, false);
                    }}
                  >
                    {t('map.takeBack')}
                  </Button>
                </>
              ) : (
                <>
                  {suggested ? (
                    <Button
                      onClick={() => {
                        onField(suggested.column, gap.field);
                      }}
                    >
                      {t('map.useIt')} {t('map.suggested', { letter: suggested.letter, header: suggested.header })}
                    </Button>
                  ) : null}
                  <Select<number>
                    className="gap-column"
                    showSearch={{ optionFilterProp: 'label' }}
                    value={null}
                    placeholder={t('map.fromUnused')}
                    aria-label={t('map.gapColumn', { field: pick(gap.label) })}
                    options={unused.map((column) => ({
                      value: column.column,
                      label: `${column.letter} ${column.header}`,
                    }))}
                    onChange={(column) => {
                      onField(column, gap.field);
                    }}
                  />
                  <Button
                    aria-label={`${t('map.confirmAbsent')} ${pick(gap.label)}`}
                    onClick={() => {
                      onAbsent(gap.field, true);
                    }}
                  >
                    {t('map.confirmAbsent')}
                  </Button>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
