import type { Finding } from '../../../core/finding/finding.ts';
import type { FieldValue, RegisterRecord } from '../../../core/register/record.ts';

/** The record of a finding, as it was judged. */
export interface JudgedRecord {
  /** As it was read; `undefined` where its file is there no more. */
  readonly record: RegisterRecord | undefined;
  /** What was read, and over it what was corrected before the run. */
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** What was corrected stands in the evidence, which the run kept. */
export function judgedRecord(finding: Finding, record: RegisterRecord | undefined): JudgedRecord {
  const judged = Object.fromEntries(finding.evidence.map(({ field, value }) => [field, value]));
  return { record, values: { ...record?.values, ...judged } };
}
