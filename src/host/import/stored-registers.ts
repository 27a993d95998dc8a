import type Database from 'better-sqlite3-multiple-ciphers';
import type { RegisterData } from '../../core/fact/register-set.ts';
import type { RegisterId } from '../../core/register/definition.ts';
import type { RegisterRecord, SheetMapping } from '../../core/register/record.ts';
import type { Inspection } from '../inspection/inspection-file.ts';
import { recordStore, type StoredSheet } from '../inspection/records.ts';
import { sourceStore } from '../inspection/sources.ts';
import type { FileEntry, SheetEntry, StoredSheetEntry } from './import-report.ts';

/** Which rows of a sheet are wanted. */
export type WantedRows = (file: string, sheet: string) => readonly number[];

/**
 * The records of an inspection, register by register, in order of file, sheet and row.
 * @param wanted all when left out
 */
export function loadRegisters({ database }: Inspection, wanted?: WantedRows): RegisterData[] {
  const store = recordStore(database);
  return registersOf(database, (sheet, mapping) =>
    store.records(sheet, mapping, wanted?.(mapping.file, mapping.sheet)),
  );
}

/** Which registers and columns an inspection has: as the registers, without their records. */
export function loadMappings({ database }: Inspection): RegisterData[] {
  return registersOf(database, () => []);
}

function registersOf(
  database: Database.Database,
  recordsOf: (sheet: StoredSheet, mapping: SheetMapping) => readonly RegisterRecord[],
): RegisterData[] {
  const names = new Map(
    sourceStore(database)
      .all()
      .map(({ id, name }) => [id, name]),
  );
  const registers = new Map<RegisterId, { mappings: SheetMapping[]; records: RegisterRecord[] }>();
  for (const sheet of recordStore(database).sheets()) {
    if (sheet.register === null) continue;
    const mapping: SheetMapping = {
      file: names.get(sheet.fileId) ?? '',
      sheet: sheet.name,
      register: sheet.register,
      columns: sheet.columns,
    };
    const data = registers.get(sheet.register) ?? { mappings: [], records: [] };
    registers.set(sheet.register, data);
    data.mappings.push(mapping);
    for (const record of recordsOf(sheet, mapping)) data.records.push(record);
  }
  return [...registers].map(([register, data]) => ({ register, ...data }));
}

/** The entries of `import.json`, one file at a time. */
export function* importEntries(inspection: Inspection): Generator<FileEntry> {
  const sources = sourceStore(inspection.database).all();
  const store = recordStore(inspection.database);
  const sheets = Map.groupBy(store.sheets(), ({ fileId }) => fileId);
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  for (const { id, name, sha256, bytes, error, duplicateOf, warnings } of sources) {
    yield {
      file: name,
      sha256,
      bytes,
      error,
      sheets: (sheets.get(id) ?? []).map((sheet) => sheetEntry(sheet.entry as StoredSheetEntry, sheet.id, store)),
      duplicateOf: duplicateOf === null ? null : (names.get(duplicateOf) ?? null),
      warnings: [...warnings],
    };
  }
}

function sheetEntry(entry: StoredSheetEntry, sheetId: number, store: ReturnType<typeof recordStore>): SheetEntry {
  const problems: SheetEntry['problems'] = [];
  for (const { row, cell, field, value, code, severity } of store.problems(sheetId)) {
    problems.push({ row, cell, field, value, code, severity });
  }
  const { name, register, headerRow, mapped, unmapped, rows, rejected, hidden, hiddenRows, candidates } = entry;
  return { name, register, headerRow, mapped, unmapped, rows, rejected, problems, hidden, hiddenRows, candidates };
}
