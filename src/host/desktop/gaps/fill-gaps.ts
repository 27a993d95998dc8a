import type Database from 'better-sqlite3-multiple-ciphers';
import { CodedError } from '../../../contract/errors.ts';
import { isReadable, setCorrection, type CellPlace } from '../corrections.ts';
import { addLog } from '../log.ts';
import type { Rulebook } from '../rulebook.ts';
import { keyHeader, valueHeader } from './gap-columns.ts';
import { keyOf, keySchema, listGaps } from './list-gaps.ts';

interface KeyedSheet {
  readonly fileId: number;
  readonly register: string;
}

export interface FilledGaps {
  readonly closed: number;
  /** Cells whose text cannot be read as the field's type: they stay open. */
  readonly unreadable: number;
}

/**
 * Lays what was filled in over the cells that the list names.
 * @throws CodedError `E_NOT_A_GAP_LIST` for another workbook
 */
export function fillGaps(
  database: Database.Database,
  rulebook: Rulebook,
  [head, ...rows]: readonly (readonly string[])[],
): FilledGaps {
  const keyColumn = head?.indexOf(keyHeader) ?? -1;
  const valueColumn = head?.indexOf(valueHeader) ?? -1;
  if (keyColumn < 0 || valueColumn < 0) throw new CodedError('E_NOT_A_GAP_LIST');
  const open = new Set(listGaps(database, rulebook).map(keyOf));
  const find = database.prepare<[string, number], KeyedSheet>(
    `SELECT file_id AS fileId, register FROM sheet JOIN source_file ON source_file.id = file_id
     WHERE substr(sha256, 1, 16) = ? AND ordinal = ? AND register IS NOT NULL AND error IS NULL`,
  );
  const work = database.transaction(() => {
    let closed = 0;
    let unreadable = 0;
    for (const row of rows) {
      const text = row[valueColumn] ?? '';
      const key = row[keyColumn] ?? '';
      if (text === '' || !open.has(key)) continue;
      // A key of the open list is one of ours.
      const [sha, sheetOrdinal, number, field] = keySchema.parse(JSON.parse(key));
      const sheet = find.get(sha, sheetOrdinal);
      if (sheet === undefined) continue;
      const place: CellPlace = { ...sheet, sheetOrdinal, row: number, field };
      if (!isReadable(rulebook, place, text)) {
        unreadable += 1;
        continue;
      }
      setCorrection(database, place, text, '补正清单');
      closed += 1;
    }
    addLog(database, 'gapsImported', `closed=${closed} unreadable=${unreadable}`);
    return { closed, unreadable };
  });
  return work.immediate();
}
