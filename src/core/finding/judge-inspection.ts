import type { WorkCalendar } from '../calendar/calendar.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { RegisterSet } from '../fact/fact.ts';
import type { RegisterRecord } from '../register/record.ts';
import { dayOf, isIsoDate } from '../fact/iso.ts';
import { CompiledRule } from '../rule/compile.ts';
import { SharedFacts } from '../rule/context.ts';
import type { Judgement } from '../rule/judgement.ts';
import { NOT_APPLICABLE } from '../rule/judgement.ts';
import type { PackedRule, RulePack } from '../rule/pack.ts';
import { ReferenceRule } from '../rule/reference.ts';
import type { RegisterView } from '../rule/register-view.ts';
import { subjectOf } from '../rule/register-view.ts';
import { FindingBuilder, originOf } from './build-finding.ts';
import type { ClauseCoverage, RuleCoverage } from './coverage.ts';
import { commonObstacle, coverageOfClauses, notCheckableAtAll, OutcomeCounter, registersOf } from './coverage.ts';
import type { Finding, IndeterminateEntry, RuleError, UpcomingEntry } from './finding.ts';
import type { Sha256, Unfingerprinted } from './fingerprint.ts';
import { fingerprinted } from './fingerprint.ts';
import { compareFindings, compareIndeterminate, compareText, compareUpcoming } from './order.ts';

export interface JudgeOptions {
  /** 检查基准日 */
  readonly asOf: LocalDate;
  readonly calendar: WorkCalendar;
  readonly sha256: Sha256;
  /** Rule ids to run; all active rules when left out. */
  readonly only?: ReadonlySet<string>;
}

/** How far one rule is. */
export interface RuleProgress extends Pick<
  OutcomeCounter,
  'applicable' | 'complies' | 'excused' | 'pending' | 'indeterminate'
> {
  readonly ruleId: string;
  /** Records of its register that it has judged, and all of them. */
  readonly done: number;
  readonly total: number;
  readonly findings: number;
}

export interface JudgeProgress {
  /** Records judged so far, by all rules of their register, and records to judge. */
  readonly done: number;
  readonly total: number;
  /** Counted when it is asked for: who does not ask pays nothing. */
  readonly rules: () => readonly RuleProgress[];
}

export interface JudgeHooks {
  /**
   * Called now and then. The pass waits for a promise that is returned: that is where a worker lets messages in, for
   * json-rules-engine never yields to the event loop.
   */
  onProgress?(progress: JudgeProgress): void | Promise<void>;
  /** Asked now and then; the pass ends with `null` when it says true. */
  isCancelled?(): boolean;
}

/** Everything that judging yields. All lists are in a fixed order. */
export interface InspectionResult {
  readonly asOf: LocalDate;
  readonly findings: readonly Finding[];
  readonly upcoming: readonly UpcomingEntry[];
  readonly indeterminate: readonly IndeterminateEntry[];
  readonly errors: readonly RuleError[];
  readonly rules: readonly RuleCoverage[];
  readonly clauses: readonly ClauseCoverage[];
}

const RECORDS_BETWEEN_PROGRESS = 2000;

/** One rule at work. */
class RuleRun {
  readonly packed: PackedRule;
  readonly compiled: CompiledRule;
  readonly counter = new OutcomeCounter();
  readonly indeterminate: IndeterminateEntry[] = [];
  #found = 0;
  readonly #reference: ReferenceRule;
  readonly #builder: FindingBuilder;
  readonly #view: RegisterView;

  constructor(packed: PackedRule, pack: RulePack, view: RegisterView, shared: SharedFacts) {
    this.packed = packed;
    this.compiled = new CompiledRule(packed.definition, shared);
    this.#reference = new ReferenceRule(packed.definition, shared);
    this.#builder = new FindingBuilder(packed, this.compiled, pack, view);
    this.#view = view;
  }

  get ruleId(): string {
    return this.packed.definition.id;
  }

