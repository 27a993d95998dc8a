import type { FieldId } from '../register/definition.ts';
import type { FieldValue, RegisterRecord } from '../register/record.ts';
import { Unknown } from './fact.ts';
import { isIsoDate } from './iso.ts';
import { comparableText, saysNothing } from './text.ts';

/** Answers by which registers say that there is none: 无, 否, 未批准, 没有, a dash. */
const NEGATIVE = /^(?:无|否|未|没有?|不(?!服|满|超过)|×|[-—–/]+$|0$|N$)/iu;
/** Words by which nobody knows: no answer, although they begin like one. */
const NOT_KNOWN = /^(?:未[知明定详]|不[明详清]|待[核查定补])/u;

/** Whether a free-text cell says no. Blank is not an answer. */
export function saysNo(text: string): boolean {
  const comparable = comparableText(text);
  return NEGATIVE.test(comparable) && !NOT_KNOWN.test(comparable);
}

const NONE = /^(?:无|否|没有|未填|空|[-—–/]+)$/u;

/** Whether a free-text cell says no more than that there is nothing. */
export function saysNone(text: string): boolean {
  return NONE.test(comparableText(text));
}

/** Whether the record has a value in the field; the word 无 is none. */
export function hasValue(record: RegisterRecord, field: FieldId): boolean {
  const value = record.values[field];
  return value !== null && value !== undefined && !(typeof value === 'string' && saysNothing(value));
}

/** Whether the sheet has the field's column and its cell could not be read. */
export function isUnread(record: RegisterRecord, field: FieldId): boolean {
  return record.values[field] === undefined && Object.hasOwn(record.mapping?.columns ?? {}, field);
}

/** A text of the record ready for keyword comparison; empty when blank or without a column. */
export function textOf(record: RegisterRecord, field: FieldId): string {
  const value = record.values[field];
  return typeof value === 'string' ? comparableText(value) : '';
}

/** A day or moment of the record; `null` when blank, `undefined` when unknown. */
export function dateOf(record: RegisterRecord, field: FieldId): string | null | undefined {
  const value: FieldValue = record.values[field];
  return value === null || value === undefined || isIsoDate(value) ? value : undefined;
}

/** The fields that the record does not know, as an unknown fact; `null` when it knows them all. */
export function unknownOf(record: RegisterRecord, fields: readonly FieldId[]): Unknown | null {
  const missing = fields.filter((field) => record.values[field] === undefined);
  return missing.length === 0 ? null : new Unknown('missing', missing);
}

/** A column that holds an answer in words or a date (延长批准: 无, 中级法院批准, 2026-03-01): what it says. */
export function answer(record: RegisterRecord, field: FieldId): 'yes' | 'no' | 'blank' | 'unknown' {
  const value = record.values[field];
  if (value === undefined) return 'unknown';
  if (value === null) return 'blank';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' && NOT_KNOWN.test(comparableText(value))) return 'unknown';
  return typeof value === 'string' && saysNo(value) ? 'no' : 'yes';
}
