import { Button, Segmented, Skeleton } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import type { RuleSummary, RuleTrial } from '../../../contract/model.ts';
import { useCall } from '../../app/queries.ts';
import { pick } from '../../i18n/index.ts';
import { SeverityMark } from '../../ui/ClassTag.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { ShowFindings } from '../../ui/ShowFindings.tsx';
import { useAct } from '../../ui/use-act.ts';
import { when } from '../../ui/when.ts';
import { DisableDialog } from '../run/DisableDialog.tsx';
import { tailor } from '../run/tailor.ts';
import { definitionOf, valueWords } from './definition.ts';
import { Trial } from './Trial.tsx';

type Rule = ChannelResult<'rules.get'>;
type Definition = ReturnType<typeof definitionOf>;

function Block({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: string | undefined;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className="rule-block">
      <h2>
        {title} {note === undefined ? null : <span className="secondary">{note}</span>}
      </h2>
      {children}
    </section>
  );
}

/** One band a period; the one in force on the day is tinted. */
function Parameters({
  definition,
  bases,
  asOf,
}: {
  readonly definition: Definition;
  readonly bases: Rule['bases'];
  /** The day whose values are tinted. */
  readonly asOf: string;
}): ReactElement {
  const { t } = useTranslation();
  // What is counted stands before the lists of words: it is what one looks for.
  const parameters = Object.entries(definition.parameters).sort(
    ([, a], [, b]) => Number(a.unit === 'list') - Number(b.unit === 'list'),
  );
  const inForce = (values: readonly { readonly from: string }[]): number =>
    values.findLastIndex(({ from }) => from <= asOf);
  const basisOf = (basis: string): string => {
    const words = bases[basis];
    return words === undefined ? basis : pick(words);
  };
  return (
    <Block title={t('rules.parameters')}>
      {parameters.length === 0 ? <p className="secondary">{t('rules.noParameters')}</p> : null}
      {parameters.map(([name, parameter]) => (
        <div key={name} className="timeline">
          <span>
            {pick(parameter.label)} <span className="secondary">({t(`rules.unit.${parameter.unit}`)})</span>
          </span>
          <ol>
            {parameter.values.map((value, index) => (
              <li key={value.from} className={index === inForce(parameter.values) ? 'band current' : 'band'}>
                <span className="secondary">
                  {t('rules.from', { from: value.from })}
                  {index === inForce(parameter.values) ? ` · ${t('rules.inForce')}` : ''}
                </span>
                <strong title={valueWords(value.value)}>{valueWords(value.value)}</strong>
                <span className="secondary" title={basisOf(value.basis)}>
                  {basisOf(value.basis)}
                </span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </Block>
  );
}

function Result({ id }: { readonly id: string }): ReactElement {
  const { t } = useTranslation();
  const { data: overview } = useCall('inspection.overview', {});
  const { data } = useCall('run.coverage', {}, overview !== null && overview !== undefined);
  const result = data?.rules.find((rule) => rule.ruleId === id);
  return (
    <Block title={t('rules.result')} note={overview?.name}>
      {result ? (
        <dl className="figures">
          {(['applicable', 'complies', 'excused', 'pending', 'indeterminate', 'findings'] as const).map((name) => (
            <div key={name}>
              <dd>{result[name].toLocaleString()}</dd>
              <dt>{t(`run.${name}`)}</dt>
            </div>
          ))}
        </dl>
      ) : (
        <p className="secondary">{t('rules.noRun')}</p>
      )}
      {result && result.findings > 0 ? (
        <ShowFindings filter={{ ruleId: [id] }} label={t('rules.showFindings', { count: result.findings })}>
          {t('rules.showFindings', { count: result.findings })}
        </ShowFindings>
      ) : null}
    </Block>
  );
}

function Conditions({ rule }: { readonly rule: Rule }): ReactElement {
  const { t } = useTranslation();
  const [form, setForm] = useState<'words' | 'json'>('words');
  return (
    <Block title={t('rules.conditions')}>
      <Segmented
        size="small"
        value={form}
        onChange={setForm}
        options={(['words', 'json'] as const).map((value) => ({ value, label: t(`rules.${value}`) }))}
      />
      {form === 'words' ? (
        <ul className="condition-list">
          {rule.conditions.map((words, index) => (
            <li key={`${String(index)} ${words.zh}`}>{pick(words)}</li>
          ))}
        </ul>
      ) : (
        <pre tabIndex={0} aria-label={t('rules.json')}>
          {rule.json}
        </pre>
      )}
    </Block>
  );
}

/** Off with a reason, and on again: for the open inspection. */
function Switching({ rule }: { readonly rule: RuleSummary }): ReactElement {
  const { t } = useTranslation();
  const { act } = useAct();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <span className="grow" />
      {rule.enabled ? (
        <Button
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('rules.disable')}
        </Button>
      ) : (
        <Button onClick={() => void act(() => tailor({ id: rule.id, enabled: true }))}>{t('rules.enable')}</Button>
      )}
      {rule.disabledReason === null ? null : (
        <p className="secondary">{t('rules.disabledWhy', { reason: rule.disabledReason })}</p>
      )}
      {asking ? (
        <DisableDialog
          rule={rule}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </>
  );
}

function Body({ rule }: { readonly rule: Rule }): ReactElement {
  const { t } = useTranslation();
  const definition = definitionOf(rule.json);
  const { data: overview } = useCall('inspection.overview', {});
  const [trial, setTrial] = useState<RuleTrial>(() => ({
    asOf: overview?.asOf ?? new Date().toISOString().slice(0, 10),
    record: {},
    unmapped: [],
    neighbours: {},
  }));
  const { summary } = rule;
  return (
    <>
      <article className="rule-page">
        <header className="rule-head">
          <h1>{pick(summary.title)}</h1>
          <SeverityMark value={summary.severity} />
          {summary.enabled ? null : <span className="tag">{t('rules.off')}</span>}
          {overview ? <Switching rule={summary} /> : null}
          <p className="secondary">
            {summary.id} {summary.version} | {pick(summary.registerLabel)} |{' '}
            {t(`rules.confidence.${definition.confidence}`)}
          </p>
        </header>
        <Block title={t('rules.basis')}>
          <div className="rule-law">
            {rule.clauses.map((clause) => (
              <p key={clause.id}>
                <strong>{clause.id}</strong> 「{clause.quote}」
              </p>
            ))}
            {rule.law.map((law) => (
              <p key={law.zh}>{pick(law)}</p>
            ))}
          </div>
        </Block>
        <Parameters definition={definition} bases={rule.bases} asOf={trial.asOf} />
        <Conditions rule={rule} />
        <Result id={summary.id} />
        <Block title={t('rules.remedy')}>
          <p>{pick(definition.remedy)}</p>
        </Block>
        <Block title={t('rules.note')}>
          <p>{pick(definition.note)}</p>
        </Block>
        {overview ? (
          <Block title={t('rules.history')}>
            {rule.history.length === 0 ? <p className="secondary">{t('rules.noHistory')}</p> : null}
            <ul className="rule-history">
              {rule.history.map(({ at, words }) => (
                <li key={`${at} ${words.zh}`}>
                  <span className="secondary nowrap">{when(at)}</span> {pick(words)}
                </li>
              ))}
            </ul>
          </Block>
        ) : null}
        <Block title={t('rules.cases')} note={t('rules.casesNote', { count: rule.cases.length })}>
          <ul className="rule-cases">
            {rule.cases.map((test) => (
              <li key={test.name}>
                <span>{test.name}</span>
                <span className="secondary nowrap">{t(`rules.expect.${test.expect}`)}</span>
                <Button
                  type="link"
                  size="small"
                  aria-label={`${t('rules.tryCase')} ${test.name}`}
                  onClick={() => {
                    setTrial(test.trial);
                  }}
                >
                  {t('rules.tryCase')}
                </Button>
              </li>
            ))}
          </ul>
        </Block>
      </article>
      <Trial rule={rule} trial={trial} onTrial={setTrial} />
    </>
  );
}

/** A rule with everything it rests on, and a trial beside it. */
export function RulePage({ id }: { readonly id: string }): ReactElement {
  const { data, error, refetch } = useCall('rules.get', { id });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  return data ? <Body key={id} rule={data} /> : <Skeleton active className="rule-page" />;
}
