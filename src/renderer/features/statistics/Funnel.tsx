import { RightOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import { pick } from '../../i18n/index.ts';

/** How far the findings have come: a count, its rate with numerator and denominator, and a bar of one scale. */
export function Funnel({ steps }: { readonly steps: ChannelResult<'statistics.get'>['funnel'] }): ReactElement {
  const { t } = useTranslation();
  const all = steps[0]?.count ?? 0;
  return (
    <ol className="block funnel" aria-label={t('statistics.funnel')}>
      {steps.map((step, index) => (
        <li key={step.id}>
          <span className="funnel-line">
            {index > 0 ? <RightOutlined aria-hidden="true" className="funnel-arrow" /> : null}
            <span>{pick(step.label)}</span> <strong>{step.count.toLocaleString()}</strong>{' '}
            <span className="secondary">
              {index === 0 || all === 0
                ? t('statistics.whole')
                : t('statistics.ofAll', {
                    rate: `${((100 * step.count) / all).toFixed(1)} %`,
                    part: step.count,
                    whole: all,
                  })}
            </span>
          </span>
          <span className="funnel-bar" aria-hidden="true">
            <i style={{ width: `${String(all === 0 ? 0 : (100 * step.count) / all)}%` }} />
          </span>
        </li>
      ))}
    </ol>
  );
}
