import { RightOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import { pick } from '../../i18n/index.ts';
import { ShowFindings } from '../../ui/ShowFindings.tsx';

type Step = ChannelResult<'statistics.get'>['funnel'][number];

/** Findings that are gone are not counted: they are not among the rows of a number either. */
const present = ['new', 'changed', 'unchanged'] as const;

function Figure({ step: { label, count, states } }: { readonly step: Step }): ReactElement {
  const figure = <strong>{count.toLocaleString()}</strong>;
  if (states === null || count === 0) return figure;
  return (
    <ShowFindings filter={{ state: states, change: [...present] }} label={`${pick(label)} ${String(count)}`}>
      {figure}
    </ShowFindings>
  );
}

/** How far the findings have come: a count, its rate with numerator and denominator, and a bar of one scale. */
export function Funnel({ steps }: { readonly steps: readonly Step[] }): ReactElement {
  const { t } = useTranslation();
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
                <span className="secondary">{t('statistics.whole')}</span>
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
