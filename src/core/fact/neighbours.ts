import type { FieldId, RegisterId } from '../register/definition.ts';
import type { FieldValue, RegisterRecord } from '../register/record.ts';
import type { FactContext, FactReads } from './fact.ts';
import { Unknown } from './fact.ts';

/** Fields of one neighbour register that a fact reads. */
export interface NeighbourFields {
  readonly register: RegisterId;
  readonly fields: readonly FieldId[];
}

/** `reads` of a fact that always reads the same; `parameters` are the params that name parameters of the rule. */
export function fixedReads(
  fields: readonly FieldId[],
  neighbours: readonly NeighbourFields[] = [],
  parameters: readonly string[] = [],
): (params: Readonly<Record<string, unknown>>) => FactReads {
  return (params) => ({
    fields,
    neighbours,
    parameters: parameters.flatMap((name) => (typeof params[name] === 'string' ? [params[name]] : [])),
  });
}

const NO_CASE_NUMBER = new Unknown('missing', ['caseNo']);

/**
 * Records of another register that belong to the same case.
 * @returns unknown, never "none", where the register or one of the needed columns was not handed over, or the record's
 * own case number is missing
 */
export function recordsOfCase(
  record: RegisterRecord,
  context: Pick<FactContext, 'registers'>,
  register: RegisterId,
  needed: readonly FieldId[] = [],
): readonly RegisterRecord[] | Unknown {
  const { registers } = context;
  // Asked for every record, many times: no list is made where nothing is missing.
  let complete = registers.hasField(register, 'caseNo');
  for (const field of needed) complete &&= registers.hasField(register, field);
  if (!complete) {
    const absent = absentColumns(context, register, ['caseNo', ...needed]);
    if (absent !== null) return absent;
  }
  const caseNo = record.values.caseNo;
  if (caseNo === null || caseNo === undefined) return NO_CASE_NUMBER;
  return registers.by(register, 'caseNo', caseNo);
}

/** Why a neighbour register cannot be asked: it, or one of its columns, was not handed over; `null` when it can. */
export function absentColumns(
  context: Pick<FactContext, 'registers'>,
  register: RegisterId,
  fields: readonly FieldId[],
): Unknown | null {
  if (!context.registers.has(register)) return new Unknown('register-absent', [register]);
  // Asked for every record: no list is made where nothing is missing.
  if (fields.every((field) => context.registers.hasField(register, field))) return null;
  const missing = fields.filter((field) => !context.registers.hasField(register, field));
  return new Unknown(
    'missing',
    missing.map((field) => `${register}.${field}`),
  );
}

/** Rows as far as they are known, for the proof of a verdict. The verdict itself has to ask whether they are. */
export function known<Row>(rows: readonly Row[] | Unknown): readonly Row[] {
  return rows instanceof Unknown ? [] : rows;
}

/** A text that is there; `null` for blank and unknown cells alike. */
export function textOf(value: FieldValue): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A number (money in fen included) that is there; `null` for blank and unknown cells alike. */
export function numberOf(value: FieldValue): number | null {
  return typeof value === 'number' ? value : null;
}

function isTextList(list: readonly unknown[]): list is readonly string[] {
  return list.every((each) => typeof each === 'string');
}

/** Words of a list parameter of the rule, named by one of the fact's params. */
export function wordsOf(
  record: RegisterRecord,
  context: FactContext,
  params: Readonly<Record<string, unknown>>,
  name: string,
): readonly string[] | Unknown {
  const value = context.parameter(String(params[name]), record);
  if (value instanceof Unknown) return value;
  if (typeof value !== 'object' || value === null) return [];
  // The parameter's own list where it holds texts: what is worked out for a list is remembered by it.
  return isTextList(value) ? value : value.map(String);
}
