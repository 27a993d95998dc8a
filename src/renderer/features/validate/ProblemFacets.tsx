import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/queries.ts';
import { pick } from '../../i18n/index.ts';
import { facetIds, useValidate } from './use-validate.ts';

/** Problems by kind, field and file, with counts; one choice in each. */
export function ProblemFacets(): ReactElement {
  const { t } = useTranslation();
  const { data } = useCall('problems.facets', {});
  const { filter, choose, clear } = useValidate();
  const nothing = facetIds.every((id) => filter[id] === null);
  return (
    <section className="problem-facets" aria-label={t('validate.facetsLabel')}>
      <div className="problem-facets-scroll">
        {facetIds.map((id) => {
          const facet = data?.find((one) => one.id === id);
          if (!facet || facet.values.length === 0) return null;
          return (
            <fieldset className="facet" key={id}>
              <legend>{t(`validate.facets.${id}`)}</legend>
              {facet.values.map(({ value, label, count }) => (
                <button
                  key={value}
                  type="button"
                  className="problem-facet"
                  aria-pressed={filter[id] === value}
                  onClick={() => {
                    choose(id, filter[id] === value ? null : value);
                  }}
                >
                  <span className="ellipsis" title={pick(label)}>
                    {pick(label)}
                  </span>
                  <span className="number">{count.toLocaleString()}</span>
                </button>
              ))}
            </fieldset>
          );
        })}
      </div>
      <div className="pane-foot">
        <span className="grow" />
        <Button type="link" size="small" disabled={nothing} onClick={clear}>
          {t('validate.clear')}
        </Button>
      </div>
    </section>
  );
}
