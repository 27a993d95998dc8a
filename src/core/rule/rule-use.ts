import type { RegisterRecord } from '../register/record.ts';
import { CompiledRule } from './compile.ts';
import { ConditionTrace } from './condition-trace.ts';
import type { NodeUse } from './condition-trace.ts';
import type { SharedFacts } from './context.ts';
import type { RuleDefinition } from './format.ts';
import type { Judgement } from './judgement.ts';
import { TRUE } from './kleene.ts';

type Outcome = Judgement['outcome'];

/** A part of a rule by name, and how many records it decided. */
export interface PartUse {
  readonly name: string;
  readonly decided: number;
}

/** What records made of a rule: which of its parts ever decided one. */
export interface RuleUse {
  readonly ruleId: string;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Limbs that were broken, and not excused. */
  readonly limbs: readonly PartUse[];
  /** Facts that excused. Those that no data can show are left out. */
  readonly excuses: readonly PartUse[];
  /** `name@from`: versions of parameters in force for a record that the rule concerned. */
  readonly parameters: readonly PartUse[];
  readonly conditions: readonly NodeUse[];
}

/** Counts, over records of any number of register sets, what of one rule is ever used. */
export class RuleUseCounter {
  readonly #rule: RuleDefinition;
  readonly #outcomes: Record<Outcome, number> = {
    notApplicable: 0,
    complies: 0,
    pending: 0,
    violates: 0,
    excused: 0,
    indeterminate: 0,
    error: 0,
  };
  readonly #limbs = new Map<string, number>();
  readonly #excuses = new Map<string, number>();
  readonly #parameters = new Map<string, number>();
  readonly #conditions = new Map<string, NodeUse>();

  constructor(rule: RuleDefinition) {
    this.#rule = rule;
    for (const { name } of rule.violations) this.#limbs.set(name, 0);
    for (const { name, when } of rule.exonerating) if (when !== undefined) this.#excuses.set(name, 0);
    for (const [name, { values }] of Object.entries(rule.parameters)) {
      for (const { from } of values) this.#parameters.set(`${name}@${from}`, 0);
    }
  }

  /** Judges records that stand among the same neighbours, and adds what they used. */
  add(records: Iterable<RegisterRecord>, shared: SharedFacts): void {
    const rule = this.#rule;
    const compiled = new CompiledRule(rule, shared);
    const trace = (condition: RuleDefinition['applicability'], path: string) =>
      new ConditionTrace(condition, path, compiled.context, rule.register);
    const applicability = trace(rule.applicability, 'applicability');
    const limbs = rule.violations.map(({ when }, index) => trace(when, `violations[${index}].when`));
    const excuses = rule.exonerating.flatMap(({ when }, index) =>
      when === undefined ? [] : [trace(when, `exonerating[${index}].when`)],
    );
    for (const record of records) {
      const judgement = compiled.judge(record);
      this.#outcomes[judgement.outcome] += 1;
      if (judgement.outcome === 'error' || applicability.count(record) !== TRUE) continue;
      for (const limb of limbs) limb.count(record);
      if ('broken' in judgement) {
        for (const excuse of excuses) excuse.count(record);
        this.#countBroken(judgement.broken, judgement.excusedBy);
      }
      this.#countParameters(compiled, record, judgement.outcome);
    }
    for (const each of [applicability, ...limbs, ...excuses]) this.#addNodes(each.uses());
  }

  result(): RuleUse {
    const parts = (uses: ReadonlyMap<string, number>) => [...uses].map(([name, decided]) => ({ name, decided }));
    return {
      ruleId: this.#rule.id,
      outcomes: { ...this.#outcomes },
      limbs: parts(this.#limbs),
      excuses: parts(this.#excuses),
      parameters: parts(this.#parameters),
      conditions: [...this.#conditions.values()],
    };
  }

  #countBroken(broken: readonly number[], excusedBy: readonly string[]): void {
    for (const index of broken) increment(this.#limbs, this.#rule.violations[index]?.name);
    for (const name of new Set(excusedBy)) increment(this.#excuses, name);
  }

  /** Where nothing could be said of a record no version of a parameter decided it. */
  #countParameters(compiled: CompiledRule, record: RegisterRecord, outcome: Outcome): void {
    if (outcome === 'indeterminate') return;
    for (const [name, parameter] of compiled.context.parameters) {
      const version = parameter.version(record);
      if (version !== undefined) increment(this.#parameters, `${name}@${version.from}`);
    }
  }

  #addNodes(uses: readonly NodeUse[]): void {
    for (const use of uses) {
      const known = this.#conditions.get(use.path);
      if (known === undefined) {
        this.#conditions.set(use.path, use);
        continue;
      }
      for (const key of ['true', 'false', 'unknown', 'decided'] as const) known[key] += use[key];
    }
  }
}

function increment(counts: Map<string, number>, name: string | undefined): void {
  if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Parts that never decided a record. Of conditions the outermost alone: where it never decides, nothing in it does. */
export interface DeadParts {
  readonly limbs: readonly string[];
  readonly excuses: readonly string[];
  readonly parameters: readonly string[];
  readonly conditions: readonly NodeUse[];
}

/** @returns `null` where every part of the rule decided a record */
export function deadParts({ limbs, excuses, parameters, conditions }: RuleUse): DeadParts | null {
  const unused = (parts: readonly PartUse[]) => parts.flatMap(({ name, decided }) => (decided === 0 ? [name] : []));
  const never = conditions.filter(({ decided }) => decided === 0);
  const outermost = never.filter(
    ({ path }) => !never.some((outer) => outer.path !== path && path.startsWith(`${outer.path}.`)),
  );
  const dead = {
    limbs: unused(limbs),
    excuses: unused(excuses),
    parameters: unused(parameters),
    conditions: outermost,
  };
  return Object.values(dead).every((list) => list.length === 0) ? null : dead;
}
