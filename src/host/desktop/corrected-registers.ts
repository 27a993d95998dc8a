import type Database from 'better-sqlite3-multiple-ciphers';
import type { RegisterData } from '../../core/fact/register-set.ts';
import type { RegisterDefinition } from '../../core/register/definition.ts';
import type { FieldValue, RegisterRecord } from '../../core/register/record.ts';
import { parseValue } from '../../core/register/value/parse-value.ts';
import { loadRegisters, type WantedRows } from '../import/stored-registers.ts';
import type { Inspection } from '../inspection/inspection-file.ts';

interface StoredCorrection {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly field: string;
  readonly value: string;
}

/** The records with what people corrected laid over them; what stands in the file is not touched. */
export function loadCorrectedRegisters(
  inspection: Inspection,
  definitions: readonly RegisterDefinition[],
  wanted?: WantedRows,
): readonly RegisterData[] {
  const registers = loadRegisters(inspection, wanted);
  const corrections = correctionsByPlace(inspection.database);
  if (corrections.size === 0) return registers;
  const byId = new Map(definitions.map((definition) => [definition.id, definition]));
  return registers.map((data) => {
    const definition = byId.get(data.register);
    if (definition === undefined) return data;
    return { ...data, records: data.records.map((record) => corrected(record, definition, corrections)) };
  });
}

function placeKey(file: string, sheet: string, row: number): string {
  return JSON.stringify([file, sheet, row]);
}

function correctionsByPlace(database: Database.Database): ReadonlyMap<string, readonly StoredCorrection[]> {
  const rows = database
    .prepare<[], StoredCorrection>(
      `SELECT source_file.name AS file, sheet.name AS sheet, correction.row, correction.field, correction.value
       FROM correction
       JOIN source_file ON source_file.id = correction.file_id
       JOIN sheet ON sheet.file_id = correction.file_id AND sheet.ordinal = correction.sheet_ordinal`,
    )
    .all();
  return Map.groupBy(rows, ({ file, sheet, row }) => placeKey(file, sheet, row));
}

function corrected(
  record: RegisterRecord,
  definition: RegisterDefinition,
  corrections: ReadonlyMap<string, readonly StoredCorrection[]>,
): RegisterRecord {
  const { mapping, row } = record;
  const own = mapping === null ? undefined : corrections.get(placeKey(mapping.file, mapping.sheet, row));
  if (own === undefined) return record;
  const values: Record<string, FieldValue> = { ...record.values };
  for (const { field, value } of own) {
    const read = readCorrection(definition, field, value);
    if (read !== undefined) values[field] = read;
  }
  return { ...record, values };
}

/** The value that a correction stands for; `undefined` where its text cannot be read as the field's type. Empty is blank. */
export function readCorrection(definition: RegisterDefinition, field: string, text: string): FieldValue {
  const type = definition.fields.find(({ id }) => id === field)?.type;
  if (type === undefined) return undefined;
  if (text.trim() === '') return null;
  const parsed = parseValue(type, { kind: 'text', text }, { multiplier: 1 });
  return parsed.problem === undefined ? parsed.value : undefined;
}
