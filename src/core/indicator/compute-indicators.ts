import { Unknown } from '../fact/fact.ts';
import type { RegisterRecord } from '../register/record.ts';
import { compileCondition, PendingState } from '../rule/closures.ts';
import { CompiledRule } from '../rule/compile.ts';
import type { Environment } from '../rule/context.ts';
import { RuleContext, SharedFacts } from '../rule/context.ts';
import type { Condition } from '../rule/format.ts';
import { FALSE, TRUE } from '../rule/kleene.ts';
import type { Tri } from '../rule/kleene.ts';
import type { RulePack } from '../rule/pack.ts';
import type { ComplianceFormula, IndicatorDefinition, IndicatorFormula } from '../rule/indicator-format.ts';
import type { IndicatorCounts, IndicatorResult } from './indicator-result.ts';

/** Where a record stands: counted with what it adds, left out by an exclusion, outside, or not known. */
type Placement =
  | { readonly kind: 'counted'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'excluded'; readonly by: number }
  | { readonly kind: 'outside' }
  | { readonly kind: 'unknown' };

type Place = (record: RegisterRecord) => Placement;

const OUTSIDE: Placement = { kind: 'outside' };
const UNKNOWN_PLACE: Placement = { kind: 'unknown' };
const MET: Placement = { kind: 'counted', numerator: 1, denominator: 1 };
const NOT_MET: Placement = { kind: 'counted', numerator: 0, denominator: 1 };

/** What the pack adds to the environment. */
export interface IndicatorWorld {
  readonly environment: Environment;
  readonly pack: RulePack;
  /** Fewer records (or things, where a sum of them is the denominator) than this are said to be few. */
  readonly smallNumber: number;
}

/** Rates with the counts behind them, for all units and for each. Pure: equal input gives equal output. */
export function computeIndicators(world: IndicatorWorld): readonly IndicatorResult[] {
  const shared = new SharedFacts(world.environment);
  return world.pack.indicators.map((definition) => {
    const { registers } = world.environment;
    const register = registerOf(definition, world.pack);
    const missing = missingFor(definition, register, world);
    const tally = new Tally(definition, world.smallNumber, sumsThings(definition.compute, world.pack));
    if (missing.length === 0) {
      const place = placing(definition.compute, world, shared);
      for (const record of registers.all(register)) tally.add(groupOf(record, definition), place(record));
    }
    return tally.result(missing);
  });
}

function ruleOf(compute: ComplianceFormula, pack: RulePack) {
  const rule = pack.rules.find(({ definition }) => definition.id === compute.rule)?.definition;
  if (rule === undefined) throw new TypeError(`an indicator names a rule that the pack lacks: ${compute.rule}`);
  return rule;
}

function registerOf({ compute }: IndicatorDefinition, pack: RulePack): string {
  return compute.kind === 'compliance' ? ruleOf(compute, pack).register : compute.register;
}

function missingFor({ compute }: IndicatorDefinition, register: string, world: IndicatorWorld): readonly string[] {
  const { registers } = world.environment;
  if (!registers.has(register)) return [register];
  const requires = compute.kind === 'compliance' ? ruleOf(compute, world.pack).requires : compute.requires;
  return requires.filter((field) => !registers.hasField(register, field)).map((field) => `${register}.${field}`);
}

