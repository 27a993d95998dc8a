import type { RegisterRecord } from '../../register/record.ts';
import type { FactParams, FactResult, KnownValue } from '../fact.ts';
import { Unknown } from '../fact.ts';
import { compareDates, isIsoDate } from '../iso.ts';
import { saysNothing } from '../text.ts';
import type { FactReference, PreparedFact, PreparingContext, Reader } from '../reader.ts';
import { firstWithValue, merged, preparedFact } from '../reader.ts';
import { readsOf } from './reads.ts';

/** The rule's parameter in the version in force for the record. */
const parameter = preparedFact({
  name: 'parameter',
  direct: true,
  register: 'any',
  label: { zh: '规则参数', en: 'parameter of the rule' },
  type: 'any',
  params: { name: { kind: 'parameter' } },
  reads: (params) => ({ fields: [], neighbours: [], parameters: [String(params['name'])] }),
  prepare: (context, params) => {
    return context.parameterReader(String(params['name']));
  },
});

const asOf = preparedFact({
  name: 'asOf',
  direct: true,
  register: 'any',
  label: { zh: '检查基准日', en: 'as-of date' },
  type: 'date',
  params: {},
  reads: () => readsOf({}),
  prepare: (context) => () => context.asOf,
});

/** The field's value; `otherwise` when it is blank or its column is missing; unknown when its cell is unreadable. */
/** A rule whose default is 无 means it in each of its words: 没有, 未说明. */
const NONE = '无';

const valueOr = preparedFact({
  name: 'valueOr',
  direct: true,
  register: 'any',
  label: { zh: '字段值或缺省值', en: 'value of a field, or a default' },
  type: 'any',
  params: { field: { kind: 'field' }, otherwise: { kind: 'scalar' } },
  reads: (params) => ({ fields: [String(params['field'])], neighbours: [], parameters: [] }),
  prepare: (_context, params) => {
    const field = String(params['field']);
    const otherwise = params['otherwise'] as KnownValue;
    const unreadable = new Unknown('missing', [field]);
    return (record) => {
      const value = record.values[field];
      if (value === undefined) {
        return hasColumn(record, field) ? unreadable : otherwise;
      }
      return value === null || (otherwise === NONE && typeof value === 'string' && saysNothing(value))
        ? otherwise
        : value;
    };
  },
});

function readersOf(context: PreparingContext, params: FactParams): readonly Reader[] {
  return (params['of'] as readonly FactReference[]).map((reference) => context.reader(reference));
}

const firstOf = preparedFact({
  name: 'firstOf',
  register: 'any',
  label: { zh: '第一个有值者', en: 'first that has a value' },
  type: 'any',
  params: { of: { kind: 'references' } },
  reads: readsOf,
  prepare: (context, params) => firstWithValue(readersOf(context, params)),
});

/**
 * The first of the fields with a value, columns that the sheet lacks left out; blank when those that it has are blank. Unknown
 * when it has none of them, or a cell before the first value is unreadable. For tables that come in kinds with different columns.
 */
const firstKnown = preparedFact({
  name: 'firstKnown',
  register: 'any',
  label: { zh: '有列者中第一个有值者', en: 'first that has a value among the columns there are' },
  type: 'any',
  params: { of: { kind: 'references' } },
  reads: readsOf,
  prepare: (context, params) => {
    const references = params['of'] as readonly FactReference[];
    const missing = new Unknown('missing', readsOf(params).fields);
    const readers = references.map((reference) => ({ reference, read: context.reader(reference) }));
    return (record) => {
      let known = false;
      for (const { reference, read } of readers) {
        const value: FactResult = read(record);
        if (value instanceof Unknown) {
          if (typeof reference === 'string' && !hasColumn(record, reference)) continue;
          return value;
        }
        if (value !== null) return value;
        known = true;
      }
      return known ? null : missing;
    };
  },
});

/** Whether an unknown field has a column all the same, its cell being unreadable. */
function hasColumn(record: RegisterRecord, field: string): boolean {
  return record.mapping !== null && Object.hasOwn(record.mapping.columns, field);
}

function extremeDate(readers: readonly Reader[], sign: 1 | -1): Reader {
  return (record) => {
    let extreme: string | null = null;
    let unknown: Unknown | null = null;
    for (const read of readers) {
      const value: FactResult = read(record);
      if (value instanceof Unknown) {
        unknown = unknown === null ? value : merged(unknown, value);
      } else if (value !== null) {
        if (!isIsoDate(value)) throw new TypeError(`not a date: ${JSON.stringify(value)}`);
        if (extreme === null || compareDates(value, extreme) * sign > 0) extreme = value;
      }
    }
    return unknown ?? extreme;
  };
}

const latest = preparedFact({
  name: 'latest',
  register: 'any',
  label: { zh: '最晚日期', en: 'latest date' },
  type: 'date',
  params: { of: { kind: 'references' } },
  reads: readsOf,
  prepare: (context, params) => extremeDate(readersOf(context, params), 1),
});

const earliest = preparedFact({
  name: 'earliest',
  register: 'any',
  label: { zh: '最早日期', en: 'earliest date' },
  type: 'date',
  params: { of: { kind: 'references' } },
  reads: readsOf,
  prepare: (context, params) => extremeDate(readersOf(context, params), -1),
});

function isNumber(value: FactResult): value is number {
  return typeof value === 'number';
}

/** Quotient of two numbers; unknown when one is missing or the denominator is 0. */
const ratio = preparedFact({
  name: 'ratio',
  register: 'any',
  label: { zh: '比率', en: 'ratio' },
  type: 'number',
  params: { numerator: { kind: 'reference' }, denominator: { kind: 'reference' } },
  reads: readsOf,
  prepare: (context, params) => {
    const numerator = context.reader(params['numerator'] as FactReference);
    const denominator = context.reader(params['denominator'] as FactReference);
    const needs = readsOf(params).fields;
    const missing = new Unknown('missing', needs);
    return (record) => {
      const above = numerator(record);
      const below = denominator(record);
      if (above instanceof Unknown) return above;
      if (below instanceof Unknown) return below;
      if (above === null || below === null || below === 0) return missing;
      if (!isNumber(above) || !isNumber(below)) throw new TypeError('ratio of values that are not numbers');
      return above / below;
    };
  },
});

export const VALUE_FACTS: readonly PreparedFact[] = [
  parameter,
  asOf,
  valueOr,
  firstOf,
  firstKnown,
  latest,
  earliest,
  ratio,
];
