import type { FactResult } from '../fact/fact.ts';
import { Unknown } from '../fact/fact.ts';
import { dayOf, hasTime, isIsoDate } from '../fact/iso.ts';
import { saysNothing } from '../fact/text.ts';
import { WordList } from '../fact/word-list.ts';
import { FALSE, TRUE, tri, UNKNOWN } from './kleene.ts';
import type { Tri } from './kleene.ts';
import { IncomparableError, OPERATORS } from './operators.ts';
import type { OperatorName } from './operators.ts';

/** An operator with its right side worked out beforehand. */
export type Comparison = (left: FactResult) => Tri;

function negated(value: Tri): Tri {
  return (TRUE - value) as Tri;
}

function equalTo(right: Exclude<FactResult, Unknown | null>): Comparison {
  const type = typeof right;
  return (left) => {
    if (typeof left === type && type !== 'object') return left === right ? TRUE : FALSE;
    if (left === null || left instanceof Unknown) return UNKNOWN;
    throw new IncomparableError(left, right);
  };
}

function memberOf(right: readonly unknown[]): Comparison {
  const members = new Set(right);
  return (left) => {
    if (typeof left !== 'object') return members.has(left) ? TRUE : FALSE;
    if (left === null || left instanceof Unknown) return UNKNOWN;
    throw new IncomparableError(left, right);
  };
}

/** Numbers, or days, of one kind. */
type Order = <Value extends number | string>(left: Value, right: Value) => boolean;

const ORDER = {
  lessThan: (left, right) => left < right,
  lessThanInclusive: (left, right) => left <= right,
  greaterThan: (left, right) => left > right,
  greaterThanInclusive: (left, right) => left >= right,
} as const satisfies Readonly<Record<string, Order>>;

function orderedTo(name: keyof typeof ORDER, right: Exclude<FactResult, Unknown | null>): Comparison {
  const holds: Order = ORDER[name];
  const otherwise = general(name, right);
  if (typeof right === 'number') {
    return (left) => (typeof left === 'number' ? tri(holds(left, right)) : otherwise(left));
  }
  if (!isIsoDate(right) || hasTime(right)) return otherwise;
  // A moment against a day compares its day; the order of days is that of their texts.
  return (left) => (isIsoDate(left) ? tri(holds(dayOf(left), right)) : otherwise(left));
}

function general(name: OperatorName, right: Exclude<FactResult, Unknown>): Comparison {
  const { apply } = OPERATORS[name];
  return (left) => (left instanceof Unknown ? UNKNOWN : apply(left, right));
}

function containing(right: readonly unknown[], blank: Tri, found: Tri): Comparison {
  const words = new WordList(right.map(String));
  const notFound = negated(found);
  const otherwise = general(found === TRUE ? 'containsAny' : 'containsNone', right.map(String));
  return (left) => {
    if (left === null) return blank;
    return typeof left === 'string' ? (words.foundIn(left) ? found : notFound) : otherwise(left);
  };
}

function presence(wanted: unknown): Comparison {
  const present = tri(wanted === true);
  const absent = negated(present);
  return (left) => {
    if (left === null) return absent;
    if (typeof left === 'string') return saysNothing(left) ? absent : present;
    if (typeof left !== 'object') return present;
    return left instanceof Unknown ? UNKNOWN : left.length === 0 ? absent : present;
  };
}

/** Works out an operator for a literal on its right. Must mean the same as the operator's `apply`; the fuzz holds both together. */
export function comparisonWith(name: OperatorName, right: Exclude<FactResult, Unknown>): Comparison {
  switch (name) {
    case 'present':
      return presence(right);
    case 'equal':
      return right === null ? general(name, right) : equalTo(right);
    case 'notEqual': {
      if (right === null) return general(name, right);
      const equal = equalTo(right);
      return (left) => negated(equal(left));
    }
    case 'lessThan':
    case 'lessThanInclusive':
    case 'greaterThan':
    case 'greaterThanInclusive':
      return right === null ? general(name, right) : orderedTo(name, right);
    case 'in':
      return Array.isArray(right) ? memberOf(right) : general(name, right);
    case 'notIn': {
      if (!Array.isArray(right)) return general(name, right);
      const member = memberOf(right);
      return (left) => negated(member(left));
    }
    case 'containsAny':
      return Array.isArray(right) ? containing(right, FALSE, TRUE) : general(name, right);
    case 'containsNone':
      return Array.isArray(right) ? containing(right, TRUE, FALSE) : general(name, right);
  }
}
