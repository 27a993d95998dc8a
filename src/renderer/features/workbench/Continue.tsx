import { ArrowRightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { reviewState, type Overview } from '../../../contract/model.ts';
import { useCall } from '../../app/queries.ts';
import { useApp } from '../../app/store.ts';

/** States in the order in which work goes through them, furthest first. */
const states = reviewState.options.toReversed();

/** Where to go on: what is stale, else the furthest step that was begun, else the first that was not. */
const nextStep = ({ steps }: Overview): Overview['steps'][number]['id'] =>
  (
    steps.find(({ state }) => state === 'stale') ??
    steps.findLast(({ state }) => state === 'partial' || state === 'current') ??
    steps.find(({ state }) => state === 'todo')
  )?.id ?? 'report';

/** Where one stopped, how far the findings have come, and one press to go on. */
export function Continue({ overview }: { readonly overview: Overview }): ReactElement {
  const { t } = useTranslation();
  const go = useApp((state) => state.go);
  const next = nextStep(overview);
  const { data: facets } = useCall('findings.facets', { filter: {} });
  const values = facets?.find(({ id }) => id === 'state')?.values ?? [];
  const counts = new Map(values.map(({ value, count }) => [value, count]));
  const begun = states.filter((state) => state === 'open' || (counts.get(state) ?? 0) > 0);
  const all = values.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="card continue" aria-label={t('workbench.continue')}>
      <div className="continue-words">
        <span className="secondary">{t('workbench.continue')}</span>
        <strong className="ellipsis" title={overview.name}>
          {overview.name} › {t(`place.${next}`)}
        </strong>
        <span className="secondary">
          {t('workbench.asOf')} {overview.asOf}
          {all === 0 ? '' : ` · ${t('workbench.leftToReview', { count: counts.get('open') ?? 0 })}`}
        </span>
      </div>
      {all === 0 ? null : (
        <div className="continue-states">
          <span className="state-bar" aria-hidden="true">
            {states.map((state) => (
              <i key={state} className={`fill-${state}`} style={{ flexGrow: counts.get(state) ?? 0 }} />
            ))}
          </span>
          <ul>
            {begun.map((state) => (
              <li key={state} className="secondary nowrap">
                <i aria-hidden="true" className={`fill-${state}`} /> {t(`state.${state}`)}{' '}
                {(counts.get(state) ?? 0).toLocaleString()}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Button
        onClick={() => {
          go(next);
        }}
      >
        {t('workbench.goOn', { step: t(`place.${next}`) })} <ArrowRightOutlined aria-hidden="true" />
      </Button>
    </section>
  );
}
