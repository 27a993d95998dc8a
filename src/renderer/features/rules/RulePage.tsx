import { Button, Skeleton } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import type { RuleSummary, RuleTrial } from '../../../contract/model.ts';
import { useCall } from '../../app/queries.ts';
import { pick } from '../../i18n/index.ts';
import { articleOfClause } from '../../i18n/article-number.ts';
import { ClassTag, SeverityMark } from '../../ui/ClassTag.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { ShowFindings } from '../../ui/ShowFindings.tsx';
import { useAct } from '../../ui/use-act.ts';
import { when } from '../../ui/when.ts';
import { DisableDialog } from '../run/DisableDialog.tsx';
import { tailor } from '../run/tailor.ts';
import { Block } from './Block.tsx';
import { Conditions } from './Conditions.tsx';
import { definitionOf } from './definition.ts';
import { Parameters } from './Parameters.tsx';
import { Trial } from './Trial.tsx';

type Rule = ChannelResult<'rules.get'>;

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

/** Off with a reason, and on again: for the open inspection. */
function Switching({ rule }: { readonly rule: RuleSummary }): ReactElement {
  const { t } = useTranslation();
  const { act } = useAct();
  const [asking, setAsking] = useState(false);
  return (
    <>
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
          rules={[rule]}
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
          <div className="rule-title">
            <h1>{pick(summary.title)}</h1>
            {[...new Set(definition.violations.map((limb) => limb.class))].map((value) => (
              <ClassTag key={value} value={value} />
            ))}
            <SeverityMark value={summary.severity} />
            <span className={summary.enabled ? 'tag tag-ok' : 'tag'}>
              {t(summary.enabled ? 'rules.on' : 'rules.off')}
            </span>
          </div>
          {overview ? <Switching rule={summary} /> : null}
          <p className="secondary facts-line">
            <span>
              {summary.id} {summary.version}
            </span>
            <span>{pick(summary.registerLabel)}</span>
            <span>
              {t('rules.cases')} {t('rules.casesNote', { count: rule.cases.length })}
            </span>
            <span>{t(`rules.confidence.${definition.confidence}`)}</span>
            <span title={rule.sha256}>SHA-256 {rule.sha256.slice(0, 8)}…</span>
          </p>
        </header>
        <Block title={t('rules.basis')}>
          <div className="rule-law">
            {rule.clauses.map((clause) => (
              <p key={clause.id}>
                <strong>{t('rules.clause', { article: articleOfClause(clause.id), id: clause.id })}</strong> 「
                {clause.quote}」
              </p>
            ))}
            <p className="rule-cites">
              {rule.law.map((law) => (
                <span key={law.zh}>{pick(law)}</span>
              ))}
            </p>
          </div>
        </Block>
        <Parameters definition={definition} bases={rule.bases} fields={rule.fields} asOf={trial.asOf} />
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
