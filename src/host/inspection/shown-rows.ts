import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type Database from 'better-sqlite3-multiple-ciphers';
import type { ShownRow } from '../import/import-messages.ts';

/** The rows of the sheets as they stand in the files, in compressed blocks: what the source viewer shows. */
export interface ShownRowStore {
  add(sheetId: number, rows: readonly ShownRow[]): void;
  /** Number of the last row that has content; 0 where none has. */
  lastRow(sheetId: number): number;
  /** Rows with content from `first` to `last`, ascending. */
  between(sheetId: number, first: number, last: number): ShownRow[];
}

const blockRows = 200;

export function shownRowStore(database: Database.Database): ShownRowStore {
  const add = database.prepare<[number, number, number, Uint8Array]>(
    'INSERT INTO shown_rows (sheet_id, first_row, last_row, content) VALUES (?, ?, ?, ?)',
  );
  const lastRow = database
    .prepare<[number], number | null>('SELECT max(last_row) FROM shown_rows WHERE sheet_id = ?')
    .pluck();
  const between = database
    .prepare<[number, number, number], Buffer>(
      'SELECT content FROM shown_rows WHERE sheet_id = ? AND last_row >= ? AND first_row <= ? ORDER BY first_row',
    )
    .pluck();
  return {
    add: (sheetId, rows) => {
      for (let from = 0; from < rows.length; from += blockRows) {
        const block = rows.slice(from, from + blockRows);
        const content = deflateRawSync(Buffer.from(JSON.stringify(block)), { level: 3 });
        add.run(sheetId, block[0]?.row ?? 0, block.at(-1)?.row ?? 0, content);
      }
    },
    lastRow: (sheetId) => lastRow.get(sheetId) ?? 0,
    between: (sheetId, first, last) =>
      between
        .all(sheetId, first, last)
        .flatMap((content) => JSON.parse(inflateRawSync(content).toString('utf8')) as ShownRow[])
        .filter(({ row }) => row >= first && row <= last),
  };
}
