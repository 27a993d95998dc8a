import type { RegisterRecord } from '../register/record.ts';
import { addMonths } from './day-arithmetic.ts';
import type { FactContext, FactDefinition, FactParams, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, textOf } from './neighbours.ts';
import { propertyKindOf } from './property-kind.ts';
import type { PropertyKind } from './property-kind.ts';
import { expiryOf } from './seizure.ts';

const KINDS: readonly PropertyKind[] = ['deposit', 'movable', 'realEstateOrRight'];
const KIND_NAMES: Readonly<Record<PropertyKind, string>> = {
  deposit: '存款',
  movable: '动产',
  realEstateOrRight: '不动产或者其他财产权',
};

function kindOf({ values }: RegisterRecord): PropertyKind | null {
  return propertyKindOf(textOf(values.propertyType) ?? '') ?? propertyKindOf(textOf(values.propertyName) ?? '');
}

/** The longest term of each kind of property, in months, in the version in force for the record. */
function longestTerms(
  record: RegisterRecord,
  context: FactContext,
  params: FactParams,
): Map<PropertyKind, number> | Unknown {
  const terms = new Map<PropertyKind, number>();
  for (const kind of KINDS) {
    const limit = context.limit(String(params[kind]), record);
    if (limit instanceof Unknown) return limit;
    terms.set(kind, limit.amount);
  }
  return terms;
}

/**
 * Whether the term on record ends after the longest one that counts from a day. Property whose kind nobody can tell is judged
 * only where all kinds agree.
 */
function endsBeyond(
  record: RegisterRecord,
  context: FactContext,
  params: FactParams,
  start: string | null,
): boolean | Unknown {
  if (start === null) return new Unknown('missing', ['effectiveDate']);
  const expiry = expiryOf(record);
  if (expiry instanceof Unknown) return expiry;
  const terms = longestTerms(record, context, params);
  if (terms instanceof Unknown) return terms;
  const beyond = (months: number) => expiry > addMonths(start, months);
  const kind = kindOf(record);
  if (kind !== null) return beyond(terms.get(kind) ?? 0);
  const verdicts = [...terms.values()].map(beyond);
  if (verdicts.every(Boolean)) return true;
  return verdicts.some(Boolean) ? new Unknown('missing', ['propertyType']) : false;
}

function describe(record: RegisterRecord, context: FactContext, params: FactParams) {
  const expiry = expiryOf(record);
  const kind = kindOf(record);
  const terms = longestTerms(record, context, params);
  const months = terms instanceof Unknown || kind === null ? null : (terms.get(kind) ?? null);
  return {
    expiry: expiry instanceof Unknown ? null : expiry,
    kind: kind === null ? '种类不明的财产' : KIND_NAMES[kind],
    months: months ?? (terms instanceof Unknown ? null : Math.max(...terms.values())),
  };
}

const PARAMS = {
  deposit: { kind: 'limit' },
  movable: { kind: 'limit' },
  realEstateOrRight: { kind: 'limit' },
} as const;
const READS = fixedReads(
  ['propertyType', 'propertyName', 'effectiveDate', 'expiryDate', 'term'],
  [],
  Object.keys(PARAMS),
);

/** The longest terms of seals, seizures and freezing orders (民事诉讼法解释 485). */
export const seizureTermFacts: readonly FactDefinition[] = [
  {
    name: 'termBeyondLongest',
    register: 'propertySeizure',
    label: { zh: '期限超过法定最长期限', en: 'the term is longer than the law allows' },
    type: 'boolean',
    params: PARAMS,
    reads: READS,
    evaluate: (record, context, params): FactResult =>
      endsBeyond(record, context, params, textOf(record.values.effectiveDate)),
    describe,
  },
  {
    name: 'renewalBeyondLongest',
    register: 'propertySeizure',
    label: { zh: '续行期限超过法定最长期限', en: 'the renewed term is longer than the law allows' },
    type: 'boolean',
    params: PARAMS,
    reads: (params) => ({ ...READS(params), fields: [...READS(params).fields, 'renewedDate'] }),
    evaluate: (record, context, params): FactResult =>
      endsBeyond(record, context, params, textOf(record.values.renewedDate)),
    describe,
  },
];
