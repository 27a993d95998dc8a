import type Database from 'better-sqlite3-multiple-ciphers';
import type { FindingRow } from '../../../contract/model.ts';
import type { Rulebook } from '../rulebook.ts';
import type { FieldView } from '../../../core/rule/register-view.ts';
import { maskerOf, maskField } from '../masking.ts';

interface Listed {
  readonly id: number;
  readonly fingerprint: string;
  readonly ruleId: string;
  readonly class: FindingRow['class'];
  readonly severity: FindingRow['severity'];
  readonly party: string;
  readonly subject: string;
  readonly partyPersonal: FieldView['personal'] | null;
  readonly subjectPersonal: FieldView['personal'] | null;
  readonly decisiveZh: string;
  readonly decisiveEn: string;
  readonly state: FindingRow['state'];
  readonly change: FindingRow['change'];
  readonly assignee: string | null;
  readonly dueDate: string | null;
}

const columns = `id, fingerprint, rule_id AS ruleId, class, severity, party, subject, party_personal AS partyPersonal,
  subject_personal AS subjectPersonal, decisive_zh AS decisiveZh,
  decisive_en AS decisiveEn, state, change, assignee, due_date AS dueDate`;

function findingRow(row: Listed, rulebook: Rulebook, masked: boolean): FindingRow {
  const mask = maskerOf(masked);
  const { fingerprint, ruleId, severity, party, subject, state, change, assignee, dueDate } = row;
  return {
    id: fingerprint,
    ruleId,
    title: rulebook.rule(ruleId)?.definition.title ?? { zh: ruleId, en: ruleId },
    class: row.class,
    severity,
    party: maskField(masked, party, row.partyPersonal ?? undefined),
    subject: maskField(masked, subject, row.subjectPersonal ?? undefined),
    decisive: { zh: mask(row.decisiveZh), en: mask(row.decisiveEn) },
    state,
    change,
    assignee,
    dueDate,
  };
}

/** Rows by their ids in the file, in the order given. */
export function rowsById(
  database: Database.Database,
  ids: readonly number[],
  rulebook: Rulebook,
  masked: boolean,
): FindingRow[] {
  const rows = database
    .prepare<[string], Listed>(`SELECT ${columns} FROM listed WHERE id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row === undefined ? [] : [findingRow(row, rulebook, masked)];
  });
}

export function rowOf(
  database: Database.Database,
  fingerprint: string,
  rulebook: Rulebook,
  masked: boolean,
): FindingRow | undefined {
  const row = database
    .prepare<[string], Listed>(`SELECT ${columns} FROM listed WHERE fingerprint = ?`)
    .get(fingerprint);
  return row === undefined ? undefined : findingRow(row, rulebook, masked);
}

const mostOfSameCase = 100;

/** Other findings of the same case, gravest first. */
export function rowsOfSameCase(
  database: Database.Database,
  fingerprint: string,
  rulebook: Rulebook,
  masked: boolean,
): FindingRow[] {
  return database
    .prepare<[string, string, number], Listed>(
      `SELECT ${columns} FROM listed AS other
       WHERE subject = (SELECT subject FROM listed WHERE fingerprint = ?) AND subject <> '' AND fingerprint <> ?
       ORDER BY CASE severity WHEN 'critical' THEN 0 WHEN 'major' THEN 1 ELSE 2 END, rule_id LIMIT ?`,
    )
    .all(fingerprint, fingerprint, mostOfSameCase)
    .map((row) => findingRow(row, rulebook, masked));
}
