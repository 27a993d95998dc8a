import type { WorkCalendar } from '../calendar/calendar.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { RegisterSet } from '../fact/fact.ts';
import type { RecordOrigin, RegisterRecord } from '../register/record.ts';
import { CompiledRule } from '../rule/compile.ts';
import { SharedFacts } from '../rule/context.ts';
import type { RuleDefinition } from '../rule/format.ts';
import { NOT_APPLICABLE } from '../rule/judgement.ts';
import type { Judgement } from '../rule/judgement.ts';
import type { RulePack } from '../rule/pack.ts';
import type { RegisterView } from '../rule/register-view.ts';
import { subjectOf } from '../rule/register-view.ts';
import { cellAddress } from '../sheet/grid.ts';
import { originOf } from './build-finding.ts';
import { happenedAfter, rulesToRun } from './judge-inspection.ts';
import { compareText } from './order.ts';

/** What a rule says of a record; `absent` where the rule or the record is not in the pack or its data. */
export interface Verdict {
  readonly outcome: Judgement['outcome'] | 'absent';
  /** Limbs that are broken. */
  readonly limbs: readonly string[];
}

/** Where a record stands, with the cell that a reader should look at first. */
export interface VerdictOrigin extends RecordOrigin {
  /** First cell of the record that the rule reads; the row's first where none of them has a column. */
  readonly cell: string;
}

/** A verdict with what it is about. */
export interface RecordVerdict extends Verdict {
  readonly ruleId: string;
  readonly ruleVersion: string;
  readonly subject: string;
  /** `null` for a derived record, which has no row. */
  readonly origin: VerdictOrigin | null;
  /** Equal for the same record in two packs: its place, or for a derived one all its identifying values. */
  readonly key: string;
}

/** A record of which two packs say different things. */
export interface VerdictChange {
  readonly ruleId: string;
  readonly subject: string;
  readonly origin: VerdictOrigin | null;
  readonly before: Verdict;
  readonly after: Verdict;
}

/** How often one outcome turned into another. */
export interface Transition {
  readonly from: Verdict['outcome'];
  readonly to: Verdict['outcome'];
  readonly count: number;
}

export interface RuleDifference {
  readonly ruleId: string;
  /** `null` where the pack has no active rule of that id. */
  readonly versions: { readonly before: string | null; readonly after: string | null };
  readonly transitions: readonly Transition[];
  readonly changes: readonly VerdictChange[];
}

export interface VerdictOptions {
  readonly asOf: LocalDate;
  readonly calendar: WorkCalendar;
  readonly only?: ReadonlySet<string>;
}

const ABSENT: Verdict = { outcome: 'absent', limbs: [] };

function placeOf(rule: RuleDefinition, record: RegisterRecord): VerdictOrigin | null {
  const [origin] = originOf(record);
  if (origin === undefined || record.mapping === null) return null;
  const { columns } = record.mapping;
  const column = rule.requires.map((field) => columns[field]).find((each) => each !== undefined) ?? 0;
  return { ...origin, cell: cellAddress(record.row, column) };
}

function keyOf(record: RegisterRecord, view: RegisterView, seen: Map<string, number>): string {
  if (record.mapping !== null) return JSON.stringify([record.mapping.file, record.mapping.sheet, record.row]);
  const identity = JSON.stringify([view.id, ...view.identity.map((field) => record.values[field] ?? null)]);
  // Derived records of one identity are told apart by their order.
  const nth = seen.get(identity) ?? 0;
  seen.set(identity, nth + 1);
  return `${identity}#${nth}`;
}

/** What each active rule says of each record, by the closures. An order of rules, then of records. */
export function* verdictsOf(
  pack: RulePack,
  registers: RegisterSet,
  { asOf, calendar, only }: VerdictOptions,
): Generator<RecordVerdict> {
  const shared = new SharedFacts({ asOf, calendar, registers, tables: pack.tables, facts: pack.facts });
  for (const { definition } of rulesToRun(pack, only)) {
    const view = pack.registers.get(definition.register);
    if (view === undefined) continue;
    const compiled = new CompiledRule(definition, shared);
    const seen = new Map<string, number>();
    for (const record of registers.all(view.id)) {
      const judgement = happenedAfter(record, asOf) ? NOT_APPLICABLE : compiled.judge(record);
      const broken = 'broken' in judgement ? judgement.broken : [];
      yield {
        ruleId: definition.id,
        ruleVersion: definition.version,
        subject: subjectOf(record, view),
        origin: placeOf(definition, record),
        key: keyOf(record, view, seen),
        outcome: judgement.outcome,
        limbs: broken.flatMap((index) => definition.violations[index]?.name ?? []),
      };
    }
  }
}

function same(before: Verdict, after: Verdict): boolean {
  return before.outcome === after.outcome && before.limbs.join('\n') === after.limbs.join('\n');
}

/** A rule that does not concern a record and a rule that is not there say the same: nothing. */
const saysNothing = ({ outcome }: Verdict): boolean => outcome === 'absent' || outcome === 'notApplicable';

function transitionsOf(changes: readonly VerdictChange[]): readonly Transition[] {
  const counts = new Map<string, Transition>();
  for (const { before, after } of changes) {
    const key = `${before.outcome} ${after.outcome}`;
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { from: before.outcome, to: after.outcome, count });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || compareText(a.from + a.to, b.from + b.to));
}

function plain({ outcome, limbs }: Verdict): Verdict {
  return { outcome, limbs };
}

/** How verdicts change from one pack to another, rule by rule; rules without a change are left out. */
export function verdictDifference(
  before: Iterable<RecordVerdict>,
  after: Iterable<RecordVerdict>,
): readonly RuleDifference[] {
  interface Pair {
    before?: RecordVerdict;
    after?: RecordVerdict;
  }
  const byRule = new Map<string, Map<string, Pair>>();
  for (const [side, verdicts] of [
    ['before', before],
    ['after', after],
  ] as const) {
    for (const verdict of verdicts) {
      const records = byRule.get(verdict.ruleId) ?? new Map<string, Pair>();
      byRule.set(verdict.ruleId, records);
      const pair = records.get(verdict.key) ?? {};
      records.set(verdict.key, pair);
      pair[side] = verdict;
    }
  }
  const differences: RuleDifference[] = [];
  for (const [ruleId, records] of byRule) {
    const pairs = [...records.values()];
    const changes = pairs.flatMap((pair): VerdictChange[] => {
      const [old, young] = [pair.before ?? ABSENT, pair.after ?? ABSENT];
      const shown = pair.after ?? pair.before;
      if (shown === undefined || same(old, young) || (saysNothing(old) && saysNothing(young))) return [];
      return [{ ruleId, subject: shown.subject, origin: shown.origin, before: plain(old), after: plain(young) }];
    });
    if (changes.length === 0) continue;
    const versionOf = (side: keyof Pair) => pairs.find((pair) => pair[side] !== undefined)?.[side]?.ruleVersion ?? null;
    const versions = { before: versionOf('before'), after: versionOf('after') };
    differences.push({ ruleId, versions, transitions: transitionsOf(changes), changes });
  }
  return differences.sort((a, b) => compareText(a.ruleId, b.ruleId));
}
