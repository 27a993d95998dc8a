import type { RegisterId } from '../register/definition.ts';
import type { RegisterRecord } from '../register/record.ts';
import type { FactContext } from './fact.ts';
import { Unknown } from './fact.ts';
import { recordsOfCase, textOf } from './neighbours.ts';
import { comparableText } from './text.ts';

function nameOf(record: RegisterRecord): string {
  return comparableText(textOf(record.values.propertyName) ?? '');
}

/** Two names of one thing: the same, or one is the other with more words (示例路1号房, 示例市示例路1号房). */
export function sameName(a: string, b: string): boolean {
  return a !== '' && b !== '' && (a === b || a.includes(b) || b.includes(a));
}

/**
 * Records of another register about the same property of the same case.
 * Where names do not meet, a case with one row on each side is still one thing; any other mismatch is unknown, never
 * "none": the row may be the same property under another name.
 */
export function recordsOfProperty(
  record: RegisterRecord,
  context: FactContext,
  register: RegisterId,
): readonly RegisterRecord[] | Unknown {
  const ofCase = recordsOfCase(record, context, register);
  if (ofCase instanceof Unknown) return ofCase;
  if (ofCase.length === 0) return ofCase;
  const name = nameOf(record);
  const named = ofCase.filter((each) => sameName(name, nameOf(each)));
  if (named.length > 0) return named;
  const own = context.registers.by(record.register, 'caseNo', record.values.caseNo);
  const others = own.filter((each) => each !== record);
  if (others.length === 0 && ofCase.length === 1) return ofCase;
  // Rows that other properties of the case account for are not about this one.
  const unplaced = ofCase.filter((each) => !others.some((other) => sameName(nameOf(other), nameOf(each))));
  return unplaced.length === 0 ? [] : new Unknown('missing', [`${register}.propertyName`]);
}

/** Earliest date of a field among records; `null` when all are blank, unknown when a column or cell is. */
export function earliestOf(records: readonly RegisterRecord[] | Unknown, field: string): string | null | Unknown {
  if (records instanceof Unknown) return records;
  let first: string | null = null;
  let unknown: RegisterRecord | null = null;
  for (const record of records) {
    const value = record.values[field];
    if (value === undefined) unknown ??= record;
    else if (typeof value === 'string' && (first === null || value < first)) first = value;
  }
  if (first !== null || unknown === null) return first;
  return new Unknown('missing', [`${unknown.register}.${field}`]);
}
