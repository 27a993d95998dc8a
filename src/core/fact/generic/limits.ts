import type { FactParams, FactResult, Limit } from '../fact.ts';
import { Unknown } from '../fact.ts';
import type { FactReference, LimitReader, PreparingContext } from '../reader.ts';
import { merged } from '../reader.ts';
import type { RegisterRecord } from '../../register/record.ts';
import { LIMIT_FACT } from './reads.ts';

const UNITS: ReadonlySet<string> = new Set<Limit['unit']>([
  'day',
  'calendarDay',
  'workday',
  'month',
  'calendarMonth',
  'year',
  'hour',
  'minute',
]);

export { runsByClock } from '../../calendar/limit.ts';

/** One object for each limit that facts yield: due dates are remembered by it. */
const yielded = new Map<string, Limit>();

function limitOf(amount: number, unit: Limit['unit']): Limit {
  const key = `${amount} ${unit}`;
  let limit = yielded.get(key);
  if (limit === undefined) {
    limit = { amount, unit };
    yielded.set(key, limit);
  }
  return limit;
}

/**
 * A limit that a fact yields: `[amount, unit]`, or a number of days.
 * @returns unknown where the fact knows no limit (`null`)
 */
export function limitOfFact(name: string, value: FactResult): Limit | Unknown {
  if (value instanceof Unknown) return value;
  if (value === null) return new Unknown('missing', [name]);
  if (typeof value === 'number') return limitOf(value, 'day');
  if (Array.isArray(value)) {
    const [amount, unit] = value as readonly (string | number | boolean)[];
    if (typeof amount === 'number' && typeof unit === 'string' && UNITS.has(unit)) {
      return limitOf(amount, unit as Limit['unit']);
    }
  }
  throw new TypeError(`fact ${name} yields no limit: ${JSON.stringify(value)}`);
}

/** Reads `limit: "parameterName"` or `limit: "@factName"`. */
export function limitReader(context: PreparingContext, reference: unknown): LimitReader {
  const name = String(reference);
  if (!name.startsWith(LIMIT_FACT)) return context.limitReader(name);
  const fact = name.slice(LIMIT_FACT.length);
  const read = context.reader(fact);
  return (record) => limitOfFact(fact, read(record));
}

/** Limit and extension for a record. `maybe` says that the data cannot tell whether the extension was granted. */
export interface Term {
  readonly limit: Limit;
  readonly extension: Limit | undefined;
  readonly maybe: boolean;
}

export type TermReader = (record: RegisterRecord) => Term | Unknown;

/** Reads limit, extension and `extendedWhen` of a deadline fact. */
export function termReader(context: PreparingContext, params: FactParams): TermReader {
  const limit = limitReader(context, params['limit']);
  // Records one after the other have the same limit, nearly always.
  let last: Term | null = null;
  const plainTerm = (value: Limit): Term => {
    if (last?.limit !== value) last = { limit: value, extension: undefined, maybe: false };
    return last;
  };
  if (params['extension'] === undefined) {
    return (record) => {
      const value = limit(record);
      return value instanceof Unknown ? value : plainTerm(value);
    };
  }
  const extension = limitReader(context, params['extension']);
  const condition =
    params['extendedWhen'] === undefined ? null : context.reader(params['extendedWhen'] as FactReference);
  return (record) => {
    const value = limit(record);
    if (value instanceof Unknown) return value;
    const granted = condition === null ? true : condition(record);
    if (granted === null || granted === false) return plainTerm(value);
    const added = extension(record);
    if (added instanceof Unknown) return granted instanceof Unknown ? merged(granted, added) : added;
    return { limit: value, extension: added, maybe: granted instanceof Unknown };
  };
}
