/** 取第 n 行: a row of the open inspection as a trial takes it, masked as elsewhere. */
import type Database from 'better-sqlite3-multiple-ciphers';
import type { ChannelResult } from '../../contract/channels.ts';
import type { FieldValue } from '../../core/register/record.ts';
import type { RuleDefinition } from '../../core/rule/format.ts';
import type { RegisterView } from '../../core/rule/register-view.ts';
import { maskField } from './masking.ts';
import { recordsAt } from './records-at.ts';
import type { Rulebook } from './rulebook.ts';
import { readTrialText, writeTrialText } from './trial-text.ts';

type Texts = Readonly<Record<string, string | null>>;
type Tables = ChannelResult<'rules.rows'>;

/** Where a row stands. */
export interface RowPlace {
  readonly sheetId: number;
  readonly row: number;
}

/** Rows of findings that are offered by number. */
const MOST_OFFERED = 50;

/** Sheets of the rule's register, each with the rows on which the rule reports something. */
export function trialTables(database: Database.Database, rule: RuleDefinition): Tables {
  const reported = database
    .prepare<[string, string, string, number], number>(
      `SELECT DISTINCT listed_row.row FROM listed JOIN listed_row ON listed_id = listed.id
       WHERE rule_id = ? AND change <> 'gone' AND file = ? AND sheet = ? ORDER BY listed_row.row LIMIT ?`,
    )
    .pluck();
  return database
    .prepare<[string], { sheetId: number; file: string; sheet: string; first: number; last: number }>(
      `SELECT sheet.id AS sheetId, source_file.name AS file, sheet.name AS sheet, min(record.row) AS first, max(record.row) AS last
       FROM sheet JOIN source_file ON source_file.id = file_id JOIN record ON sheet_id = sheet.id
       WHERE register = ? AND error IS NULL GROUP BY sheet.id ORDER BY file_id, ordinal`,
    )
    .all(rule.register)
    .map((table) => ({ ...table, reported: reported.all(rule.id, table.file, table.sheet, MOST_OFFERED) }));
}

interface StoredText {
  readonly field: string;
  readonly value: string;
}

/**
 * What the row says, field by field: corrections over what was read, and what could not be read as it stands. A field that is
 * left out is unknown. `null` where the row is no record of the register.
 */
function textsAt(database: Database.Database, view: RegisterView, { sheetId, row }: RowPlace): Texts | null {
  const place = database
    .prepare<[number], { file: string; sheet: string }>(
      'SELECT source_file.name AS file, sheet.name AS sheet FROM sheet JOIN source_file ON source_file.id = file_id WHERE sheet.id = ?',
    )
    .get(sheetId);
  const [record] = place === undefined ? [] : recordsAt(database, [{ ...place, row }]);
  if (record?.register !== view.id) return null;
  const unread = database
    .prepare<[number, number], StoredText>(
      'SELECT field, value FROM problem WHERE sheet_id = ? AND row = ? AND field IS NOT NULL',
    )
    .all(sheetId, row);
  const corrected = database
    .prepare<[number, number], StoredText>(
      `SELECT field, value FROM correction JOIN sheet ON sheet.file_id = correction.file_id AND ordinal = sheet_ordinal
       WHERE sheet.id = ? AND row = ?`,
    )
    .all(sheetId, row);
  const texts = new Map<string, string | null>();
  for (const { id, type } of view.fields.values()) {
    if (record.values[id] !== undefined) texts.set(id, writeTrialText(type, record.values[id]));
  }
  // A cell that could be read in spite of a warning says what was read.
  for (const { field, value } of unread) if (!texts.has(field)) texts.set(field, value);
  for (const { field, value } of corrected) texts.set(field, value);
  return Object.fromEntries(texts);
}

/** The row as the form shows it: the fields that the rule reads, and those for which the sheet has no column. */
export function trialRow(
  database: Database.Database,
  rulebook: Rulebook,
  rule: RuleDefinition,
  fields: readonly string[],
  place: RowPlace,
  masked: boolean,
): ChannelResult<'rules.row'> {
  const view = rulebook.pack.registers.get(rule.register);
  const found = view === undefined ? null : textsAt(database, view, place);
  if (view === undefined || found === null) return null;
  const shown = fields.filter((field) => Object.hasOwn(found, field));
  return {
    record: Object.fromEntries(shown.map((field) => [field, shownText(view, field, found[field] ?? null, masked)])),
    unmapped: fields.filter((field) => !Object.hasOwn(found, field)),
  };
}

function shownText(view: RegisterView, field: string, text: string | null, masked: boolean): string | null {
  return text === null ? null : maskField(masked, text, view.fields.get(field)?.personal);
}

/** A row that a trial was taken from. */
export interface TakenRow {
  /** The values that a text of the form stands for: of the row itself where it still shows the row's masked text. */
  readonly valueOf: (field: string, text: string | null) => FieldValue;
}

/** `null` where the row is there no more. */
export function takenRow(database: Database.Database, view: RegisterView, place: RowPlace): TakenRow | null {
  const found = textsAt(database, view, place);
  if (found === null) return null;
  return {
    valueOf: (field, text) => {
      const own = found[field] ?? null;
      const stands = own !== null && text === shownText(view, field, own, true) ? own : text;
      return readTrialText(view.fields.get(field)?.type ?? 'any', stands);
    },
  };
}
