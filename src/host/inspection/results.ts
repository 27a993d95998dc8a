import type { InspectionResult } from '../../core/finding/judge-inspection.ts';
import type { Inspection } from './inspection-file.ts';

/** What a run rested on, besides the records. */
export interface RunContext {
  readonly rulePack: { readonly version: string; readonly sha256: string };
  readonly calendar: { readonly version: string; readonly from: string; readonly to: string };
  readonly profile: string | null;
  readonly only: readonly string[] | null;
}

/** Keeps a run with everything it found, whole or not at all. @returns number of the run */
export function storeRun({ database }: Inspection, result: InspectionResult, context: RunContext): number {
  const run = database.prepare<[string, string]>('INSERT INTO run (as_of, context) VALUES (?, ?)');
  const finding = database.prepare<[number, number, string, string, string, string, string, string, string]>(
    `INSERT INTO finding (run_id, ordinal, fingerprint, rule_id, class, severity, party, subject, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const entry = (table: 'indeterminate' | 'upcoming') =>
    database.prepare<[number, number, string, string, string]>(
      `INSERT INTO ${table} (run_id, ordinal, rule_id, subject, body) VALUES (?, ?, ?, ?, ?)`,
    );
  const indeterminate = entry('indeterminate');
  const upcoming = entry('upcoming');
  const coverage = database.prepare<[number, string, number, string]>(
    'INSERT INTO coverage (run_id, kind, ordinal, body) VALUES (?, ?, ?, ?)',
  );
  return database
    .transaction(() => {
      const id = Number(run.run(result.asOf, JSON.stringify({ ...context, errors: result.errors })).lastInsertRowid);
      for (const [ordinal, each] of result.findings.entries()) {
        const { ruleId, severity, party, subject } = each;
        finding.run(id, ordinal, each.id, ruleId, each.class, severity, party.zh, subject, JSON.stringify(each));
      }
      for (const [ordinal, each] of result.indeterminate.entries()) {
        indeterminate.run(id, ordinal, each.ruleId, each.subject, JSON.stringify(each));
      }
      for (const [ordinal, each] of result.upcoming.entries()) {
        upcoming.run(id, ordinal, each.ruleId, each.subject, JSON.stringify(each));
      }
      for (const [ordinal, each] of result.rules.entries()) coverage.run(id, 'rule', ordinal, JSON.stringify(each));
      for (const [ordinal, each] of result.clauses.entries()) coverage.run(id, 'clause', ordinal, JSON.stringify(each));
      return id;
    })
    .immediate();
}
