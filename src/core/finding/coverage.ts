import type { RegisterSet } from '../fact/fact.ts';
import type { RegisterId } from '../register/definition.ts';
import type { ChecklistItem } from '../rule/checklist.ts';
import type { ResolutionClause, RulePack } from '../rule/pack.ts';
import { readsOfRule } from '../rule/reads.ts';
import type { RuleDefinition } from '../rule/format.ts';
import type { RegisterViews } from '../rule/register-view.ts';
import type { IndeterminateEntry } from './finding.ts';

/** Why a rule could not be checked at all. */
export interface NotCheckable {
  readonly reason: 'register-absent' | 'field-absent' | 'calendar-not-covered';
  /** Registers, or `register.field`s, that are missing; empty for the calendar. */
  readonly detail: readonly string[];
}

export interface RuleCoverage {
  readonly ruleId: string;
  readonly registers: readonly RegisterId[];
  /** Records that the rule concerns: all but `notApplicable`. */
  readonly applicable: number;
  readonly complies: number;
  readonly excused: number;
  readonly pending: number;
  /** Findings, which may be several for a record, or one for several equal rows. */
  readonly findings: number;
  readonly indeterminate: number;
  readonly notApplicable: number;
  readonly notCheckable: NotCheckable | null;
}

export interface ClauseCoverage {
  readonly clause: string;
  /** Active rules of the clause. */
  readonly rules: readonly string[];
  /** Items of the clause that a person answers. */
  readonly checklist: readonly string[];
  readonly state: 'checked' | 'partly' | 'not-checked';
}

/** Counts of outcomes for one rule, while records are judged. */
export class OutcomeCounter {
  complies = 0;
  excused = 0;
  pending = 0;
  violates = 0;
  indeterminate = 0;
  notApplicable = 0;
  errors = 0;

  get applicable(): number {
    return this.complies + this.excused + this.pending + this.violates + this.indeterminate + this.errors;
  }

  /** Whether nothing could be said about any record that the rule concerns. */
  get onlyIndeterminate(): boolean {
    return this.indeterminate > 0 && this.indeterminate === this.applicable;
  }
}

/** The register judged, what it is derived from, and the neighbours read, in that order. */
export function registersOf(rule: RuleDefinition, pack: RulePack): readonly RegisterId[] {
  const reads = readsOfRule(rule, pack.facts);
  const derivedFrom = pack.registers.get(rule.register)?.derivedFrom ?? [];
  return [...new Set([rule.register, ...derivedFrom, ...reads.neighbours.keys()])];
}

/** What is missing before any record is looked at. */
export function notCheckableAtAll(
  rule: RuleDefinition,
  registers: RegisterSet,
  views: RegisterViews,
): NotCheckable | null {
  if (!registers.has(rule.register)) {
    const needed = views.get(rule.register)?.derivedFrom ?? [];
    const absent = needed.filter((register) => !registers.has(register));
    return { reason: 'register-absent', detail: absent.length > 0 ? absent : [rule.register] };
  }
  const fields = rule.requires.filter((field) => !registers.hasField(rule.register, field));
  if (fields.length === 0) return null;
  return { reason: 'field-absent', detail: fields.map((field) => `${rule.register}.${field}`) };
}

/**
 * Why all records were indeterminate, where one thing missing is behind all of them: a register or column that nobody
 * handed over, or years that the calendar does not know. Blank cells are no such reason.
 */
export function commonObstacle(
  rule: RuleDefinition,
  entries: readonly Pick<IndeterminateEntry, 'missing' | 'reasons'>[],
  registers: RegisterSet,
  views: RegisterViews,
): NotCheckable | null {
  const [first, ...others] = entries;
  if (first === undefined) return null;
  const common = first.missing.filter((name) => others.every(({ missing }) => missing.includes(name)));
  // Facts name a neighbour register that was not handed over by its id alone; fields of the judged one stand alone too.
  const isAbsentRegister = (name: string) => name !== rule.register && views.has(name) && !registers.has(name);
  const absentRegisters = common.flatMap((name) => {
    const register = name.split('.')[0] ?? name;
    if (isAbsentRegister(name)) return [name];
    return name.includes('.') && register !== 'parameter' && !registers.has(register) ? [register] : [];
  });
  if (absentRegisters.length > 0) return { reason: 'register-absent', detail: [...new Set(absentRegisters)] };
  const absentFields = common.flatMap((name) => {
    const [register, field] = name.includes('.') ? name.split('.') : [rule.register, name];
    if (register === undefined || field === undefined || register === 'parameter') return [];
    return registers.has(register) && !registers.hasField(register, field) ? [`${register}.${field}`] : [];
  });
  if (absentFields.length > 0) return { reason: 'field-absent', detail: absentFields };
  const calendar = entries.every(({ reasons }) => reasons.includes('calendar-not-covered'));
  return calendar ? { reason: 'calendar-not-covered', detail: [] } : null;
}

/** What was checked of each clause of the resolution: as loud as what was found. */
export function coverageOfClauses(
  clauses: readonly ResolutionClause[],
  rules: readonly RuleDefinition[],
  coverage: readonly RuleCoverage[],
  items: readonly ChecklistItem[],
): readonly ClauseCoverage[] {
  const checkable = new Set(coverage.filter(({ notCheckable }) => notCheckable === null).map(({ ruleId }) => ruleId));
  return clauses.map((clause) => {
    const own = rules.filter((rule) => rule.clauses.includes(clause.id)).map(({ id }) => id);
    const checklist = items.filter((item) => item.clauses.includes(clause.id)).map(({ id }) => id);
    const checked = own.filter((id) => checkable.has(id));
    const all = checked.length === own.length && own.length > 0 && checklist.length === 0;
    return {
      clause: clause.id,
      rules: own,
      checklist,
      state: all ? 'checked' : checked.length > 0 ? 'partly' : 'not-checked',
    };
  });
}
