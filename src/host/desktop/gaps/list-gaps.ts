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
}

/** Cells that could not be read, and blank cells for want of which a rule could not judge the row. */
export function listGaps(database: Database.Database, rulebook: Rulebook): Gap[] {
  const unread: Gap[] = database
    .prepare<[], Gap>(
      `${uncorrectedRows} SELECT source_file.name AS file, sha256, file_id AS fileId, sheet.name AS sheet,
         ordinal AS sheetOrdinal, register, uncorrected.row, cell, field, value, code
       FROM uncorrected JOIN sheet ON sheet.id = sheet_id JOIN source_file ON source_file.id = file_id
       WHERE field IS NOT NULL AND register IS NOT NULL ORDER BY file_id, ordinal, uncorrected.row, uncorrected.id`,
    )
    .all();
  const seen = new Set(unread.map(keyOf));
  const blank = blankGaps(database, rulebook).filter((gap) => {
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
      });
    }
  }
  return gaps;
}

/** Finds the cell again: the file by its content, wherever it is opened. */
export const keySchema = z.tuple([z.string(), z.int().nonnegative(), z.int().positive(), z.string()]);

export function keyOf({ sha256, sheetOrdinal, row, field }: Gap): string {
  return JSON.stringify([sha256.slice(0, 16), sheetOrdinal, row, field]);
}
