import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import { pick } from '../../i18n/index.ts';

const outcomes = ['violates', 'complies', 'excused', 'pending', 'indeterminate', 'notApplicable'] as const;

/** What came of a trial: the verdict, what a finding would say, and each step. */
export function Verdict({ verdict }: { readonly verdict: ChannelResult<'rules.try'> }): ReactElement {
  const { t } = useTranslation();
  const outcome = outcomes.find((name) => name === verdict.outcome);
  return (
    <div className="verdict" role="status">
      <p>
        <strong>{outcome ? t(`rules.expect.${outcome}`) : verdict.outcome}</strong>{' '}
        <span className="secondary">{verdict.agreed ? t('rules.agreed') : t('rules.notAgreed')}</span>
      </p>
      {verdict.messages.map((words) => (
        <p key={words.zh}>{pick(words)}</p>
      ))}
      <ol aria-label={t('rules.trace')}>
        {verdict.trace.map((step, index) => (
          <li key={`${String(index)} ${step.words.zh}`}>
            <span>{pick(step.words)}</span> <span className="secondary">{pick(step.actual)}</span>{' '}
            <strong>{t(`rules.step.${step.result}`)}</strong>
          </li>
        ))}
      </ol>
    </div>
  );
}
