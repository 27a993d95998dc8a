import { Engine } from 'json-rules-engine';
import type { TopLevelCondition } from 'json-rules-engine';
import type { FactResult } from '../fact/fact.ts';
import type { RegisterRecord } from '../register/record.ts';
import { excuses } from './compile.ts';
import { RuleContext } from './context.ts';
import type { SharedFacts } from './context.ts';
import type { Condition, Limb, RuleDefinition } from './format.ts';
import { COMPLIES, errorJudgement, NOT_APPLICABLE, PENDING } from './judgement.ts';
import type { Judgement } from './judgement.ts';
import { FALSE, TRUE, tri, triWord, UNKNOWN } from './kleene.ts';
import type { Tri, TriWord } from './kleene.ts';
import { applyOperator, isOperatorName, OPERATORS } from './operators.ts';
import type { OperatorName } from './operators.ts';
import { leavesOf, rightFact } from './reads.ts';

/** One condition of an explanation, with the values that json-rules-engine saw. */
export interface ExplainedCondition {
  readonly name: string | null;
  readonly fact: string;
  readonly operator: string;
  /** `null` stands for blank; `unknown` is told by `result`. */
  readonly expected: FactResult | null;
  readonly actual: FactResult | null;
  readonly result: TriWord;
}

/** What json-rules-engine says about one limb. */
export interface Explanation {
  readonly result: TriWord;
  readonly conditions: readonly ExplainedCondition[];
}

/**
 * How unknown leaves count in a run. json-rules-engine knows true and false only. Formulas here have no negation, so they
 * are monotonous: with every unknown leaf false the result is a lower bound, with every one true an upper bound, and
 * where both agree that is Kleene's value; where they differ it is unknown.
 */
interface RunState {
  record: RegisterRecord | null;
  unknownCountsAs: boolean;
  unknownSeen: boolean;
  /** Whether a time limit is running behind a leaf that was looked at since this was last set false. */
  pendingSeen: boolean;
  /** Take leaves for true behind which a time limit is running. */
  assumePending: boolean;
}

/** Stands for a value behind which a time limit is running. */
class RunningLimit {
  readonly value: FactResult;
  constructor(value: FactResult) {
    this.value = value;
  }
}

function unwrapped(value: unknown): FactResult | undefined {
  return value instanceof RunningLimit ? value.value : (value as FactResult | undefined);
}

/** json-rules-engine wants a node at the root. */
function asNode(condition: Condition): Condition {
  return 'fact' in condition ? { all: [condition] } : condition;
}

/**
 * One json-rules-engine for one condition. Its built-in operators are replaced: the stock ones take a missing value for a
 * number on the right, order text, and search substrings with `in`. Runs must not overlap (7.3.1 drops rules then), so
 * callers await each one.
 */
class ConditionEngine {
  readonly #engine: Engine;
  readonly #state: RunState = {
    record: null,
    unknownCountsAs: false,
    unknownSeen: false,
    pendingSeen: false,
    assumePending: false,
  };

  constructor(condition: Condition, context: RuleContext) {
    const state = this.#state;
    this.#engine = new Engine([], { allowUndefinedFacts: false, replaceFactsInEventParams: false });
    for (const name of ['equal', 'notEqual', 'in', 'notIn', 'contains', 'doesNotContain'])
      this.#engine.removeOperator(name);
    for (const name of ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'])
      this.#engine.removeOperator(name);
    for (const name of Object.keys(OPERATORS) as OperatorName[]) {
      this.#engine.addOperator(name, (left: unknown, right: unknown) => {
        const value = applyOperator(name, unwrapped(left), unwrapped(right));
        if (value === TRUE) return true;
        if (left instanceof RunningLimit || right instanceof RunningLimit) return true;
        if (value === FALSE) return false;
        state.unknownSeen = true;
        return state.unknownCountsAs;
      });
    }
    for (const fact of factNames(condition)) {
      this.#engine.addFact(fact, (params: Record<string, unknown>) => {
        if (state.record === null) throw new Error('no record');
        context.clearPending();
        const value = context.fact(fact, state.record, params);
        if (!context.pendingNoted) return value;
        state.pendingSeen = true;
        return state.assumePending ? new RunningLimit(value) : value;
      });
    }
    this.#engine.addRule({ conditions: asNode(condition) as TopLevelCondition, event: { type: 'holds' } });
  }

  async #run(record: RegisterRecord, unknownCountsAs: boolean) {
    this.#state.record = record;
    this.#state.unknownCountsAs = unknownCountsAs;
    this.#state.unknownSeen = false;
    const { results, failureResults } = await this.#engine.run();
    const result = results[0] ?? failureResults[0];
    if (result === undefined) throw new Error('json-rules-engine gave no result');
    return { holds: result.result === true, unknownSeen: this.#state.unknownSeen, conditions: result.conditions };
  }

  /** The value of the condition: lower bound first, the upper one only where something was unknown. */
  async value(record: RegisterRecord): Promise<Tri> {
    this.#state.pendingSeen = false;
    this.#state.assumePending = false;
    return this.#bounded(record);
  }

  /**
   * Whether the condition, which was just found false for this record, may come true when a running time limit passes. Where
   * no leaf met a running limit, the value stands: nothing is run again.
   */
  async mayComeTrue(record: RegisterRecord): Promise<boolean> {
    if (!this.#state.pendingSeen) return false;
    this.#state.assumePending = true;
    return (await this.#bounded(record)) !== FALSE;
  }

  async #bounded(record: RegisterRecord): Promise<Tri> {
    const lower = await this.#run(record, false);
    if (lower.holds || !lower.unknownSeen) return tri(lower.holds);
    const upper = await this.#run(record, true);
    return upper.holds ? UNKNOWN : FALSE;
  }

  /** The value with the trace of the conditions that were looked at. */
  async explain(record: RegisterRecord): Promise<Explanation> {
    this.#state.assumePending = false;
    const lower = await this.#run(record, false);
    const conditions = trace(lower.conditions);
    if (lower.holds || !lower.unknownSeen) return { result: triWord(tri(lower.holds)), conditions };
    const upper = await this.#run(record, true);
    return { result: triWord(upper.holds ? UNKNOWN : FALSE), conditions };
  }
}

