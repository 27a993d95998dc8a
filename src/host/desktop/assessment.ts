import type Database from 'better-sqlite3-multiple-ciphers';
import type { ChannelResult } from '../../contract/channels.ts';
import type { Handlers } from '../../contract/dispatch.ts';
import { scorecardOf, scorecardTable } from '../../core/finding/scorecard.ts';
import type { IndicatorCounts } from '../../core/indicator/indicator-result.ts';
import type { FindingClass, NoticeLevel, Severity } from '../../core/rule/format.ts';
import type { IndicatorDefinition } from '../../core/rule/indicator-format.ts';
import { shownDivisor, shownRate } from '../audit/indicators.ts';
import { readMeta } from './info.ts';
import { keptIndicators } from './kept-indicators.ts';
import { maskField } from './masking.ts';
import type { Rulebook } from './rulebook.ts';
import { namedPlace } from './running.ts';
import type { Workspace } from './workspace.ts';

type Assessment = ChannelResult<'statistics.assessment'>;
type Indicator = NonNullable<Assessment['indicators']>[number];

/** Rates as the run worked them out, points of units, and deadlines ahead by level. */
export function assessmentHandlers(workspace: Workspace): Pick<Handlers, 'statistics.assessment'> {
  return {
    'statistics.assessment': async () => {
      const { database } = workspace.need();
      const rulebook = await workspace.rulebook();
      const runAt = readMeta(database, 'runAt');
      const findings = findingsOfRules(database);
      return {
        runAt: typeof runAt === 'string' ? runAt : null,
        indicators: indicators(database, rulebook, findings, workspace.settings.current.masked),
        scorecard: scorecard(database, rulebook),
        deadlines: deadlines(database, rulebook, findings),
      };
    },
  };
}

const present = "change <> 'gone'";

function findingsOfRules(database: Database.Database): ReadonlyMap<string, number> {
  const rows = database
    .prepare<[], { ruleId: string; count: number }>(
      `SELECT rule_id AS ruleId, count(*) AS count FROM listed WHERE ${present} GROUP BY rule_id`,
    )
    .all();
  return new Map(rows.map(({ ruleId, count }) => [ruleId, count]));
}

function indicators(
  database: Database.Database,
  rulebook: Rulebook,
  findings: ReadonlyMap<string, number>,
  masked: boolean,
): Assessment['indicators'] {
  const stored = keptIndicators(database);
  if (stored === undefined) return null;
  const definitions = new Map(rulebook.pack.indicators.map((definition) => [definition.id, definition]));
  return stored.flatMap(({ id, missing, total, units }): Indicator[] => {
    const definition = definitions.get(id);
    if (definition === undefined) return [];
    const { label, formula, note, target, compute, unit } = definition;
    const row = (counts: IndicatorCounts) => shownCounts(counts, definition, rulebook, masked);
    return [
      {
        id,
        label,
        formula,
        note,
        target: target === null ? null : shownRate(target, unit),
        missing: missing.map((name) => namedPlace(name, rulebook)),
        rule: compute.kind === 'compliance' ? { id: compute.rule, findings: findings.get(compute.rule) ?? 0 } : null,
        total: row(total),
        units: units.length > 1 ? units.map(row) : [],
      },
    ];
  });
}

function shownCounts(
  { unit, numerator, denominator, excluded, unknown, value, small }: IndicatorCounts,
  definition: IndicatorDefinition,
  { pack }: Rulebook,
  masked: boolean,
): Indicator['total'] {
  const divisor = shownDivisor(definition, pack);
  return {
    unit: unit === null ? null : maskField(masked, unit, undefined),
    rate: shownRate(value, definition.unit),
    numerator: numerator / divisor,
    denominator: denominator / divisor,
    excluded: excluded.reduce((sum, count) => sum + count, 0),
    unknown,
    small,
  };
}

/** Units are scored, never persons: a finding that names one stands in the list only. */
function scorecard(database: Database.Database, { pack }: Rulebook): Assessment['scorecard'] {
  const counted = database
    .prepare<[], { party: string; class: FindingClass; severity: Severity; count: number }>(
      `SELECT party, class, severity, count(*) AS count FROM listed
       WHERE ${present} AND party IS NOT NULL AND party_personal IS NULL GROUP BY party, class, severity`,
    )
    .all();
  const { full, deductions } = scorecardTable(pack.tables);
  const units = scorecardOf(
    counted.map((row) => ({ ...row, party: { zh: row.party, en: row.party } })),
    { full, deductions },
  );
  return {
    full,
    deductions: { ...deductions },
    units: units.map(({ party, counts, ...points }) => ({ value: party.zh, label: party.zh, counts, ...points })),
  };
}

type LevelCounts = Readonly<Record<NoticeLevel, number>>;

function deadlines(
  database: Database.Database,
  rulebook: Rulebook,
  findings: ReadonlyMap<string, number>,
): Assessment['deadlines'] {
  // Runs kept before notices had levels are notices.
  const rows = database
    .prepare<[], LevelCounts & { ruleId: string; total: number; next: string; daysLeft: number }>(
      `SELECT rule_id AS ruleId, count(*) AS total, min(body ->> 'due') AS next, min(body ->> 'daysLeft') AS daysLeft,
         sum(coalesce(body ->> 'level', 'notice') = 'notice') AS notice,
         sum(coalesce(body ->> 'level', 'notice') = 'soon') AS soon,
         sum(coalesce(body ->> 'level', 'notice') = 'urgent') AS urgent
       FROM upcoming WHERE run_id = (SELECT max(id) FROM run) GROUP BY rule_id ORDER BY next, rule_id`,
    )
    .all();
  return rows.map(({ ruleId, total, next, daysLeft, notice, soon, urgent }) => ({
    ruleId,
    title: rulebook.rule(ruleId)?.definition.title ?? { zh: ruleId, en: ruleId },
    counts: { notice, soon, urgent },
    total,
    next,
    daysLeft,
    findings: findings.get(ruleId) ?? 0,
  }));
}
