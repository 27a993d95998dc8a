import type { RegisterRecord } from '../register/record.ts';
import { caseTypeOf } from './case-number.ts';
import { known, recordsOfCase, textOf } from './neighbours.ts';
import { onceForRecord, onceForRegisters } from './remember.ts';
import { sameName } from './same-property.ts';
import { comparableText } from './text.ts';
import { mentionsAny } from './words.ts';

const SEIZURES = 'propertySeizure';

function nameOf({ values }: RegisterRecord): string {
  return comparableText(textOf(values.propertyName) ?? '');
}

function propertyKey(record: RegisterRecord): string {
  return `${comparableText(textOf(record.values.debtor) ?? '')}|${nameOf(record)}`;
}

/** Rows under a number of resumed enforcement (执恢), by debtor and property: the case goes on under that number. */
const resumedRows = onceForRegisters((context): ReadonlyMap<string, readonly RegisterRecord[]> => {
  const rows = new Map<string, RegisterRecord[]>();
  for (const row of context.registers.all(SEIZURES)) {
    if (caseTypeOf(textOf(row.values.caseNo) ?? '') !== '执恢') continue;
    const key = propertyKey(row);
    const same = rows.get(key);
    if (same === undefined) rows.set(key, [row]);
    else same.push(row);
  }
  return rows;
});

/**
 * The next row of the same property: many ledgers enter a renewal as a row of its own, which begins later. Waiting seals
 * and rows of the time after the as-of day are no renewals.
 */
export const nextRowOfProperty = onceForRecord((record, context): RegisterRecord | null => {
  const name = nameOf(record);
  const start = textOf(record.values.effectiveDate);
  if (name === '' || start === null) return null;
  let next: RegisterRecord | null = null;
  for (const row of [
    ...known(recordsOfCase(record, context, SEIZURES)),
    ...(resumedRows(context).get(propertyKey(record)) ?? []),
  ]) {
    const begun = textOf(row.values.effectiveDate);
    if (row === record || begun === null || begun <= start || begun > context.asOf) continue;
    if (!sameName(name, nameOf(row)) || mentionsAny(textOf(row.values.seizureRank) ?? '', ['轮候'])) continue;
    if (next === null || begun < (textOf(next.values.effectiveDate) ?? '')) next = row;
  }
  return next;
});
