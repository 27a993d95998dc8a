import type Database from 'better-sqlite3-multiple-ciphers';
import type { FindingDetail } from '../../../contract/model.ts';
import type { Finding } from '../../../core/finding/finding.ts';
import { addLog } from '../log.ts';

type MissingCell = FindingDetail['missing'][number];
type Place = Pick<FindingDetail['sources'][number], 'file' | 'sheet' | 'row'>;

interface Marked {
  readonly corrected: number;
  readonly asked: number;
}

/** Blank cells of the judged row that the finding rests on or a justification needs; those that were filled in since are left out. */
export function missingCells(
  database: Database.Database,
  { id, evidence, source: [judged] }: Finding,
  justifications: FindingDetail['justifications'],
): MissingCell[] {
  if (judged === undefined) return [];
  const marks = database.prepare<[string, string, string, string, number], Marked>(
    `SELECT
       EXISTS (SELECT 1 FROM correction c WHERE c.file_id = f.id AND c.sheet_ordinal = s.ordinal AND c.row = place.row
         AND c.field = place.field) AS corrected,
       EXISTS (SELECT 1 FROM asked_cell a WHERE a.file_id = f.id AND a.sheet_ordinal = s.ordinal AND a.row = place.row
         AND a.field = place.field AND a.fingerprint = place.fingerprint) AS asked
     FROM (SELECT ? AS field, ? AS fingerprint, ? AS file, ? AS sheet, ? AS row) AS place
     JOIN source_file f ON f.name = place.file JOIN sheet s ON s.file_id = f.id AND s.name = place.sheet`,
  );
  const blank = evidence.filter(({ value }) => value === null);
  const wanted = [...blank, ...justifications.flatMap(({ needs }) => needs)];
  const cells = new Map(
    wanted.flatMap((each) => (each.field === null || each.cell === null ? [] : [[each.field, each]])),
  );
  return [...cells].flatMap(([field, { label, cell }]): MissingCell[] => {
    const found = marks.get(field, id, judged.file, judged.sheet, judged.row);
    if (cell === null || found === undefined || found.corrected === 1) return [];
    return [{ field, label, cell, asked: found.asked === 1 }];
  });
}

/** Puts cells of a row on the list of gaps. @returns how many were not on it */
export function askFor(
  database: Database.Database,
  { id, ruleId }: Pick<FindingDetail['row'], 'id' | 'ruleId'>,
  { file, sheet, row }: Place,
  fields: readonly string[],
): number {
  const add = database.prepare(
    `INSERT OR IGNORE INTO asked_cell (file_id, sheet_ordinal, row, field, fingerprint, rule_id)
     SELECT source_file.id, ordinal, ?, ?, ?, ? FROM sheet JOIN source_file ON source_file.id = file_id
     WHERE source_file.name = ? AND sheet.name = ?`,
  );
  const work = database.transaction(() => {
    const added = fields.reduce((sum, field) => sum + add.run(row, field, id, ruleId, file, sheet).changes, 0);
    if (added > 0) addLog(database, 'gapsAsked', `finding=${id} cells=${added}`);
    return added;
  });
  return work.immediate();
}

/** Takes what a finding asks for off the list. @returns how many cells it asked for */
export function askNoMore(database: Database.Database, finding: string): number {
  const work = database.transaction(() => {
    const { changes } = database.prepare('DELETE FROM asked_cell WHERE fingerprint = ?').run(finding);
    if (changes > 0) addLog(database, 'gapsWithdrawn', `finding=${finding} cells=${changes}`);
    return changes;
  });
  return work.immediate();
}
