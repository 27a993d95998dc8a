import type { Handlers } from '../../../contract/dispatch.ts';
import { findingsFilter, findingsOrder, type Facet, type FindingsFilter } from '../../../contract/model.ts';
import type { Bilingual } from '../../../core/language.ts';
import type { Rulebook } from '../rulebook.ts';
import { rulesOfClauses } from '../rules-of-clauses.ts';
import { stateWords } from '../state-words.ts';
import type { Workspace } from '../workspace.ts';
import type { FacetId, FindingIndex, IndexFilter } from './finding-index.ts';
import { rowsById } from './listed-row.ts';
import { partyNames } from './party-names.ts';

type ListHandlers = Pick<
  Handlers,
  'findings.list' | 'findings.ids' | 'findings.place' | 'findings.groups' | 'findings.facets'
>;

function indexFilter(filter: FindingsFilter, rulebook: Rulebook): IndexFilter {
  const { clause, class: kind, severity, state, ruleId, party, change, month, text } = filter;
  const clauseRules = clause.length === 0 ? null : new Set(rulesOfClauses(rulebook.pack, clause));
  return { class: kind, severity, state, ruleId, party, change, month, text, clauseRules };
}

/**
 * Puts the findings in order before the list is asked for, once the window has its answer: of a large inspection that takes a
 * moment. What goes wrong is said to who asks for the list.
 */
export async function prepareList(workspace: Workspace): Promise<void> {
  try {
    const rulebook = await workspace.rulebook();
    if (workspace.current === null) return;
    workspace.index(rulebook).list(indexFilter(findingsFilter.parse({}), rulebook), findingsOrder.parse({}));
  } catch {
    // The list itself tells.
  }
}

export function listHandlers(workspace: Workspace): ListHandlers {
  return {
    'findings.list': async ({ filter, order, offset, limit }) => {
      const { database } = workspace.need();
      const rulebook = await workspace.rulebook();
      const index = workspace.index(rulebook);
      const list = index.list(indexFilter(filter, rulebook), order);
      const ids = index.rowIds(list.subarray(offset, offset + limit));
      return {
        total: list.length,
        all: index.size,
        cases: index.countSubjects(list),
        rows: rowsById(database, ids, rulebook, workspace.settings.current.masked),
      };
    },
    'findings.ids': async ({ filter, order, offset, limit }) => {
      workspace.need();
      const rulebook = await workspace.rulebook();
      const index = workspace.index(rulebook);
      const list = index.list(indexFilter(filter, rulebook), order);
      return index.fingerprints(list.subarray(offset, limit === undefined ? undefined : offset + limit));
    },
    'findings.place': async ({ id, filter, order }) => {
      workspace.need();
      const rulebook = await workspace.rulebook();
      const index = workspace.index(rulebook);
      const place = index.placeOf(id, index.list(indexFilter(filter, rulebook), order));
      return place < 0 ? null : place;
    },
    'findings.groups': async ({ filter, order }) => {
      workspace.need();
      const rulebook = await workspace.rulebook();
      const index = workspace.index(rulebook);
      const sizes = index.groupSizes(index.list(indexFilter(filter, rulebook), order), order.group);
      return { sizes: sizes.join(',') };
    },
    'findings.facets': async ({ filter }) => {
      const { database } = workspace.need();
      const rulebook = await workspace.rulebook();
      const names = partyNames(database, workspace.settings.current.masked);
      return facets(workspace.index(rulebook), filter, rulebook, names);
    },
  };
}

const valueWords: Readonly<Record<string, Bilingual>> = {
  violation: { zh: '疑似违规', en: 'Suspected violation' },
  overLimit: { zh: '超内控时限', en: 'Over internal limit' },
  lead: { zh: '疑似线索', en: 'Lead' },
  critical: { zh: '严重', en: 'Critical' },
  major: { zh: '较重', en: 'Major' },
  minor: { zh: '一般', en: 'Minor' },
  ...stateWords,
  new: { zh: '新增', en: 'New' },
  changed: { zh: '有变化', en: 'Changed' },
  unchanged: { zh: '未变', en: 'Unchanged' },
  gone: { zh: '已消失', en: 'Gone' },
};

/** Few values in their own order, whatever their counts; many by count, those that are chosen always. */
function facets(
  index: FindingIndex,
  filter: FindingsFilter,
  rulebook: Rulebook,
  names: (party: string) => string,
): Facet[] {
  const counts = index.facets(indexFilter(filter, rulebook));
  const fixed = (id: FacetId): Facet => ({
    id,
    values: [...counts[id]].map(([value, count]) => ({ value, label: valueWords[value] ?? same(value), count })),
  });
  const open = (id: FacetId, label: (value: string) => Bilingual): Facet => ({
    id,
    values: [...counts[id]]
      .filter(([value, count]) => count > 0 || filter[id].some((chosen) => chosen === value))
      .sort((a, b) => b[1] - a[1])
      .map(([value, count]) => ({ value, label: label(value), count })),
  });
  const clauses = new Map<string, number>();
  for (const [rule, count] of counts.rulesWithoutClause) {
    for (const clause of rulebook.rule(rule)?.definition.clauses ?? []) {
      clauses.set(clause, (clauses.get(clause) ?? 0) + count);
    }
  }
  const ofClauses = rulebook.pack.clauses
    .filter(({ id }) => (clauses.get(id) ?? 0) > 0 || filter.clause.includes(id))
    .map(({ id }) => ({ value: id, label: { zh: `第${id}项`, en: `Clause ${id}` }, count: clauses.get(id) ?? 0 }));
  const byMonth = open('month', same)
    .values.filter(({ value }) => value !== '')
    .sort((a, b) => (a.value < b.value ? 1 : -1));
  return [
    fixed('class'),
    fixed('severity'),
    fixed('state'),
    open('party', (party) => same(names(party))),
    open('ruleId', (id) => rulebook.rule(id)?.definition.title ?? same(id)),
    { id: 'clause', values: ofClauses },
    fixed('change'),
    { id: 'month', values: byMonth },
  ];
}

function same(words: string): Bilingual {
  return { zh: words, en: words };
}
