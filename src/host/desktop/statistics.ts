import type Database from 'better-sqlite3-multiple-ciphers';
import { z } from 'zod';
import type { ChannelResult } from '../../contract/channels.ts';
import type { Handlers } from '../../contract/dispatch.ts';
import { reviewState, upheldStates, type FindingRow, type StatisticsFilter } from '../../contract/model.ts';
import { readMeta } from './info.ts';
import { partyNames } from './findings/party-names.ts';
import type { Rulebook } from './rulebook.ts';
import { rulesOfClauses } from './rules-of-clauses.ts';
import type { Workspace } from './workspace.ts';

type Statistics = ChannelResult<'statistics.get'>;
type State = FindingRow['state'];
type ClassCounts = Pick<Statistics['byRule'][number], 'violation' | 'overLimit' | 'lead'>;

/** Findings counted by unit, rule, clause, month and severity; findings that are gone are not counted. */
export function statisticsHandlers(workspace: Workspace): Pick<Handlers, 'statistics.get'> {
  return {
    'statistics.get': async ({ filter }) => {
      const rulebook = await workspace.rulebook();
      const counter = new Counter(workspace.need().database, filter, rulebook);
      return statistics(counter, filter, rulebook, workspace.settings.current.masked);
    },
  };
}

/** Counts the findings that are there and pass a filter. */
class Counter {
  readonly database: Database.Database;
  readonly #where: string;
  readonly #wanted: readonly string[];

  constructor(database: Database.Database, filter: StatisticsFilter, rulebook: Rulebook) {
    const { party, clause, state, month } = filter;
    const wanted: (readonly [column: string, values: readonly string[]])[] = [];
    if (party.length > 0) wanted.push(['party', party]);
    if (state.length > 0) wanted.push(['state', state]);
    if (month.length > 0) wanted.push(['month', month]);
    if (clause.length > 0) wanted.push(['rule_id', rulesOfClauses(rulebook.pack, clause)]);
    const conditions = wanted.map(([column]) => `${column} IN (SELECT value FROM json_each(?))`);
    this.database = database;
    this.#where = ["change <> 'gone'", ...conditions].join(' AND ');
    this.#wanted = wanted.map(([, values]) => JSON.stringify(values));
  }

  by(column: 'party' | 'rule_id' | 'month'): ReadonlyMap<string, ClassCounts> {
    const rows = this.database
      .prepare<string[], ClassCounts & { value: string }>(
        `SELECT ${column} AS value, sum(class = 'violation') AS violation, sum(class = 'overLimit') AS overLimit,
           sum(class = 'lead') AS lead
         FROM listed WHERE ${this.#where} AND ${column} IS NOT NULL GROUP BY ${column}`,
      )
      .all(...this.#wanted);
    return new Map(rows.map(({ value, violation, overLimit, lead }) => [value, { violation, overLimit, lead }]));
  }

  count(condition: string): number {
    const sql = `SELECT count(*) FROM listed WHERE ${this.#where} AND ${condition}`;
    return (
      this.database
        .prepare<string[], number>(sql)
        .pluck()
        .get(...this.#wanted) ?? 0
    );
  }
}

const total = ({ violation, overLimit, lead }: ClassCounts): number => violation + overLimit + lead;

function statistics(counter: Counter, filter: StatisticsFilter, rulebook: Rulebook, masked: boolean): Statistics {
  const { database } = counter;
  const names = partyNames(database, masked);
  const ofRules = counter.by('rule_id');
  const records = z.record(z.string(), z.number()).safeParse(readMeta(database, 'partyRecords')).data ?? {};
  return {
    funnel: funnel(counter),
    byParty: [...counter.by('party')]
      .map(([value, counts]) => ({ value, label: names(value), records: records[value] ?? 0, ...counts }))
      .sort((a, b) => total(b) - total(a)),
    byRule: [...ofRules]
      .map(([value, counts]) => ({
        value,
        label: rulebook.rule(value)?.definition.title ?? { zh: value, en: value },
        ...counts,
      }))
      .sort((a, b) => total(b) - total(a)),
    byClause: byClause(ofRules, filter.clause, rulebook),
    bySeverity: ['critical', 'major', 'minor'].map((value) => ({
      value,
      count: counter.count(`severity = '${value}'`),
    })),
    byMonth: [...counter.by('month')]
      .map(([value, counts]) => ({ value, ...counts }))
      .sort((a, b) => (a.value < b.value ? -1 : 1)),
  };
}

/**
 * What was referred and then put right still counts as referred: where it stood before is told by the decision that put it
 * right.
 */
const wasReferred = `state = 'referred' OR state = 'rectified' AND 'referred' = (
  SELECT state_before FROM decision_finding
  WHERE decision_finding.fingerprint = listed.fingerprint AND state_after = 'rectified' AND state_before <> 'rectified'
  ORDER BY number DESC LIMIT 1)`;

const upheld: readonly State[] = [...upheldStates, 'rectified'];

/** All findings, those looked at, those upheld; of the upheld, those referred and those put right. */
function funnel(counter: Counter): Statistics['funnel'] {
  const among = (states: readonly State[]): number =>
    counter.count(`state IN (${states.map((state) => `'${state}'`).join(', ')})`);
  const reviewed = reviewState.options.filter((state) => state !== 'open');
  const referred = counter.count(`(${wasReferred})`);
  return [
    { id: 'all', label: { zh: '线索', en: 'Findings' }, count: counter.count('true'), of: null, states: [] },
    { id: 'reviewed', label: { zh: '已核查', en: 'Reviewed' }, count: among(reviewed), of: 'all', states: reviewed },
    {
      id: 'upheld',
      label: { zh: '查实（含提出）', en: 'Upheld' },
      count: among(upheld),
      of: 'reviewed',
      states: [...upheld],
    },
    {
      id: 'referred',
      label: { zh: '移送', en: 'Referred' },
      count: referred,
      of: 'upheld',
      states: referred === among(['referred']) ? ['referred'] : null,
    },
    {
      id: 'rectified',
      label: { zh: '整改', en: 'Rectified' },
      count: among(['rectified']),
      of: 'upheld',
      states: ['rectified'],
    },
  ];
}

/** A finding counts under each clause of its rule; where clauses were asked for, under those alone. */
function byClause(
  ofRules: ReadonlyMap<string, ClassCounts>,
  wanted: readonly string[],
  rulebook: Rulebook,
): Statistics['byClause'] {
  const shown = rulebook.pack.clauses.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  const clauses = shown.map(({ id }) => {
    const counts = { value: id, violation: 0, overLimit: 0, lead: 0 };
    for (const [ruleId, { violation, overLimit, lead }] of ofRules) {
      if (rulebook.rule(ruleId)?.definition.clauses.includes(id) !== true) continue;
      counts.violation += violation;
      counts.overLimit += overLimit;
      counts.lead += lead;
    }
    return counts;
  });
  return clauses.filter((counts) => total(counts) > 0);
}
