import type { FactResult } from '../fact/fact.ts';
import { Unknown } from '../fact/fact.ts';
import { isPrepared } from '../fact/reader.ts';
import type { FieldId } from '../register/definition.ts';
import type { RegisterRecord } from '../register/record.ts';
import type { CompiledCondition, MissingCollector } from './compiled-condition.ts';
import { comparisonWith } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import type { RuleContext } from './context.ts';
import type { Condition, LeafCondition } from './format.ts';
import { FALSE, TRUE, UNKNOWN } from './kleene.ts';
import type { Tri } from './kleene.ts';
import { isOperatorName, OPERATORS } from './operators.ts';
import type { OperatorName } from './operators.ts';
import { childrenOf, isLeaf, leavesOf, ReadsCollector, rightFact } from './reads.ts';

/** Shared by the conditions of one rule. */
export class PendingState {
  /** A leaf was not true, and a time limit behind it is still running. */
  seen = false;
  /** Take such leaves for true: whether the rule could still be broken by time passing. */
  assume = false;

  /** For the next record. */
  reset(): void {
    this.seen = false;
    this.assume = false;
  }
}

type Evaluate = (record: RegisterRecord) => Tri;

/** The least of the children's values; the first false one decides. Most nodes have one child or two. */
function allOf(children: readonly CompiledCondition[]): Evaluate {
  const evaluators = children.map(({ evaluate }) => evaluate);
  const [first, second, ...others] = evaluators;
  if (first === undefined) return () => TRUE;
  if (second === undefined) return first;
  if (others.length === 0) {
    return (record) => {
      const value = first(record);
      if (value === FALSE) return FALSE;
      const other = second(record);
      return other < value ? other : value;
    };
  }
  return (record) => {
    let result: Tri = TRUE;
    for (const evaluate of evaluators) {
      const value = evaluate(record);
      if (value === FALSE) return FALSE;
      if (value === UNKNOWN) result = UNKNOWN;
    }
    return result;
  };
}

/** The greatest of the children's values; the first true one decides. */
function anyOf(children: readonly CompiledCondition[]): Evaluate {
  const evaluators = children.map(({ evaluate }) => evaluate);
  return (record) => {
    let result: Tri = FALSE;
    for (const evaluate of evaluators) {
      const value = evaluate(record);
      if (value === TRUE) return TRUE;
      if (value === UNKNOWN) result = UNKNOWN;
    }
    return result;
  };
}

/** Compiles a condition for the records of the rule's register. */
export function compileCondition(
  condition: Condition,
  context: RuleContext,
  register: string,
  pending: PendingState,
): CompiledCondition {
  const compile = () =>
    isLeaf(condition)
      ? compileLeaf(condition, context, register, pending)
      : compileNode(condition, context, register, pending);
  if (!isSharable(condition, context, register)) return compile();
  return context.sharedCondition(conditionKey(condition), () => {
    const compiled = compile();
    return { ...compiled, evaluate: remembering(compiled.evaluate) };
  });
}

/** Whether the condition says the same in every rule: fields and shared facts against literals, nothing of the rule's own. */
function isSharable(condition: Condition, context: RuleContext, register: string): boolean {
  return leavesOf(condition).every(({ fact, params = {}, value }) => {
    if (rightFact(value) !== null) return false;
    const definition = context.environment.facts.find(fact, register);
    if (definition === undefined || definition.shared === true) return true;
    return isPrepared(definition) && definition.direct === true && definition.reads(params).parameters.length === 0;
  });
}

/** Equal for conditions that differ in the names of their leaves only. */
function conditionKey(condition: Condition): string {
  return JSON.stringify(condition, (key, value: unknown) => (key === 'name' ? undefined : value));
}

function remembering(evaluate: Evaluate): Evaluate {
  let last: RegisterRecord | null = null;
  let value: Tri = UNKNOWN;
  return (record) => {
    if (record === last) return value;
    last = null;
    value = evaluate(record);
    last = record;
    return value;
  };
}

function compileNode(
  condition: Exclude<Condition, LeafCondition>,
  context: RuleContext,
  register: string,
  pending: PendingState,
): CompiledCondition {
  const children = childrenOf(condition).map((child) => compileCondition(child, context, register, pending));
  return {
    evaluate: 'all' in condition ? allOf(children) : anyOf(children),
    collectMissing: (record, into) => {
      for (const child of children) if (child.evaluate(record) === UNKNOWN) child.collectMissing(record, into);
    },
  };
}

type Read = (record: RegisterRecord) => FactResult;

