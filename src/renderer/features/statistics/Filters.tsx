import { Button, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatisticsFilter } from '../../../contract/model.ts';
import { useCall } from '../../app/queries.ts';
import { pick } from '../../i18n/index.ts';
import { useLast } from '../../ui/use-last.ts';
import { filterIds, useFilter } from './use-filter.ts';

type FilterId = keyof StatisticsFilter;

/** What the findings are narrowed to: each choice with its count under the others, and a line that says what was chosen. */
export function Filters(): ReactElement {
  const { t } = useTranslation();
  const { filter, isFiltered, narrow, clear, within } = useFilter();
  const facets = useLast(useCall('findings.facets', { filter: within({}) }).data);
  const valuesOf = (id: FilterId) => facets?.find((facet) => facet.id === id)?.values ?? [];
  const labelOf = (id: FilterId, value: string): string => {
    const label = valuesOf(id).find((each) => each.value === value)?.label;
    return label === undefined ? value : pick(label);
  };
  const chosen = filterIds.filter((id) => filter[id].length > 0);
  return (
    <section className="statistics-filters" aria-label={t('statistics.filters')}>
      {filterIds.map((id) => (
        <Select<string[]>
          key={id}
          mode="multiple"
          aria-label={t(`review.facets.${id}`)}
          placeholder={t(`statistics.all.${id}`, { count: valuesOf(id).length })}
          value={[...filter[id]]}
          maxTagCount={0}
          maxTagPlaceholder={t(`statistics.some.${id}`, { count: filter[id].length })}
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          options={valuesOf(id).map(({ value, label, count }) => ({
            value,
            label: `${pick(label)}  ${count.toLocaleString()}`,
          }))}
          onChange={(values) => {
            narrow({ [id]: values });
          }}
        />
      ))}
      <p className="statistics-filtered" role="status">
        {isFiltered ? (
          <>
            <strong>{t('statistics.only')}</strong>{' '}
            <span>
              {chosen
                .map((id) =>
                  t('statistics.onlyOf', {
                    what: t(`review.facets.${id}`),
                    values: filter[id].map((value) => labelOf(id, value)).join(t('common.comma')),
                  }),
                )
                .join(t('statistics.and'))}
            </span>
          </>
        ) : (
          <span className="secondary">{t('statistics.unfiltered')}</span>
        )}
      </p>
      <Button disabled={!isFiltered} onClick={clear}>
        {t('statistics.clear')}
      </Button>
    </section>
  );
}
