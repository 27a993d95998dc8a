import type { RegisterRecord } from '../register/record.ts';
import { numberOf, textOf } from './neighbours.ts';
import { expiryOf, isWaiting } from './seizure.ts';
import { comparableText } from './text.ts';

/** Property under seizure as it counts towards a claim. */
export interface SeizedItem {
  readonly row: RegisterRecord;
  /** Fen: the amount frozen, else the appraised value; `null` where neither is told. */
  readonly value: number | null;
  /** First in rank and free of prior claims, as far as the register tells: others may take what it is worth. */
  readonly own: boolean;
}

function isInForce(row: RegisterRecord, day: string): boolean {
  const { values } = row;
  const from = textOf(values.effectiveDate);
  const ends = [values.releasedDate, values.disposedDate].map(textOf).filter((each) => each !== null);
  const expiry = expiryOf(row);
  const lapsed = typeof expiry === 'string' && expiry < day && textOf(values.renewedDate) === null;
  return (from === null || from <= day) && ends.every((end) => end > day) && !lapsed;
}

function itemOf(row: RegisterRecord): SeizedItem {
  const value = numberOf(row.values.frozenAmount) ?? numberOf(row.values.appraisedValue);
  return { row, value, own: isWaiting(row) === false && row.values.hasPriority !== true };
}

/**
 * What of a case was under seizure on a day; waiting seals have no effect yet and are left out. A thing that stands in several
 * rows (renewed, say) counts once, with its largest value.
 */
export function seizedOn(rows: readonly RegisterRecord[], day: string): readonly SeizedItem[] {
  const items = new Map<string, SeizedItem>();
  for (const row of rows) {
    if (isWaiting(row) === true || !isInForce(row, day)) continue;
    const item = itemOf(row);
    const name = comparableText(textOf(row.values.propertyName) ?? '');
    const key = name === '' ? `row ${String(items.size)}` : name;
    const known = items.get(key);
    if (known === undefined || (known.value ?? -1) < (item.value ?? -1)) items.set(key, item);
  }
  return [...items.values()];
}

/** What is left of the claim of a case in fen: by its own column, else the claim less what was recovered and waived. */
export function remainingClaim({ values }: RegisterRecord): number | null {
  const remaining = numberOf(values.remainAmount);
  if (remaining !== null) return remaining;
  const claim = numberOf(values.claimAmount);
  return claim === null ? null : claim - (numberOf(values.paidAmount) ?? 0) - (numberOf(values.waivedAmount) ?? 0);
}
