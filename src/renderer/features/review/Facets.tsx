import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Skeleton } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facet } from '../../../contract/model.ts';
import { useCall } from '../../app/queries.ts';
import { pick } from '../../i18n/index.ts';
import { useLast } from '../../ui/use-last.ts';
import { useReview, type FacetId } from './use-review.ts';

const FEW = 6;
const facetIds: readonly FacetId[] = ['class', 'severity', 'state', 'change', 'party', 'ruleId', 'clause', 'month'];

function FacetGroup({ id, facet }: { readonly id: FacetId; readonly facet: Facet }): ReactElement {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  const chosen: readonly string[] = useReview((state) => state.filter[id]);
  const toggle = useReview((state) => state.toggle);
  const most = Math.max(1, ...facet.values.map((value) => value.count));
  // One more takes no more room than the words that say so.
  const isFew = facet.values.length <= FEW + 1;
  const shown = whole || isFew ? facet.values : facet.values.slice(0, FEW);
  return (
    <fieldset className="facet">
      <legend>{t(`review.facets.${id}`)}</legend>
      {shown.map(({ value, label, count }) => (
        <div className="facet-row" key={value}>
          <label className="facet-choice">
            <input
              type="checkbox"
              className="plain-checkbox"
              checked={chosen.includes(value)}
              onChange={() => {
                toggle(id, value);
              }}
            />
            <span className="ellipsis" title={pick(label)}>
              {pick(label)}
            </span>
          </label>
          <span className="facet-bar" aria-hidden="true">
            <i style={{ width: count === 0 ? 0 : `${String(Math.max(6, (count / most) * 100))}%` }} />
          </span>
          <span className="number">{count.toLocaleString()}</span>
        </div>
      ))}
      {isFew || whole ? null : (
        <Button
          type="link"
          size="small"
          onClick={() => {
            setWhole(true);
          }}
        >
          {t('review.more', { count: facet.values.length - FEW })}
        </Button>
      )}
    </fieldset>
  );
}

/** What can be chosen, with counts; each facet is counted under the choices of the others. */
export function Facets(): ReactElement {
  const { t } = useTranslation();
  const filter = useReview((state) => state.filter);
  const setText = useReview((state) => state.setText);
  const clear = useReview((state) => state.clear);
  const { data, isPending } = useCall('findings.facets', { filter });
  const facets = useLast(data);
  const chosen = facetIds.filter((id) => filter[id].length > 0).length + (filter.text === '' ? 0 : 1);
  return (
    <section className="facets" aria-label={t('common.search')}>
      <div className="facets-search">
        <Input
          prefix={<SearchOutlined aria-hidden="true" />}
          placeholder={t('review.findFacet')}
          aria-label={t('review.findFacet')}
          allowClear
          value={filter.text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      </div>
      <div className="facets-scroll" aria-busy={isPending}>
        {facets === undefined && isPending ? <Skeleton active paragraph={{ rows: 8 }} title={false} /> : null}
        {facetIds.map((id) => {
          const facet = facets?.find((one) => one.id === id);
          return facet && facet.values.length > 0 ? <FacetGroup key={id} id={id} facet={facet} /> : null;
        })}
      </div>
      <div className="pane-foot">
        <span className="secondary">{t('review.chosen', { count: chosen })}</span>
        <span className="grow" />
        <Button type="link" size="small" disabled={chosen === 0} onClick={clear}>
          {t('review.clear')}
        </Button>
      </div>
    </section>
  );
}
