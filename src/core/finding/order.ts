import type { RecordOrigin } from '../register/record.ts';
import type { FindingClass, Severity } from '../rule/format.ts';
import type { Finding, IndeterminateEntry, UpcomingEntry } from './finding.ts';

export const SEVERITIES: readonly Severity[] = ['critical', 'major', 'minor'];
export const CLASSES: readonly FindingClass[] = ['violation', 'overLimit', 'lead'];

/** Order of texts by code point: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a severity is as grave as another, or graver. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}

export function compareOrigins(a: RecordOrigin | undefined, b: RecordOrigin | undefined): number {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  return compareText(a.file, b.file) || compareText(a.sheet, b.sheet) || a.row - b.row;
}

/** Gravest first, then by class, rule, place and limb. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    CLASSES.indexOf(a.class) - CLASSES.indexOf(b.class) ||
    compareText(a.ruleId, b.ruleId) ||
    compareOrigins(a.source[0], b.source[0]) ||
    compareText(a.subject, b.subject) ||
    compareText(a.limb, b.limb) ||
    compareText(a.id, b.id)
  );
}

/** Soonest first. */
export function compareUpcoming(a: UpcomingEntry, b: UpcomingEntry): number {
  return (
    compareText(a.due, b.due) ||
    compareText(a.ruleId, b.ruleId) ||
    compareOrigins(a.source[0], b.source[0]) ||
    compareText(a.subject, b.subject)
  );
}

export function compareIndeterminate(a: IndeterminateEntry, b: IndeterminateEntry): number {
  return (
    compareText(a.ruleId, b.ruleId) || compareOrigins(a.source[0], b.source[0]) || compareText(a.subject, b.subject)
  );
}
