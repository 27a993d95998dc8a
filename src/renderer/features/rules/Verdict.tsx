import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import { pick } from '../../i18n/index.ts';
import { ClassTag } from '../../ui/ClassTag.tsx';

const outcomes = ['violates', 'complies', 'excused', 'pending', 'indeterminate', 'notApplicable'] as const;

/** What came of a trial: the verdict, what a finding would say, and each step. */
export function Verdict({ verdict }: { readonly verdict: ChannelResult<'rules.try'> }): ReactElement {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [verdict]);
  const outcome = outcomes.find((name) => name === verdict.outcome);
  const classes = [...new Set(verdict.messages.map((said) => said.class))];
  return (
    <div className="verdict" role="status" ref={box}>
      <p className="verdict-head">
        <strong>{outcome ? t(`rules.expect.${outcome}`) : verdict.outcome}</strong>
        {classes.map((value) => (
          <ClassTag key={value} value={value} />
        ))}
        <span className="grow" />
        <span className="secondary">{verdict.agreed ? t('rules.agreed') : t('rules.notAgreed')}</span>
      </p>
      {verdict.messages.map(({ words }) => (
        <p key={words.zh}>{pick(words)}</p>
      ))}
      <ol className="trace" aria-label={t('rules.trace')}>
        {verdict.trace.map((step, index) => (
          <li key={`${String(index)} ${step.words.zh}`}>
            <span title={pick(step.words)}>{pick(step.words)}</span>
            <span className="secondary" title={pick(step.actual)}>
              {pick(step.actual)}
            </span>
            <strong>{t(`rules.step.${step.result}`)}</strong>
          </li>
        ))}
      </ol>
    </div>
  );
}