  /** Counts a judgement. @returns whether there is more to do: a finding to build */
  count(record: RegisterRecord, judgement: Judgement, errors: RuleError[]): boolean {
    switch (judgement.outcome) {
      case 'notApplicable':
      case 'complies':
      case 'pending':
      case 'excused':
        this.counter[judgement.outcome] += 1;
        return false;
      case 'indeterminate':
        this.counter.indeterminate += 1;
        this.indeterminate.push({
          ruleId: this.ruleId,
          subject: subjectOf(record, this.#view),
          source: originOf(record),
          missing: judgement.missing,
          reasons: judgement.reasons,
        });
        return false;
      case 'error':
        this.counter.errors += 1;
        errors.push(this.#error(record, 'E_RULE_FAILED', null, judgement.message));
        return false;
      case 'violates':
        return true;
    }
  }

  /**
   * Builds the findings of a record, each explained by json-rules-engine. Where that does not agree with the closures
   * nothing is claimed: the record is an error of this rule.
   */
  async findings(
    record: RegisterRecord,
    broken: readonly number[],
    errors: RuleError[],
  ): Promise<readonly Unfingerprinted[]> {
    const built: Unfingerprinted[] = [];
    for (const index of broken) {
      const limb = this.packed.definition.violations[index];
      if (limb === undefined) continue;
      try {
        const explanation = await this.#reference.explain(record, index);
        if (explanation.result !== 'true') {
          const message = `closures: true, json-rules-engine: ${explanation.result}`;
          errors.push(this.#error(record, 'E_ENGINES_DISAGREE', limb.name, message));
          continue;
        }
        const open = this.compiled.openJustifications(record, index);
        built.push(this.#builder.build(record, limb, open, explanation.conditions));
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        errors.push(this.#error(record, 'E_RULE_FAILED', limb.name, message));
      }
    }
    this.#found += built.length;
    if (built.length > 0) this.counter.violates += 1;
    else this.counter.errors += 1;
    return built;
  }

  /** @param total records of its register */
  progress(total: number): RuleProgress {
    const { applicable, complies, excused, pending, indeterminate, notApplicable } = this.counter;
    const outcomes = { applicable, complies, excused, pending, indeterminate };
    return { ruleId: this.ruleId, done: applicable + notApplicable, total, findings: this.#found, ...outcomes };
  }

  upcoming(record: RegisterRecord, errors: RuleError[]): UpcomingEntry | null {
    try {
      const notice = this.compiled.upcoming(record);
      if (notice === null) return null;
      const subject = subjectOf(record, this.#view);
      return { ruleId: this.ruleId, subject, ...notice, source: originOf(record) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      errors.push(this.#error(record, 'E_RULE_FAILED', null, message));
      return null;
    }
  }

  #error(record: RegisterRecord, code: RuleError['code'], limb: string | null, message: string): RuleError {
    const subject = subjectOf(record, this.#view);
    return { code, ruleId: this.ruleId, limb, subject, source: originOf(record), message };
  }
}

/** Fields that name a day ahead (termEnd, expiryDate, deferredUntil): a future one says nothing about the row. */
const PLANNED_FIELD = /end|until|expir|due|deadline|planned/iu;

/**
 * Whether all that a row tells happened after the as-of date: a matter registered later is no matter of this inspection.
 * Rows without a date, and rows worked out from others, are.
 */
export function happenedAfter(record: RegisterRecord, asOf: LocalDate): boolean {
  if (record.mapping === null) return false;
  let dated = false;
  for (const field in record.values) {
    const value = record.values[field];
    if (!isIsoDate(value) || PLANNED_FIELD.test(field)) continue;
    if (dayOf(value) <= asOf) return false;
    dated = true;
  }
  return dated;
}

/** Rules that judge now: active ones, and only those asked for. */
export function rulesToRun(pack: RulePack, only?: ReadonlySet<string>): readonly PackedRule[] {
  return pack.rules
    .filter(({ definition }) => definition.status === 'active' && (only?.has(definition.id) ?? true))
    .sort((a, b) => compareText(a.definition.id, b.definition.id));
}

/**
 * Judges all records by all rules. Pure: the same pack, registers, as-of date and calendar give the same result.
 * @returns `null` when cancelled
 */
export async function judgeInspection(
  pack: RulePack,
  registers: RegisterSet,
  options: JudgeOptions,
  hooks: JudgeHooks = {},
): Promise<InspectionResult | null> {
  const shared = new SharedFacts({
    asOf: options.asOf,
    calendar: options.calendar,
    registers,
    tables: pack.tables,
    facts: pack.facts,
  });
  const byRegister = new Map<string, RuleRun[]>();
  const runs: RuleRun[] = [];
  for (const packed of rulesToRun(pack, options.only)) {
    const view = pack.registers.get(packed.definition.register);
    if (view === undefined) continue;
    const run = new RuleRun(packed, pack, view, shared);
    runs.push(run);
    const own = byRegister.get(view.id);
    if (own === undefined) byRegister.set(view.id, [run]);
    else own.push(run);
  }
  const total = [...byRegister.keys()].reduce((sum, register) => sum + registers.all(register).length, 0);
  const found: Unfingerprinted[] = [];
  const upcoming: UpcomingEntry[] = [];
  const errors: RuleError[] = [];
  let done = 0;
  const rules = (): readonly RuleProgress[] =>
    runs.map((run) => run.progress(registers.all(run.packed.definition.register).length));
  for (const [register, own] of byRegister) {
    for (const record of registers.all(register)) {
      const future = happenedAfter(record, options.asOf);
      for (const run of own) {
        const judgement = future ? NOT_APPLICABLE : run.compiled.judge(record);
        if (run.count(record, judgement, errors) && judgement.outcome === 'violates') {
          found.push(...(await run.findings(record, judgement.broken, errors)));
        }
        const notice = future ? null : run.upcoming(record, errors);
        if (notice !== null) upcoming.push(notice);
      }
      done += 1;
      if (done % RECORDS_BETWEEN_PROGRESS === 0) {
        if (hooks.isCancelled?.() === true) return null;
        await hooks.onProgress?.({ done, total, rules });
      }
    }
  }
  if (hooks.isCancelled?.() === true) return null;
  await hooks.onProgress?.({ done, total, rules });
  return assemble(pack, registers, options, runs, found, upcoming, errors);
}

function assemble(
  pack: RulePack,
  registers: RegisterSet,
  options: JudgeOptions,
  runs: readonly RuleRun[],
  found: readonly Unfingerprinted[],
  upcoming: readonly UpcomingEntry[],
  errors: readonly RuleError[],
): InspectionResult {
  const findings = fingerprinted(found, options.sha256).sort(compareFindings);
  const findingsByRule = new Map<string, number>();
  for (const { ruleId } of findings) findingsByRule.set(ruleId, (findingsByRule.get(ruleId) ?? 0) + 1);
  const indeterminate: IndeterminateEntry[] = [];
  const rules = runs.map((run): RuleCoverage => {
    const { definition } = run.packed;
    const { counter } = run;
    const obstacle =
      notCheckableAtAll(definition, registers, pack.registers) ??
      (counter.onlyIndeterminate ? commonObstacle(definition, run.indeterminate, registers, pack.registers) : null);
    // Where nothing could be checked the coverage says so once, instead of every record.
    if (obstacle === null) for (const entry of run.indeterminate) indeterminate.push(entry);
    return {
      ruleId: definition.id,
      registers: registersOf(definition, pack),
      applicable: counter.applicable,
      complies: counter.complies,
      excused: counter.excused,
      pending: counter.pending,
      findings: findingsByRule.get(definition.id) ?? 0,
      indeterminate: counter.indeterminate,
      notApplicable: counter.notApplicable,
      notCheckable: obstacle,
    };
  });
  return {
    asOf: options.asOf,
    findings,
    upcoming: [...upcoming].sort(compareUpcoming),
    indeterminate: indeterminate.sort(compareIndeterminate),
    errors: [...errors].sort((a, b) => compareText(a.ruleId, b.ruleId) || compareText(a.subject, b.subject)),
    rules,
    clauses: coverageOfClauses(
      pack.clauses,
      runs.map(({ packed }) => packed.definition),
      rules,
      pack.checklist,
    ),
  };
}