function groupOf(record: RegisterRecord, { groupBy }: IndicatorDefinition): string {
  for (const field of groupBy) {
    const value = record.values[field];
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
}

/**
 * Whether the denominator is a sum of things that are counted (posts, say): then it says on how many the rate rests. Of a sum
 * of money, or of anything else, the number of records does.
 */
function sumsThings(compute: IndicatorFormula, pack: RulePack): boolean {
  if (compute.kind !== 'sum') return false;
  const { denominator, register } = compute;
  const name = typeof denominator === 'string' ? denominator : 'fact' in denominator ? denominator.fact : null;
  if (name === null) return false;
  const type = pack.registers.get(register)?.fields.get(name)?.type ?? pack.facts.find(name, register)?.type;
  return type === 'integer' || type === 'number';
}

function placing(compute: IndicatorFormula, world: IndicatorWorld, shared: SharedFacts): Place {
  if (compute.kind === 'compliance') return complianceOf(new CompiledRule(ruleOf(compute, world.pack), shared));
  const { register, requires } = compute;
  const borrowed = world.pack.rules.find(({ definition }) => definition.id === compute.parametersOf)?.definition;
  const context = new RuleContext({ register, parameters: { ...borrowed?.parameters, ...compute.parameters } }, shared);
  const pending = new PendingState();
  const test = (condition: Condition) => compileCondition(condition, context, register, pending).evaluate;
  const population = test(compute.population);
  const exclusions = compute.exclude.map(({ when }) => test(when));
  const contribution = contributionOf(compute, context, test);
  return (record) => {
    const belongs = population(record);
    if (belongs === FALSE) return OUTSIDE;
    if (belongs !== TRUE || requires.some((field) => !hasValue(record, field))) return UNKNOWN_PLACE;
    const by = exclusions.findIndex((excludes) => excludes(record) === TRUE);
    if (by >= 0) return { kind: 'excluded', by };
    return contribution(record);
  };
}

function hasValue(record: RegisterRecord, field: string): boolean {
  return record.values[field] !== null && record.values[field] !== undefined;
}

function contributionOf(
  compute: Exclude<IndicatorFormula, ComplianceFormula>,
  context: RuleContext,
  test: (condition: Condition) => (record: RegisterRecord) => Tri,
): Place {
  if (compute.kind === 'share') {
    const counted = test(compute.counted);
    return (record) => {
      const value = counted(record);
      if (value === TRUE) return MET;
      return value === FALSE ? NOT_MET : UNKNOWN_PLACE;
    };
  }
  const numerator = context.reader(compute.kind === 'sum' ? compute.numerator : compute.value);
  const denominator = compute.kind === 'sum' ? context.reader(compute.denominator) : () => 1;
  return (record) => {
    const above = numerator(record);
    const below = denominator(record);
    if (above instanceof Unknown || below instanceof Unknown) return UNKNOWN_PLACE;
    if (typeof above !== 'number' || typeof below !== 'number') return UNKNOWN_PLACE;
    return { kind: 'counted', numerator: above, denominator: below };
  };
}

function complianceOf(rule: CompiledRule): Place {
  return (record) => {
    switch (rule.judge(record).outcome) {
      case 'complies':
        return MET;
      case 'violates':
        return NOT_MET;
      case 'excused':
        return { kind: 'excluded', by: 0 };
      case 'indeterminate':
      case 'error':
        return UNKNOWN_PLACE;
      case 'pending':
      case 'notApplicable':
        return OUTSIDE;
    }
  };
}

/** Adds placements up for one unit. */
class UnitCount {
  numerator = 0;
  denominator = 0;
  records = 0;
  unknown = 0;
  readonly excluded: number[];

  constructor(exclusions: number) {
    this.excluded = Array.from({ length: exclusions }, () => 0);
  }

  add(placement: Placement): void {
    if (placement.kind === 'unknown') this.unknown += 1;
    else if (placement.kind === 'excluded') this.excluded[placement.by] = (this.excluded[placement.by] ?? 0) + 1;
    else if (placement.kind === 'counted') {
      this.numerator += placement.numerator;
      this.denominator += placement.denominator;
      this.records += 1;
    }
  }

  counts(unit: string | null, smallNumber: number, sumsThings: boolean): IndicatorCounts {
    const { numerator, denominator, excluded, unknown, records } = this;
    const value = denominator === 0 ? null : numerator / denominator;
    const small = (sumsThings ? denominator : records) < smallNumber;
    return { unit, numerator, denominator, excluded, unknown, value, small };
  }
}

class Tally {
  readonly #definition: IndicatorDefinition;
  readonly #smallNumber: number;
  readonly #sumsThings: boolean;
  readonly #exclusions: number;
  readonly #all: UnitCount;
  readonly #units = new Map<string, UnitCount>();

  constructor(definition: IndicatorDefinition, smallNumber: number, sumsThings: boolean) {
    this.#definition = definition;
    this.#smallNumber = smallNumber;
    this.#sumsThings = sumsThings;
    this.#exclusions = definition.compute.kind === 'compliance' ? 1 : definition.compute.exclude.length;
    this.#all = new UnitCount(this.#exclusions);
  }

  add(unit: string, placement: Placement): void {
    if (placement.kind === 'outside') return;
    this.#all.add(placement);
    let own = this.#units.get(unit);
    if (own === undefined) {
      own = new UnitCount(this.#exclusions);
      this.#units.set(unit, own);
    }
    own.add(placement);
  }

  result(missing: readonly string[]): IndicatorResult {
    const units = [...this.#units]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([unit, count]) => count.counts(unit, this.#smallNumber, this.#sumsThings));
    return {
      id: this.#definition.id,
      missing,
      total: this.#all.counts(null, this.#smallNumber, this.#sumsThings),
      units,
    };
  }
}
