import type { FactResult } from '../fact/fact.ts';
import { Unknown } from '../fact/fact.ts';
import { compareDates, isIsoDate } from '../fact/iso.ts';
import { comparableText, saysNothing } from '../fact/text.ts';
import { FALSE, TRUE, tri, UNKNOWN } from './kleene.ts';
import type { Tri } from './kleene.ts';

export type OperatorName =
  | 'present'
  | 'equal'
  | 'notEqual'
  | 'lessThan'
  | 'lessThanInclusive'
  | 'greaterThan'
  | 'greaterThanInclusive'
  | 'in'
  | 'notIn'
  | 'containsAny'
  | 'containsNone';

/** What may stand on the right of an operator; the lint holds rule authors to it. */
export type RightHandKind = 'boolean' | 'scalar' | 'ordered' | 'scalarList' | 'wordList';

export interface OperatorDefinition {
  readonly right: RightHandKind;
  /** The reference meaning. Never called with an unknown on either side; a blank left side is `null`. */
  readonly apply: (left: Known, right: Known) => Tri;
}

type Known = Exclude<FactResult, Unknown>;

/** A comparison that has no meaning (text against a number, a list where a scalar belongs): an error of the rule. */
export class IncomparableError extends Error {
  constructor(left: unknown, right: unknown) {
    super(`cannot compare ${JSON.stringify(left)} with ${JSON.stringify(right)}`);
    this.name = 'IncomparableError';
  }
}

/** Nothing there: no value, an empty list, or a cell that says 无. */
function isBlank(value: Known): boolean {
  if (typeof value === 'string') return saysNothing(value);
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** Order of numbers, or of ISO dates. Any other pair is refused: text orders lexically ('10' before '9'). */
export function order(left: Known, right: Known): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (isIsoDate(left) && isIsoDate(right)) return compareDates(left, right);
  throw new IncomparableError(left, right);
}

function ordered(holds: (difference: number) => boolean): OperatorDefinition {
  return {
    right: 'ordered',
    apply: (left, right) => (left === null || right === null ? UNKNOWN : tri(holds(order(left, right)))),
  };
}

export function same(left: Known, right: Known): boolean {
  if (typeof left !== typeof right || typeof left === 'object') throw new IncomparableError(left, right);
  return left === right;
}

function listOf(left: Known, right: Known): readonly (string | number | boolean)[] {
  if (!Array.isArray(right)) throw new IncomparableError(left, right);
  return right as readonly (string | number | boolean)[];
}

export function isIn(left: Known, right: Known): boolean {
  if (left === null || typeof left === 'object') throw new IncomparableError(left, right);
  return listOf(left, right).includes(left);
}

export function containsAny(left: Known, right: Known): boolean {
  const texts = Array.isArray(left) ? left : [left];
  const words = listOf(left, right).map((word) => comparableText(String(word)));
  return texts.some((text) => {
    if (typeof text !== 'string') throw new IncomparableError(left, right);
    const comparable = comparableText(text);
    return words.some((word) => comparable.includes(word));
  });
}

/** `null` on the left is "known to be empty"; what that means is the table in docs/RULES.md. */
export const OPERATORS: Readonly<Record<OperatorName, OperatorDefinition>> = {
  present: { right: 'boolean', apply: (left, right) => tri(isBlank(left) !== right) },
  equal: {
    right: 'scalar',
    apply: (left, right) => (left === null || right === null ? UNKNOWN : tri(same(left, right))),
  },
  notEqual: {
    right: 'scalar',
    apply: (left, right) => (left === null || right === null ? UNKNOWN : tri(!same(left, right))),
  },
  lessThan: ordered((difference) => difference < 0),
  lessThanInclusive: ordered((difference) => difference <= 0),
  greaterThan: ordered((difference) => difference > 0),
  greaterThanInclusive: ordered((difference) => difference >= 0),
  in: {
    right: 'scalarList',
    apply: (left, right) => (left === null || right === null ? UNKNOWN : tri(isIn(left, right))),
  },
  notIn: {
    right: 'scalarList',
    apply: (left, right) => (left === null || right === null ? UNKNOWN : tri(!isIn(left, right))),
  },
  containsAny: {
    right: 'wordList',
    apply: (left, right) => (right === null ? UNKNOWN : left === null ? FALSE : tri(containsAny(left, right))),
  },
  containsNone: {
    right: 'wordList',
    apply: (left, right) => (right === null ? UNKNOWN : left === null ? TRUE : tri(!containsAny(left, right))),
  },
};

export function isOperatorName(name: string): name is OperatorName {
  return Object.hasOwn(OPERATORS, name);
}

/** The reference meaning of an operator, unknown values included. Used by json-rules-engine and its explanations. */
export function applyOperator(name: OperatorName, left: FactResult | undefined, right: FactResult | undefined): Tri {
  if (left === undefined || right === undefined || left instanceof Unknown || right instanceof Unknown) return UNKNOWN;
  return OPERATORS[name].apply(left, right);
}
