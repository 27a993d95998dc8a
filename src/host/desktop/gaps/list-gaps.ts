import type Database from 'better-sqlite3-multiple-ciphers';
import { z } from 'zod';
import type { IndeterminateEntry } from '../../../core/finding/finding.ts';
import type { ProblemCode } from '../../../core/register/problem.ts';
import { cellAddress } from '../../../core/sheet/grid.ts';
import type { CellPlace } from '../corrections.ts';
import { uncorrectedRows } from '../overview.ts';
import type { Rulebook } from '../rulebook.ts';

/** A cell that an agency is asked for. */
export interface Gap extends CellPlace {
  readonly file: string;
  readonly sha256: string;
  readonly sheet: string;
  readonly cell: string;
  readonly value: string;
  readonly code: ProblemCode | null;
  /** The rule of the finding that asks for it; `null` where the run itself could not judge for want of it. */
  readonly askedBy: string | null;
}

/** Cells that could not be read, blank cells for want of which a rule could not judge the row, and those that a person asks for. */
export function listGaps(database: Database.Database, rulebook: Rulebook): Gap[] {
  const unread: Gap[] = database
    .prepare<[], Gap>(
      `${uncorrectedRows} SELECT source_file.name AS file, sha256, file_id AS fileId, sheet.name AS sheet,
         ordinal AS sheetOrdinal, register, uncorrected.row, cell, field, value, code, NULL AS askedBy
       FROM uncorrected JOIN sheet ON sheet.id = sheet_id JOIN source_file ON source_file.id = file_id
       WHERE field IS NOT NULL AND register IS NOT NULL ORDER BY file_id, ordinal, uncorrected.row, uncorrected.id`,
    )
    .all();
  const seen = new Set(unread.map(keyOf));
  const blank = [...blankGaps(database, rulebook), ...askedGaps(database)].filter((gap) => {
    const key = keyOf(gap);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return [...unread, ...blank];
}

interface PlacedSheet {
  readonly fileId: number;
  readonly sha256: string;
  readonly sheetOrdinal: number;
  readonly register: string;
  readonly columns: string;
}

function blankGaps(database: Database.Database, rulebook: Rulebook): Gap[] {
  const sheetAt = database.prepare<[string, string], PlacedSheet>(
    `SELECT file_id AS fileId, sha256, ordinal AS sheetOrdinal, register, columns FROM sheet
     JOIN source_file ON source_file.id = file_id WHERE source_file.name = ? AND sheet.name = ? AND register IS NOT NULL`,
  );
  const corrected = database
    .prepare<[number, number, number, string], number>(
      'SELECT 1 FROM correction WHERE file_id = ? AND sheet_ordinal = ? AND row = ? AND field = ?',
    )
    .pluck();
  const entries = database
    .prepare<[], string>('SELECT body FROM indeterminate WHERE run_id = (SELECT max(id) FROM run) ORDER BY ordinal')
    .pluck();
  const gaps: Gap[] = [];
  for (const body of entries.iterate()) {
    const { ruleId, source, missing } = JSON.parse(body) as IndeterminateEntry;
    const [origin] = source;
    if (origin === undefined) continue;
    const { file, sheet, row } = origin;
    const placed = sheetAt.get(file, sheet);
    if (placed === undefined || rulebook.rule(ruleId)?.definition.register !== placed.register) continue;
    const columns = JSON.parse(placed.columns) as Record<string, number>;
    for (const field of missing) {
      const column = columns[field];
      if (column === undefined) continue;
      if (corrected.get(placed.fileId, placed.sheetOrdinal, row, field) !== undefined) continue;
      const { fileId, sha256, sheetOrdinal, register } = placed;
      gaps.push({
        fileId,
        sha256,
        sheetOrdinal,
        register,
        file,
        sheet,
        row,
        field,
        cell: cellAddress(row, column),
        value: '',
        code: null,
        askedBy: null,
      });
    }
  }
  return gaps;
}

interface AskedCell extends Omit<Gap, 'cell' | 'value' | 'code'> {
  readonly columns: string;
}

/** What people put on the list from a finding, unless it was filled in since or its column is mapped no more. */
function askedGaps(database: Database.Database): Gap[] {
  return database
    .prepare<[], AskedCell>(
      `SELECT source_file.name AS file, sha256, asked.file_id AS fileId, sheet.name AS sheet, sheet_ordinal AS sheetOrdinal,
         register, columns, row, field, min(rule_id) AS askedBy
       FROM asked_cell AS asked JOIN source_file ON source_file.id = asked.file_id
       JOIN sheet ON sheet.file_id = asked.file_id AND ordinal = sheet_ordinal AND register IS NOT NULL
       WHERE NOT EXISTS (SELECT 1 FROM correction WHERE correction.file_id = asked.file_id
         AND correction.sheet_ordinal = asked.sheet_ordinal AND correction.row = asked.row AND correction.field = asked.field)
       GROUP BY asked.file_id, sheet_ordinal, row, field`,
    )
    .all()
    .flatMap(({ columns, ...gap }) => {
      const column = (JSON.parse(columns) as Record<string, number>)[gap.field];
      return column === undefined ? [] : [{ ...gap, cell: cellAddress(gap.row, column), value: '', code: null }];
    });
}

/** Finds the cell again: the file by its content, wherever it is opened. */
export const keySchema = z.tuple([z.string(), z.int().nonnegative(), z.int().positive(), z.string()]);

export function keyOf({ sha256, sheetOrdinal, row, field }: Gap): string {
  return JSON.stringify([sha256.slice(0, 16), sheetOrdinal, row, field]);
}
