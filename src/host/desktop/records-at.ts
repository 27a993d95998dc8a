import type Database from 'better-sqlite3-multiple-ciphers';
import type { RecordOrigin, RegisterRecord } from '../../core/register/record.ts';
import { valuesDecoder } from '../inspection/records.ts';

interface Row {
  readonly register: string;
  readonly fields: string;
  readonly columns: string;
  readonly values: string;
}

/** The records that stand at these places, as they were read. */
export function recordsAt(database: Database.Database, origins: readonly RecordOrigin[]): RegisterRecord[] {
  const find = database.prepare<[string, string, number], Row>(
    // In this order: the planner, which has no figures of the tables, would walk all records first.
    `SELECT register, fields, columns, record."values" FROM source_file
     CROSS JOIN sheet ON sheet.file_id = source_file.id CROSS JOIN record ON record.sheet_id = sheet.id
     WHERE source_file.name = ? AND sheet.name = ? AND record.row = ?`,
  );
  return origins.flatMap(({ file, sheet, row }) => {
    const found = find.get(file, sheet, row);
    if (found === undefined) return [];
    const { register } = found;
    const columns = JSON.parse(found.columns) as Record<string, number>;
    const values = valuesDecoder(JSON.parse(found.fields) as string[])(found.values);
    return [{ register, mapping: { file, sheet, register, columns }, row, values }];
  });
}