function factNames(condition: Condition): ReadonlySet<string> {
  const names = new Set<string>();
  for (const leaf of leavesOf(condition)) {
    names.add(leaf.fact);
    const right = rightFact(leaf.value);
    if (right !== null) names.add(right.fact);
  }
  return names;
}

interface EvaluatedLeaf {
  readonly name?: string;
  readonly fact: string;
  readonly operator: string;
  readonly factResult?: unknown;
  readonly valueResult?: unknown;
  readonly result?: boolean;
}

/** Leaves of json-rules-engine's result that were evaluated. */
function trace(node: unknown): readonly ExplainedCondition[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('fact' in node) {
    const leaf = node as EvaluatedLeaf;
    if (leaf.result === undefined || !isOperatorName(leaf.operator)) return [];
    const actual = unwrapped(leaf.factResult);
    const expected = unwrapped(leaf.valueResult);
    return [
      {
        name: leaf.name ?? null,
        fact: leaf.fact,
        operator: leaf.operator,
        expected: expected ?? null,
        actual: actual ?? null,
        // What json-rules-engine found true is true; where it found false, the leaf may have been unknown.
        result: leaf.result ? 'true' : triWord(applyOperator(leaf.operator, actual, expected)),
      },
    ];
  }
  const children = 'any' in node ? node.any : 'all' in node ? node.all : [];
  return Array.isArray(children) ? children.flatMap(trace) : [];
}

interface ReferenceLimb {
  readonly limb: Limb;
  readonly when: ConditionEngine;
  /** Applicability at priority 10, the limb at 1: what is not applicable is not looked into. */
  readonly whole: ConditionEngine;
}

/** A rule run by json-rules-engine: the reference for the closures, and the explainer of findings. */
export class ReferenceRule {
  readonly definition: RuleDefinition;
  readonly #applicability: ConditionEngine;
  readonly #limbs: readonly ReferenceLimb[];
  readonly #exonerating: readonly { readonly name: string; readonly engine: ConditionEngine; readonly index: number }[];

  constructor(definition: RuleDefinition, shared: SharedFacts) {
    this.definition = definition;
    const context = new RuleContext(definition, shared);
    this.#applicability = new ConditionEngine(definition.applicability, context);
    this.#limbs = definition.violations.map((limb) => ({
      limb,
      when: new ConditionEngine(limb.when, context),
      whole: new ConditionEngine(
        {
          all: [
            { ...asNode(definition.applicability), priority: 10 },
            { ...asNode(limb.when), priority: 1 },
          ],
        } as unknown as Condition,
        context,
      ),
    }));
    this.#exonerating = definition.exonerating.flatMap(({ name, when }, index) =>
      when === undefined ? [] : [{ name, index, engine: new ConditionEngine(when, context) }],
    );
  }

  /** Judges one record. Rejects never: an error is a judgement. Calls must not overlap. */
  async judge(record: RegisterRecord): Promise<Judgement> {
    try {
      return await this.#judge(record);
    } catch (error) {
      return errorJudgement(error);
    }
  }

  async #judge(record: RegisterRecord): Promise<Judgement> {
    const lacks = (fields: readonly string[] = []) => fields.some((field) => (record.values[field] ?? null) === null);
    const open: Judgement = { outcome: 'indeterminate', missing: [], reasons: [] };
    const applicable = await this.#applicability.value(record);
    if (applicable === FALSE) return NOT_APPLICABLE;
    if (applicable === UNKNOWN || lacks(this.definition.requires)) return open;
    const broken: number[] = [];
    const excusedBy: string[] = [];
    let isOpen = false;
    for (const [index, { limb, when }] of this.#limbs.entries()) {
      const value = lacks(limb.requires) ? UNKNOWN : await when.value(record);
      if (value === UNKNOWN) isOpen = true;
      if (value !== TRUE) continue;
      const excuse = await this.#excuse(limb, record);
      if (excuse === null) broken.push(index);
      else excusedBy.push(excuse);
    }
    if (broken.length > 0) return { outcome: 'violates', broken, excusedBy };
    if (excusedBy.length > 0) return { outcome: 'excused', broken, excusedBy };
    if (isOpen) return open;
    for (const { when } of this.#limbs) if (await when.mayComeTrue(record)) return PENDING;
    return COMPLIES;
  }

  async #excuse(limb: Limb, record: RegisterRecord): Promise<string | null> {
    for (const { name, index, engine } of this.#exonerating) {
      const fact = this.definition.exonerating[index];
      if (fact === undefined || !excuses(fact, limb)) continue;
      if ((await engine.value(record)) === TRUE) return name;
    }
    return null;
  }

  /** Explains a limb for a record. Rejects where a condition throws. Calls must not overlap. */
  async explain(record: RegisterRecord, limbIndex: number): Promise<Explanation> {
    const limb = this.#limbs[limbIndex];
    if (limb === undefined) throw new RangeError(`no limb ${limbIndex}`);
    return limb.whole.explain(record);
  }
}
