import type Database from 'better-sqlite3-multiple-ciphers';
import type { Bilingual } from '../../../core/language.ts';
import type { PackedRule } from '../../../core/rule/pack.ts';
import { compareText } from '../../../core/finding/order.ts';
import { searchable } from '../../../core/searchable.ts';
import { initialsOf } from './initials.ts';

/** A column of the listed findings: each text once, and for each finding (by id) the place of its text. */
export interface TextColumn {
  readonly texts: readonly string[];
  readonly codes: Int32Array;
}

/** What a word of a search is compared with, by the code of a column. */
export interface SearchColumn {
  readonly search: readonly string[];
  /** Empty for a column that is not found by initials. */
  readonly initials: readonly string[];
}

/** Columns that only a run changes. The state of a review is none of them: it is read from the list itself. */
export type ColumnName = 'class' | 'severity' | 'ruleId' | 'party' | 'subject' | 'change' | 'month';
/** Columns in which words are looked for; `names` for nothing else. */
export const searchedColumns = ['subject', 'party', 'ruleId', 'names'] as const;
export type SearchedColumn = (typeof searchedColumns)[number];

/** Title of a rule by its id; `undefined` for a rule that is no more. */
type TitleOf = (ruleId: string) => Bilingual | undefined;

/** Columns whose few texts stand in an order of their own. */
const fixedOrders: Readonly<Partial<Record<ColumnName, readonly string[]>>> = {
  class: ['violation', 'overLimit', 'lead'],
  severity: ['critical', 'major', 'minor'],
  change: ['new', 'changed', 'unchanged', 'gone'],
};

const sources: Readonly<Record<ColumnName | 'names', string>> = {
  class: 'class',
  severity: 'severity',
  ruleId: 'rule_id',
  party: 'party',
  subject: 'subject',
  change: 'change',
  month: "coalesce(month, '')",
  names: 'names',
};
const columnNames = Object.keys(sources) as (keyof typeof sources)[];

function textColumn(values: readonly string[], order?: readonly string[]): TextColumn {
  const texts = order ?? [...new Set(values)].sort(compareText);
  const codeOf = new Map(texts.map((text, code) => [text, code]));
  return { texts, codes: Int32Array.from(values, (value) => codeOf.get(value) ?? 0) };
}

function searchColumn(name: ColumnName | 'names', texts: readonly string[], titleOf: TitleOf): SearchColumn {
  const words = (ruleId: string): string => {
    const title = titleOf(ruleId);
    return [ruleId, ...(title === undefined ? [] : [title.zh, title.en])].join('\n');
  };
  switch (name) {
    case 'subject':
    case 'party':
      return { search: texts.map(searchable), initials: texts.map(initialsOf) };
    case 'ruleId':
      return {
        search: texts.map((ruleId) => searchable(words(ruleId))),
        initials: texts.map((ruleId) => initialsOf(titleOf(ruleId)?.zh ?? '')),
      };
    case 'names':
      return { search: texts, initials: [] };
    default:
      return { search: [], initials: [] };
  }
}

/** Whether the list has its columns; files of the version before have none until the next run, or until this is mended. */
export function hasFindingColumns(database: Database.Database): boolean {
  const sql = 'SELECT EXISTS (SELECT 1 FROM listed_column) OR NOT EXISTS (SELECT 1 FROM listed)';
  return database.prepare<[], number>(sql).pluck().get() === 1;
}

/**
 * Makes the columns of the listed findings ready and keeps them in the file, so that the list opens by reading a few
 * blobs instead of every finding. Part of the run's own transaction; the file is read on little-endian machines only, as
 * all that Electron runs on are.
 */
export function storeFindingColumns(database: Database.Database, rules: readonly PackedRule[]): void {
  const titles = new Map(rules.map(({ definition }) => [definition.id, definition.title]));
  const titleOf: TitleOf = (ruleId) => titles.get(ruleId);
  database.exec('DELETE FROM listed_column');
  const add = database.prepare<[string, string, string, string, Buffer]>(
    'INSERT INTO listed_column (name, texts, search, initials, codes) VALUES (?, ?, ?, ?, ?)',
  );
  const bytes = ({ buffer, byteOffset, byteLength }: Int32Array): Buffer => Buffer.from(buffer, byteOffset, byteLength);
  const ids = database.prepare<[], number>('SELECT id FROM listed ORDER BY id').pluck().all();
  add.run('id', '[]', '[]', '[]', bytes(Int32Array.from(ids)));
  for (const name of columnNames) {
    const values = database.prepare<[], string>(`SELECT ${sources[name]} FROM listed ORDER BY id`).pluck().all();
    const { texts, codes } = textColumn(values, name === 'names' ? undefined : fixedOrders[name]);
    const { search, initials } = searchColumn(name, texts, titleOf);
    const kept = name === 'names' ? [] : texts;
    add.run(name, JSON.stringify(kept), JSON.stringify(search), JSON.stringify(initials), bytes(codes));
  }
}

/** Ids of the listed findings in ascending order; empty where nothing was made ready. */
export function readFindingIds(database: Database.Database): Int32Array {
  return codesOf(database, 'id');
}

export function readFindingColumn(database: Database.Database, name: ColumnName): TextColumn {
  const texts = database.prepare<[string], string>('SELECT texts FROM listed_column WHERE name = ?').pluck().get(name);
  return { texts: JSON.parse(texts ?? '[]') as string[], codes: codesOf(database, name) };
}

export function readSearchColumn(
  database: Database.Database,
  name: SearchedColumn,
): SearchColumn & { readonly codes: Int32Array } {
  const row = database
    .prepare<[string], { search: string; initials: string }>(
      'SELECT search, initials FROM listed_column WHERE name = ?',
    )
    .get(name);
  return {
    search: JSON.parse(row?.search ?? '[]') as string[],
    initials: JSON.parse(row?.initials ?? '[]') as string[],
    codes: codesOf(database, name),
  };
}

function codesOf(database: Database.Database, name: ColumnName | SearchedColumn | 'id'): Int32Array {
  const blob = database.prepare<[string], Buffer>('SELECT codes FROM listed_column WHERE name = ?').pluck().get(name);
  if (blob === undefined) return new Int32Array(0);
  // A copy, because the bytes of a blob may begin anywhere.
  return new Int32Array(new Uint8Array(blob).buffer);
}
