import type { FactResult } from '../fact/fact.ts';
import { Unknown } from '../fact/fact.ts';
import { comparableText } from '../fact/text.ts';
import { FALSE, TRUE, tri, UNKNOWN } from './kleene.ts';
import type { Tri } from './kleene.ts';
import { IncomparableError, OPERATORS } from './operators.ts';
import type { OperatorName } from './operators.ts';

/** An operator with its right side worked out beforehand. */
export type Comparison = (left: FactResult) => Tri;

function negated(value: Tri): Tri {
  return (TRUE - value) as Tri;
}

/** What decides once the left side is a scalar; the callers below have dealt with unknown and blank. */
function whenPresent(decide: (left: Exclude<FactResult, Unknown | null>) => Tri): Comparison {
  return (left) => {
    if (left === null) return UNKNOWN;
    if (typeof left === 'object' && left instanceof Unknown) return UNKNOWN;
    return decide(left);
  };
}

function equalTo(right: FactResult): Comparison {
  return whenPresent((left) => {
    if (typeof left !== typeof right || typeof left === 'object') throw new IncomparableError(left, right);
    return left === right ? TRUE : FALSE;
  });
}

function memberOf(right: readonly unknown[]): Comparison {
  const members = new Set(right);
  return whenPresent((left) => {
    if (typeof left === 'object') throw new IncomparableError(left, right);
    return members.has(left) ? TRUE : FALSE;
  });
}

const NUMBER_ORDER = {
  lessThan: (right: number) => (left: number) => tri(left < right),
  lessThanInclusive: (right: number) => (left: number) => tri(left <= right),
  greaterThan: (right: number) => (left: number) => tri(left > right),
  greaterThanInclusive: (right: number) => (left: number) => tri(left >= right),
} as const;

function orderedTo(name: keyof typeof NUMBER_ORDER, right: Exclude<FactResult, Unknown>): Comparison {
  if (typeof right !== 'number') return general(name, right);
  const decide = NUMBER_ORDER[name](right);
  return whenPresent((left) => {
    if (typeof left !== 'number') throw new IncomparableError(left, right);
    return decide(left);
  });
}

function general(name: OperatorName, right: Exclude<FactResult, Unknown>): Comparison {
  const { apply } = OPERATORS[name];
  return (left) => (left instanceof Unknown ? UNKNOWN : apply(left, right));
}

function containing(right: readonly unknown[], blank: Tri, found: Tri): Comparison {
  const words = right.map((word) => comparableText(String(word)));
  const notFound = negated(found);
  return (left) => {
    if (left === null) return blank;
    if (typeof left === 'string') {
      const text = comparableText(left);
      for (const word of words) if (text.includes(word)) return found;
      return notFound;
    }
    return left instanceof Unknown
      ? UNKNOWN
      : OPERATORS[found === TRUE ? 'containsAny' : 'containsNone'].apply(left, [...words]);
  };
}

function presence(wanted: unknown): Comparison {
  const present = tri(wanted === true);
  const absent = negated(present);
  return (left) => {
    if (left === null) return absent;
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
