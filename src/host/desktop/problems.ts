import type Database from 'better-sqlite3-multiple-ciphers';
import type { ChannelArgs, ChannelResult } from '../../contract/channels.ts';
import type { Handlers } from '../../contract/dispatch.ts';
import type { Facet } from '../../contract/model.ts';
import type { Bilingual } from '../../core/language.ts';
import type { ProblemCode } from '../../core/register/problem.ts';
import { problemWords } from '../../core/register/problem-words.ts';
import type { StoredSheetEntry } from '../import/import-report.ts';
import { maskField } from './masking.ts';
import { uncorrectedRows } from './overview.ts';
import type { Rulebook } from './rulebook.ts';
import type { Workspace } from './workspace.ts';

type ProblemHandlers = Pick<Handlers, 'problems.list' | 'problems.facets' | 'problems.readiness'>;
type Page = ChannelResult<'problems.list'>;

export function problemHandlers(workspace: Workspace): ProblemHandlers {
  return {
    'problems.list': async (asked) =>
      listProblems(workspace.need().database, asked, await workspace.rulebook(), workspace.settings.current.masked),
    'problems.facets': async () => problemFacets(workspace.need().database, await workspace.rulebook()),
    'problems.readiness': () => Promise.resolve(readiness(workspace.need().database)),
  };
}

interface Row {
  readonly id: number;
  readonly file: string;
  readonly sheet: string;
  readonly sheetId: number;
  readonly register: string | null;
  readonly row: number;
  readonly cell: string;
  readonly field: string | null;
  readonly value: string;
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  readonly corrected: string | null;
  readonly reason: string | null;
  readonly at: string | null;
}

const joined = `FROM problem
  JOIN sheet ON sheet.id = problem.sheet_id
  JOIN source_file ON source_file.id = sheet.file_id
  LEFT JOIN correction ON correction.file_id = sheet.file_id AND correction.sheet_ordinal = sheet.ordinal
    AND correction.row = problem.row AND correction.field = problem.field`;

function listProblems(
  database: Database.Database,
  { code, field, file, offset, limit }: ChannelArgs<'problems.list'>,
  rulebook: Rulebook,
  masked: boolean,
): Page {
  const where =
    'WHERE (? IS NULL OR code = ?) AND (? IS NULL OR problem.field = ?) AND (? IS NULL OR source_file.name = ?)';
  const filter = [code, code, field, field, file, file];
  const rows = database
    .prepare<(string | number | null)[], Row>(
      `SELECT problem.id, source_file.name AS file, sheet.name AS sheet, sheet.id AS sheetId, sheet.register,
         problem.row, cell, problem.field, problem.value, code, severity, correction.value AS corrected,
         correction.reason, correction.at
       ${joined} ${where} ORDER BY severity, sheet.file_id, sheet.ordinal, problem.row, problem.id LIMIT ? OFFSET ?`,
    )
    .all(...filter, limit, offset);
  const total = database
    .prepare<(string | null)[], number>(`SELECT count(*) ${joined} ${where}`)
    .pluck()
    .get(...filter);
  return { total: total ?? 0, rows: rows.map((row) => problemRow(row, rulebook, masked)) };
}

function problemRow(row: Row, rulebook: Rulebook, masked: boolean): Page['rows'][number] {
  const { register, corrected, reason, at, ...rest } = row;
  const field =
    register === null || row.field === null ? undefined : rulebook.pack.registers.get(register)?.fields.get(row.field);
  return {
    ...rest,
    fieldLabel: field?.label ?? null,
    value: maskField(masked, row.value, field?.personal),
    words: wordsOf(row.code),
    correction:
      corrected === null
        ? null
        : { value: maskField(masked, corrected, field?.personal), reason: reason ?? '', at: at ?? '' },
  };
}

/** What happened and what to do. */
export function wordsOf(code: ProblemCode): Bilingual {
  const { happened, remedy } = problemWords[code];
  return { zh: `${happened.zh}；${remedy.zh}`, en: `${happened.en}; ${remedy.en}` };
}

function problemFacets(database: Database.Database, rulebook: Rulebook): Facet[] {
  const counted = (column: string): { value: string; register: string; count: number }[] =>
    database
      .prepare<[], { value: string; register: string; count: number }>(
        `SELECT ${column} AS value, min(sheet.register) AS register, count(*) AS count ${joined}
         WHERE ${column} IS NOT NULL GROUP BY ${column} ORDER BY count(*) DESC`,
      )
      .all();
  return [
    {
      id: 'code',
      values: counted('code').map(({ value, count }) => ({
        value,
        label: problemWords[value as ProblemCode].happened,
        count,
      })),
    },
    {
      id: 'field',
      values: counted('problem.field').map(({ value, register, count }) => ({
        value,
        label: rulebook.pack.registers.get(register)?.fields.get(value)?.label ?? { zh: value, en: value },
        count,
      })),
    },
    {
      id: 'file',
      values: counted('source_file.name').map(({ value, count }) => ({
        value,
        label: { zh: value, en: value },
        count,
      })),
    },
  ];
}

/** Rows read without any doubt, with cells that could not be read, and rows that could not be read at all. */
function readiness(database: Database.Database): ChannelResult<'problems.readiness'> {
  const entries = database
    .prepare<[], string>('SELECT entry FROM sheet')
    .pluck()
    .all()
    .map((entry) => JSON.parse(entry) as StoredSheetEntry);
  const sum = (key: 'records' | 'rejected'): number => entries.reduce((total, { rows }) => total + rows[key], 0);
  const partly =
    database
      .prepare<[], number>(`${uncorrectedRows} SELECT count(*) FROM (SELECT DISTINCT sheet_id, row FROM uncorrected)`)
      .pluck()
      .get() ?? 0;
  return { whole: sum('records') - partly, partly, none: sum('rejected') };
}