function compileLeaf(
  leaf: LeafCondition,
  context: RuleContext,
  register: string,
  pending: PendingState,
): CompiledCondition {
  const { operator } = leaf;
  if (!isOperatorName(operator)) throw new TypeError(`no such operator: ${operator}`);
  const isField = context.environment.facts.find(leaf.fact, register) === undefined;
  const left = context.reader(leaf.params === undefined ? leaf.fact : { fact: leaf.fact, params: leaf.params });
  const rightCall = rightFact(leaf.value);
  const right: Read | null = rightCall === null ? null : context.reader(rightCall);
  const decide =
    right === null
      ? literalLeaf(isField ? leaf.fact : left, comparisonWith(operator, leaf.value as Exclude<FactResult, Unknown>))
      : factLeaf(left, operator, right);
  const names = new MissingNames(context, register);
  const collectLeft = missingCollector(left, leaf, names);
  const collectRight = right === null || rightCall === null ? null : missingCollector(right, rightCall, names);
  const mayBePending = [leaf, rightCall].some((call) => call !== null && notesPending(call.fact, context, register));
  return {
    evaluate: mayBePending ? watchingPending(decide, context, pending) : decide,
    collectMissing: (record, into) => {
      collectLeft(record, into);
      collectRight?.(record, into);
    },
  };
}

/** Fields and shared facts never do: a shared fact has no context that takes such a note. */
function notesPending(fact: string, context: RuleContext, register: string): boolean {
  const definition = context.environment.facts.find(fact, register);
  if (definition === undefined || definition.shared === true) return false;
  return !(isPrepared(definition) && definition.direct === true);
}

/** A field's value, or a fact's, against a literal. Every comparison with an unknown is unknown. */
function literalLeaf(left: Read | FieldId, compare: Comparison): Evaluate {
  if (typeof left !== 'string') return (record) => compare(left(record));
  return (record) => {
    const value = record.values[left];
    return value === undefined ? UNKNOWN : compare(value);
  };
}

function factLeaf(left: Read, operator: OperatorName, right: Read): Evaluate {
  const { apply } = OPERATORS[operator];
  // A list is a parameter of the rule: it stays the same from record to record, and is worked out like a literal.
  let list: FactResult = null;
  let compareWithList: Comparison = () => UNKNOWN;
  return (record) => {
    const a = left(record);
    const b = right(record);
    if (typeof b !== 'object' || b === null) return a instanceof Unknown ? UNKNOWN : apply(a, b);
    if (b instanceof Unknown) return UNKNOWN;
    if (b !== list) {
      compareWithList = comparisonWith(operator, b);
      list = b;
    }
    return compareWithList(a);
  };
}

function watchingPending(decide: Evaluate, context: RuleContext, pending: PendingState): Evaluate {
  return (record) => {
    context.clearPending();
    const value = decide(record);
    if (!context.pendingNoted || value === TRUE) return value;
    pending.seen = true;
    return pending.assume ? TRUE : value;
  };
}

/**
 * Names of fields behind a fact, or behind the names that an unknown carries. Worked out once for each: indeterminate
 * records are many where a column is missing.
 */
class MissingNames {
  readonly #context: RuleContext;
  readonly #register: string;
  readonly #ofUnknown = new Map<string, readonly string[]>();

  constructor(context: RuleContext, register: string) {
    this.#context = context;
    this.#register = register;
  }

  ofFact(fact: string, params: Readonly<Record<string, unknown>> | undefined): readonly string[] {
    const reads = new ReadsCollector(this.#context.environment.facts, this.#register);
    reads.addName(fact, params);
    return [...reads.fields];
  }

  ofUnknown(unknown: Unknown): readonly string[] {
    // Facts make an unknown for each record; what it lacks is the same for thousands.
    const { missing } = unknown;
    const key = missing.length === 1 ? (missing[0] ?? '') : missing.join('\n');
    let names = this.#ofUnknown.get(key);
    if (names === undefined) {
      const reads = new ReadsCollector(this.#context.environment.facts, this.#register);
      for (const name of missing) reads.addName(name);
      names = [...reads.fields];
      this.#ofUnknown.set(key, names);
    }
    return names;
  }
}

/** Adds what a value lacks: an unknown says so itself, a blank lacks whatever it was read from. */
function missingCollector(
  read: Read,
  call: { readonly fact: string; readonly params?: Readonly<Record<string, unknown>> },
  names: MissingNames,
): (record: RegisterRecord, into: MissingCollector) => void {
  let blank: readonly string[] | null = null;
  return (record, into) => {
    const value = read(record);
    if (value === null) {
      into.addReason('missing');
      blank ??= names.ofFact(call.fact, call.params);
      for (const name of blank) into.addField(name);
    } else if (value instanceof Unknown) {
      into.addReason(value.reason);
      for (const name of names.ofUnknown(value)) into.addField(name);
    }
  };
}
