import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelResult } from '../../../contract/channels.ts';
import { articleNumber } from '../../i18n/article-number.ts';

type Clause = ChannelResult<'run.coverage'>['clauses'][number];
type State = Clause['state'];

/** An article is as far as all its items are; between all and none it is partly checked. */
function stateOf(items: readonly Clause[]): State {
  const states = new Set(items.map(({ state }) => state));
  const [only = 'partly'] = states;
  return states.size === 1 ? only : 'partly';
}

const wholeOf = (items: readonly Clause[]): number => items.filter(({ state }) => state === 'checked').length;

/** The articles of the resolution as cells, pattern and word beside the colour; a press shows the items of one. */
export function ClauseCells({ clauses }: { readonly clauses: readonly Clause[] }): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  const articles = [...Map.groupBy(clauses, ({ clause }) => clause.split('.')[0] ?? clause)].map(([number, items]) => ({
    number,
    items,
    state: stateOf(items),
  }));
  // By item, as the report and the command line count: an article that is partly checked hides items that were not.
  const count = (state: State): number => clauses.filter((clause) => clause.state === state).length;
  const items = articles.find(({ number }) => number === open)?.items ?? [];
  return (
    <div>
      <p>
        <strong>{t('run.clauses', { count: articles.length })}</strong>{' '}
        <span className="secondary">
          {t('run.clauseCounts', {
            count: clauses.length,
            checked: count('checked'),
            partly: count('partly'),
            not: count('not-checked'),
          })}
        </span>
      </p>
      <ul className="clauses">
        {articles.map(({ number, items: own, state }) => (
          <li key={number}>
            <button
              type="button"
              className={`clause clause-${state}`}
              aria-expanded={number === open}
              title={t('run.articleItems', { whole: wholeOf(own), count: own.length })}
              aria-label={`${t('rules.article', { number: articleNumber(Number(number)) })} ${t(`run.${state}`)} ${t('run.articleItems', { whole: wholeOf(own), count: own.length })}`}
              onClick={() => {
                setOpen(number === open ? null : number);
              }}
            >
              <strong>{number}</strong>
              <span>
                {t(`run.${state}`)}
                {state === 'partly' ? ` ${String(wholeOf(own))}/${String(own.length)}` : ''}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <ul className="clause-items">
        {items.map(({ clause, quote, rules, state }) => (
          <li key={clause}>
            <strong>{clause}</strong>
            <span className={`clause-word clause-word-${state}`}>{t(`run.${state}`)}</span>
            <span className="secondary nowrap">
              {rules.length > 0 ? t('run.clauseRules', { count: rules.length }) : t('run.clauseChecklist')}
            </span>
            <span className="secondary ellipsis" title={quote}>
              {quote}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
