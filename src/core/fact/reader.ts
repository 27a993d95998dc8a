import type { RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition, FactParams, FactResult, Limit } from './fact.ts';
import { Unknown } from './fact.ts';

/** Reads one value of a record. Readers are made once per rule and asked once per record. */
export type Reader = (record: RegisterRecord) => FactResult;

/**
 * What may stand where a fact asks for a value: the name of a field or fact, a fact with its params, or a list of these
 * of which the first with a value counts.
 */
export type FactReference = string | FactCall | readonly FactReference[];

export interface FactCall {
  readonly fact: string;
  readonly params?: FactParams;
}

/** A context that hands out readers instead of looking names up for each record. */
export interface PreparingContext extends FactContext {
  reader(reference: FactReference): Reader;
  /** Reads a parameter of the rule as `parameter` does. */
  parameterReader(name: string): Reader;
  /** Reads a parameter of the rule as `limit` does. */
  limitReader(name: string): LimitReader;
}

/** Reads a time limit for a record. */
export type LimitReader = (record: RegisterRecord) => Limit | Unknown;

/** A generic fact: what depends on its params only is worked out once, by `prepare`. */
export interface PreparedFact extends FactDefinition {
  /** Reads as fast as an answer could be remembered, and never says that a limit is running. */
  readonly direct?: true;
  prepare(context: PreparingContext, params: FactParams): Reader;
}

export function isPrepared(definition: FactDefinition): definition is PreparedFact {
  return 'prepare' in definition;
}

function preparing(context: FactContext): PreparingContext {
  if ('reader' in context) return context as PreparingContext;
  const result: PreparingContext = {
    asOf: context.asOf,
    calendar: context.calendar,
    registers: context.registers,
    tables: context.tables,
    parameter: (name, record) => context.parameter(name, record),
    limit: (name, record) => context.limit(name, record),
    fact: (name, record, params) => context.fact(name, record, params),
    notePending: (due) => {
      context.notePending(due);
    },
    parameterReader: (name) => (record) => context.parameter(name, record),
    limitReader: (name) => (record) => context.limit(name, record),
    reader: (reference) =>
      referenceReader(reference, (call) => (record) => context.fact(call.fact, record, call.params)),
  };
  return result;
}

/** Completes a generic fact: `evaluate` is `prepare` for a single use. */
export function preparedFact(definition: Omit<PreparedFact, 'evaluate'>): PreparedFact {
  return {
    ...definition,
    evaluate: (record, context, params) => definition.prepare(preparing(context), params)(record),
  };
}

export function isFactCall(reference: unknown): reference is FactCall {
  return typeof reference === 'object' && reference !== null && 'fact' in reference;
}

/** A reader for a reference, given how a single fact is read. A list is `firstOf`. */
export function referenceReader(reference: FactReference, single: (call: FactCall) => Reader): Reader {
  if (typeof reference === 'string') return single({ fact: reference });
  if (isFactCall(reference)) return single(reference);
  return firstWithValue(reference.map((each) => referenceReader(each, single)));
}

/** First value present; blank when all are blank; unknown when one is unknown and none has a value. */
export function firstWithValue(readers: readonly Reader[]): Reader {
  const [only] = readers;
  if (only !== undefined && readers.length === 1) return only;
  return (record) => {
    let unknown: Unknown | null = null;
    for (const read of readers) {
      const value = read(record);
      if (value instanceof Unknown) unknown = unknown === null ? value : merged(unknown, value);
      else if (value !== null) return value;
    }
    return unknown;
  };
}

/** Both unknowns in one: all the fields that would tell; the graver reason. */
export function merged(first: Unknown, second: Unknown): Unknown {
  const reason = first.reason === 'missing' ? second.reason : first.reason;
  return new Unknown(reason, [...new Set([...first.missing, ...second.missing])]);
}

/** All fields and facts that a reference names. */
export function referenceCalls(reference: unknown): readonly FactCall[] {
  if (typeof reference === 'string') return [{ fact: reference }];
  if (Array.isArray(reference)) return reference.flatMap((each) => referenceCalls(each));
  return isFactCall(reference) ? [reference] : [];
}
