import { CaretDownOutlined, SearchOutlined } from '@ant-design/icons';
import { Input, Segmented } from 'antd';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleSummary } from '../../../contract/model.ts';
import { useApp } from '../../app/store.ts';
import { pick } from '../../i18n/index.ts';
import { articleNumber } from '../../i18n/article-number.ts';
import { SeverityMark } from '../../ui/ClassTag.tsx';
import { rank, wordsOf } from '../../ui/rank.ts';
import { ruleGroups, type RuleGrouping } from '../../ui/rule-groups.ts';
import { useInitials } from '../../ui/use-initials.ts';
import { PackBar } from './PackBar.tsx';

interface Props {
  readonly rules: readonly RuleSummary[];
  readonly current: string | null;
}

/** Every rule there is, grouped; those that are off stay in it. */
export function RuleList({ rules, current }: Props): ReactElement {
  const { t } = useTranslation();
  const showRule = useApp((state) => state.showRule);
  const [by, setBy] = useState<RuleGrouping>('clause');
  const text = useApp((state) => state.ruleText);
  const setText = useApp((state) => state.showRules);
  const initials = useInitials(useMemo(() => rules.map(({ title }) => title.zh), [rules]));
  const articles = new Map(rules.map(({ article }) => [String(article.number), article]));
  /** 第二条 and the beginning of its words; the resolution gives its articles no titles. */
  const heading = (group: string): ReactElement => {
    const article = by === 'clause' ? articles.get(group) : undefined;
    if (article === undefined) return <>{group}</>;
    return (
      <>
        {t('rules.article', { number: articleNumber(article.number) })}{' '}
        <span className="rule-article">{article.words}</span>
      </>
    );
  };
  const words = wordsOf(text);
  const wanted = rules.filter(
    ({ title, id, clauses, laws, registerLabel }) =>
      rank(
        {
          texts: [title.zh, title.en, id, registerLabel.zh, registerLabel.en, ...clauses, ...laws.map((law) => law.zh)],
          initials: initials(title.zh),
        },
        words,
      ) !== null,
  );
  return (
    <section className="rule-list" aria-label={t('rules.title')}>
      <div className="block-head">
        <h1>{t('rules.title')}</h1>
        <span className="secondary">{t('rules.count', { count: rules.length })}</span>
      </div>
      <div className="rule-tools">
        <Segmented
          block
          value={by}
          onChange={setBy}
          options={(['clause', 'law', 'register'] as const).map((value) => ({
            value,
            label: t(`rules.by.${value}`),
          }))}
        />
        <Input
          prefix={<SearchOutlined aria-hidden="true" />}
          allowClear
          value={text}
          placeholder={t('rules.find')}
          aria-label={t('rules.find')}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      </div>
      <div className="rule-scroll">
        {wanted.length === 0 ? <p className="secondary">{t('rules.nothing')}</p> : null}
        {ruleGroups(wanted, by, t('rules.noLaw')).map(({ key: group, rules: list }) => (
          <details key={`${by} ${group}`} open>
            <summary>
              <CaretDownOutlined aria-hidden="true" />
              <h2 className="ellipsis" title={by === 'clause' ? articles.get(group)?.words : group}>
                {heading(group)}
              </h2>
              <span className="secondary">{list.length}</span>
            </summary>
            {list.map((rule) => (
              <button
                key={rule.id}
                type="button"
                className="rule-item"
                aria-current={rule.id === current ? 'true' : undefined}
                onClick={() => {
                  showRule(rule.id);
                }}
              >
                <span className="ellipsis" title={pick(rule.title)}>
                  {pick(rule.title)}
                </span>
                {rule.enabled ? (
                  <SeverityMark value={rule.severity} bare />
                ) : (
                  <span className="secondary">{t('rules.off')}</span>
                )}
              </button>
            ))}
          </details>
        ))}
      </div>
      <PackBar />
    </section>
  );
}
