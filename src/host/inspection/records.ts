import type Database from 'better-sqlite3-multiple-ciphers';
import type { FieldId, RegisterId } from '../../core/register/definition.ts';
import { recordValuesFactory } from '../../core/register/record-values.ts';
import type { Problem } from '../../core/register/problem.ts';
import type { FieldValue, RegisterRecord, SheetMapping } from '../../core/register/record.ts';

/** A sheet as it was recognised. */
export interface StoredSheet {
  readonly id: number;
  readonly fileId: number;
  readonly ordinal: number;
  readonly name: string;
  readonly register: RegisterId | null;
  /** Order of the values in its records. */
  readonly fields: readonly FieldId[];
  /** 0-based column of each mapped field. */
  readonly columns: Readonly<Record<FieldId, number>>;
  /** The sheet's entry of `import.json`. */
  readonly entry: unknown;
}

/** A row as it travels from worker to store: its number, and its values by the sheet's `fields`. */
export interface RecordRow {
  readonly row: number;
  readonly values: readonly FieldValue[];
}

/** The sheets, records and problems of an inspection. */
export interface RecordStore {
  addSheet(sheet: Omit<StoredSheet, 'id'>): number;
  /** A sheet that is read again in another way. */
  changeSheet(sheetId: number, sheet: Pick<StoredSheet, 'register' | 'fields' | 'columns'>): void;
  setEntry(sheetId: number, entry: unknown): void;
  addRecords(sheetId: number, rows: readonly RecordRow[]): void;
  addProblems(sheetId: number, problems: readonly Problem[]): void;
  /** How the sheet was read, as the mapping screen shows it (JSON). */
  setPlan(sheetId: number, plan: unknown): void;
  /** In order of file and sheet. */
  sheets(): StoredSheet[];
  problems(sheetId: number): IterableIterator<Problem>;
  /**
   * The records of a sheet by row; values that are unknown are `undefined`.
   * @param rows those that are wanted; all when left out
   */
  records(sheet: StoredSheet, mapping: SheetMapping, rows?: readonly number[]): RegisterRecord[];
}

interface SheetRowShape {
  id: number;
  fileId: number;
  ordinal: number;
  name: string;
  register: string | null;
  fields: string;
  columns: string;
  entry: string;
}

/** JSON knows no undefined: an empty array, which no value is, stands for unknown. */
export function encodeValues(values: readonly FieldValue[]): string {
  return JSON.stringify(values.map((value) => (value === undefined ? [] : value)));
}

/** Reads the stored values of one sheet's records, which stand in the order of its fields. */
export function valuesDecoder(fields: readonly FieldId[]): (json: string) => Record<FieldId, FieldValue> {
  const newValues = recordValuesFactory(fields);
  return (json) => {
    const stored = JSON.parse(json) as readonly (FieldValue | readonly [])[];
    const values = newValues();
    for (let index = 0; index < fields.length; index += 1) {
      const field = fields[index];
      const value = stored[index];
      if (field !== undefined && !(typeof value === 'object' && value !== null)) values[field] = value;
    }
    return values;
  };
}

export function recordStore(database: Database.Database): RecordStore {
  const addSheet = database.prepare<[number, number, string, string | null, string, string, string]>(
    'INSERT INTO sheet (file_id, ordinal, name, register, fields, columns, entry) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const changeSheet = database.prepare<[string | null, string, string, number]>(
    'UPDATE sheet SET register = ?, fields = ?, columns = ? WHERE id = ?',
  );
  const setEntry = database.prepare<[string, number]>('UPDATE sheet SET entry = ? WHERE id = ?');
  const setPlan = database.prepare<[string, number]>('UPDATE sheet SET plan = ? WHERE id = ?');
  const addRecord = database.prepare<[number, number, string]>(
    'INSERT INTO record (sheet_id, row, "values") VALUES (?, ?, ?)',
  );
  const addProblem = database.prepare<[number, number, string, string | null, string, string, string]>(
    'INSERT INTO problem (sheet_id, row, cell, field, code, severity, value) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const sheets = database.prepare<[], SheetRowShape>(
    'SELECT id, file_id AS fileId, ordinal, name, register, fields, columns, entry FROM sheet ORDER BY file_id, ordinal',
  );
  const problems = database.prepare<[number], Problem>(
    'SELECT row, cell, field, code, severity, value FROM problem WHERE sheet_id = ? ORDER BY row, id',
  );
  const records = database
    .prepare<[number], [number, string]>('SELECT row, "values" FROM record WHERE sheet_id = ? ORDER BY row')
    .raw();
  const someRecords = database
    .prepare<[number, string], [number, string]>(
      `SELECT row, "values" FROM record
       WHERE sheet_id = ? AND row IN (SELECT value FROM json_each(?)) ORDER BY row`,
    )
    .raw();
  return {
    addSheet: (sheet) =>
      Number(
        addSheet.run(
          sheet.fileId,
          sheet.ordinal,
          sheet.name,
          sheet.register,
          JSON.stringify(sheet.fields),
          JSON.stringify(sheet.columns),
          JSON.stringify(sheet.entry),
        ).lastInsertRowid,
      ),
    changeSheet: (sheetId, { register, fields, columns }) => {
      changeSheet.run(register, JSON.stringify(fields), JSON.stringify(columns), sheetId);
    },
    setEntry: (sheetId, entry) => {
      setEntry.run(JSON.stringify(entry), sheetId);
    },
    setPlan: (sheetId, plan) => {
      setPlan.run(JSON.stringify(plan), sheetId);
    },
    addRecords: (sheetId, rows) => {
      for (const { row, values } of rows) addRecord.run(sheetId, row, encodeValues(values));
    },
    addProblems: (sheetId, found) => {
      for (const { row, cell, field, code, severity, value } of found) {
        addProblem.run(sheetId, row, cell, field, code, severity, value);
      }
    },
    sheets: () =>
      sheets.all().map((row) => ({
        ...row,
        fields: JSON.parse(row.fields) as FieldId[],
        columns: JSON.parse(row.columns) as Record<FieldId, number>,
        entry: JSON.parse(row.entry) as unknown,
      })),
    problems: (sheetId) => problems.iterate(sheetId),
    records: (sheet, mapping, rows) => {
      const found: RegisterRecord[] = [];
      const decode = valuesDecoder(sheet.fields);
      const stored =
        rows === undefined ? records.iterate(sheet.id) : someRecords.iterate(sheet.id, JSON.stringify(rows));
      for (const [row, values] of stored) {
        found.push({ register: mapping.register, mapping, row, values: decode(values) });
      }
      return found;
    },
  };
}
