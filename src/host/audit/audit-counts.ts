import type { InspectionResult } from '../../core/finding/judge-inspection.ts';
import { CLASSES, compareText, SEVERITIES } from '../../core/finding/order.ts';
import type { FindingClass, Severity } from '../../core/rule/format.ts';
import type { FileEntry } from '../import/import-report.ts';

/** The figures of an audit: one source for the summary on the screen, the report's first page, and `--json`. */
export interface AuditCounts {
  readonly files: { readonly total: number; readonly imported: number; readonly failed: number };
  readonly sheets: { readonly total: number; readonly recognised: number };
  readonly records: number;
  readonly findings: {
    readonly total: number;
    readonly byClass: Readonly<Record<FindingClass, number>>;
    readonly bySeverity: Readonly<Record<Severity, number>>;
    readonly matrix: Readonly<Record<FindingClass, Readonly<Record<Severity, number>>>>;
    /** Most first. */
    readonly byRule: readonly { readonly ruleId: string; readonly count: number }[];
  };
  readonly indeterminate: number;
  readonly upcoming: number;
  readonly errors: number;
  readonly rules: { readonly total: number; readonly checked: number; readonly notCheckable: number };
  readonly clauses: { readonly checked: number; readonly partly: number; readonly notChecked: number };
}

export function countAudit(result: InspectionResult, files: readonly FileEntry[]): AuditCounts {
  const sheets = files.flatMap((file) => file.sheets);
  const failed = files.filter(({ error }) => error !== null).length;
  const notCheckable = result.rules.filter((rule) => rule.notCheckable !== null).length;
  const clauses = (state: string): number => result.clauses.filter((clause) => clause.state === state).length;
  return {
    files: { total: files.length, imported: files.length - failed, failed },
    sheets: { total: sheets.length, recognised: sheets.filter(({ register }) => register !== null).length },
    records: sheets.reduce((sum, { rows }) => sum + rows.records, 0),
    findings: countFindings(result),
    indeterminate: result.indeterminate.length,
    upcoming: result.upcoming.length,
    errors: result.errors.length,
    rules: { total: result.rules.length, checked: result.rules.length - notCheckable, notCheckable },
    clauses: { checked: clauses('checked'), partly: clauses('partly'), notChecked: clauses('not-checked') },
  };
}

function countFindings({ findings }: InspectionResult): AuditCounts['findings'] {
  const matrix = recordOf(CLASSES, () => recordOf(SEVERITIES, () => 0));
  const byRule = new Map<string, number>();
  for (const finding of findings) {
    matrix[finding.class][finding.severity] += 1;
    byRule.set(finding.ruleId, (byRule.get(finding.ruleId) ?? 0) + 1);
  }
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return {
    total: findings.length,
    byClass: recordOf(CLASSES, (of) => sum(Object.values(matrix[of]))),
    bySeverity: recordOf(SEVERITIES, (severity) => sum(CLASSES.map((of) => matrix[of][severity]))),
    matrix,
    byRule: [...byRule]
      .map(([ruleId, count]) => ({ ruleId, count }))
      .sort((a, b) => b.count - a.count || compareText(a.ruleId, b.ruleId)),
  };
}

function recordOf<Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;
}
