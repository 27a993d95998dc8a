import { RightOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import { pick } from '../../i18n/index.ts';
import { ShowFindings } from '../../ui/ShowFindings.tsx';
import { useFilter } from './use-filter.ts';

type Step = ChannelResult<'statistics.get'>['funnel'][number];

function Figure({ step: { label, count, states } }: { readonly step: Step }): ReactElement {
  const { filter, within } = useFilter();
  const figure = <strong>{count.toLocaleString()}</strong>;
  if (states === null || count === 0) return figure;
  // Of the states of the step those that were asked for; no states stand for all.
  const among = states.filter((state) => filter.state.length === 0 || filter.state.includes(state));
  return (
    <ShowFindings
      filter={within({ state: states.length === 0 ? filter.state : among })}
      label={`${pick(label)} ${String(count)}`}
    >
      {figure}
    </ShowFindings>
  );
}

/** How far the findings have come: a count, its rate with numerator and denominator, and a bar of one scale. */
export function Funnel({ steps }: { readonly steps: readonly Step[] }): ReactElement {
  const { t } = useTranslation();
  const { isFiltered } = useFilter();
  const all = steps[0]?.count ?? 0;
  return (
    <ol className="block funnel" aria-label={t('statistics.funnel')}>
      {steps.map((step) => {
        const whole = steps.find(({ id }) => id === step.of);
        return (
          <li key={step.id}>
            <span className="funnel-line">
              {whole ? <RightOutlined aria-hidden="true" className="funnel-arrow" /> : null}
              <span>{pick(step.label)}</span> <Figure step={step} />
              {whole === undefined ? (
                <span className="secondary">{t(isFiltered ? 'statistics.wholeFiltered' : 'statistics.whole')}</span>
              ) : (
                <span className="secondary nowrap" title={t('statistics.ofStep', { step: pick(whole.label) })}>
                  <span className="funnel-rate">
                    {whole.count === 0 ? '—' : `${((100 * step.count) / whole.count).toFixed(1)} %`}
                  </span>{' '}
                  {step.count.toLocaleString()} / {whole.count.toLocaleString()}
                </span>
              )}
            </span>
            <span className="funnel-bar" aria-hidden="true">
              <i style={{ width: `${String(all === 0 ? 0 : (100 * step.count) / all)}%` }} />
            </span>
          </li>
        );
      })}
    </ol>
  );
}
