import type Database from 'better-sqlite3-multiple-ciphers';
import { z } from 'zod';
import type { ChannelResult } from '../../contract/channels.ts';
import type { Handlers } from '../../contract/dispatch.ts';
import { reviewState, upheldStates, type FindingRow } from '../../contract/model.ts';
import { readMeta } from './info.ts';
import { partyNames } from './findings/party-names.ts';
import type { Rulebook } from './rulebook.ts';
import type { Workspace } from './workspace.ts';

type Statistics = ChannelResult<'statistics.get'>;
type State = FindingRow['state'];
type ClassCounts = Pick<Statistics['byRule'][number], 'violation' | 'overLimit' | 'lead'>;

/** Findings counted by unit, rule, clause, month and severity; findings that are gone are not counted. */
export function statisticsHandlers(workspace: Workspace): Pick<Handlers, 'statistics.get'> {
  return {
    'statistics.get': async () =>
      statistics(workspace.need().database, await workspace.rulebook(), workspace.settings.current.masked),
  };
}

const present = "change <> 'gone'";

function byColumn(
  database: Database.Database,
  column: 'party' | 'rule_id' | 'month',
): ReadonlyMap<string, ClassCounts> {
  const rows = database
    .prepare<[], ClassCounts & { value: string }>(
      `SELECT ${column} AS value, sum(class = 'violation') AS violation, sum(class = 'overLimit') AS overLimit,
         sum(class = 'lead') AS lead
       FROM listed WHERE ${present} AND ${column} IS NOT NULL GROUP BY ${column}`,
    )
    .all();
  return new Map(rows.map(({ value, violation, overLimit, lead }) => [value, { violation, overLimit, lead }]));
}

const total = ({ violation, overLimit, lead }: ClassCounts): number => violation + overLimit + lead;

function statistics(database: Database.Database, rulebook: Rulebook, masked: boolean): Statistics {
  const names = partyNames(database, masked);
  const ofRules = byColumn(database, 'rule_id');
  const records = z.record(z.string(), z.number()).safeParse(readMeta(database, 'partyRecords')).data ?? {};
  return {
    funnel: funnel(database),
    byParty: [...byColumn(database, 'party')]
      .map(([value, counts]) => ({ value, label: names(value), records: records[value] ?? 0, ...counts }))
      .sort((a, b) => total(b) - total(a)),
    byRule: [...ofRules]
      .map(([value, counts]) => ({
        value,
        label: rulebook.rule(value)?.definition.title ?? { zh: value, en: value },
        ...counts,
      }))
      .sort((a, b) => total(b) - total(a)),
    byClause: byClause(ofRules, rulebook),
    bySeverity: ['critical', 'major', 'minor'].map((value) => ({
      value,
      count: count(database, `severity = '${value}'`),
    })),
    byMonth: [...byColumn(database, 'month')]
      .map(([value, counts]) => ({ value, ...counts }))
      .sort((a, b) => (a.value < b.value ? -1 : 1)),
  };
}

function count(database: Database.Database, condition: string): number {
  const sql = `SELECT count(*) FROM listed WHERE ${present} AND ${condition}`;
  return database.prepare<[], number>(sql).pluck().get() ?? 0;
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
function funnel(database: Database.Database): Statistics['funnel'] {
  const among = (states: readonly State[]): number =>
    count(database, `state IN (${states.map((state) => `'${state}'`).join(', ')})`);
  const reviewed = reviewState.options.filter((state) => state !== 'open');
  const referred = count(database, `(${wasReferred})`);
  return [
    { id: 'all', label: { zh: '线索', en: 'Findings' }, count: count(database, 'true'), of: null, states: [] },
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

/** A finding counts under each clause of its rule. */
function byClause(ofRules: ReadonlyMap<string, ClassCounts>, rulebook: Rulebook): Statistics['byClause'] {
  const clauses = rulebook.pack.clauses.map(({ id }) => {
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
