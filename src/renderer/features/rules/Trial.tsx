import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import { call } from '../../app/api.ts';
import { pick } from '../../i18n/index.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';

const outcomes = ['violates', 'complies', 'excused', 'pending', 'indeterminate', 'notApplicable'] as const;

interface Props {
  readonly rule: ChannelResult<'rules.get'>;
  readonly record: Readonly<Record<string, string | null>>;
  readonly onRecord: (record: Readonly<Record<string, string | null>>) => void;
}

/** One record in, verdict and steps out; nothing is kept. */
export function Trial({ rule, record, onRecord }: Props): ReactElement {
  const { t } = useTranslation();
  const [verdict, setVerdict] = useState<ChannelResult<'rules.try'> | null>(null);
  const [error, setError] = useState<unknown>(null);
  const run = async (): Promise<void> => {
    setError(null);
    try {
      setVerdict(await call('rules.try', { id: rule.summary.id, record: { ...record } }));
    } catch (failure) {
      setVerdict(null);
      setError(failure);
    }
  };
  const outcome = outcomes.find((name) => name === verdict?.outcome);
  return (
    <section className="trial" aria-label={t('rules.trial')}>
      <div className="block-head">
        <h2>{t('rules.trial')}</h2>
        <span className="secondary">{t('rules.trialNote')}</span>
      </div>
      <p className="secondary">{t('rules.trialHint')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        {rule.fields.map((field) => (
          <label key={field.id} className="trial-field">
            <span>
              {pick(field.label)} {field.required ? <span className="secondary">{t('rules.required')}</span> : null}
            </span>
            <Input
              value={record[field.id] ?? ''}
              placeholder={t('rules.blank')}
              onChange={(event) => {
                onRecord({ ...record, [field.id]: event.target.value === '' ? null : event.target.value });
              }}
            />
          </label>
        ))}
        <Button type="primary" htmlType="submit">
          {t('rules.run')}
        </Button>
      </form>
      {error ? <ErrorPanel error={error} /> : null}
      {verdict ? (
        <div className="verdict" role="status">
          <p>
            <strong>{outcome ? t(`rules.expect.${outcome}`) : verdict.outcome}</strong> {verdict.limbs.join('、')}
          </p>
          <ol aria-label={t('rules.trace')}>
            {verdict.trace.map((step, index) => (
              <li key={`${String(index)} ${step.words.zh}`}>
                <span>{pick(step.words)}</span> <span className="secondary">{step.actual}</span>{' '}
                <strong>{step.result}</strong>
              </li>
            ))}
          </ol>
        </div>
      ) : null}
    </section>
  );
}
