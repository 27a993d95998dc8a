import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3-multiple-ciphers';
import type { ChannelResult } from '../../contract/channels.ts';
import type { Handlers } from '../../contract/dispatch.ts';
import { CodedError } from '../../contract/errors.ts';
import type { SourceRow } from '../../contract/model.ts';
import type { RegisterView } from '../../core/rule/register-view.ts';
import { columnLetters } from '../../core/sheet/grid.ts';
import type { ShownRow, StoredPlan } from '../import/import-messages.ts';
import { shownRowStore } from '../inspection/shown-rows.ts';
import { searchable } from '../../core/searchable.ts';
import { maskField } from './masking.ts';
import type { Rulebook } from './rulebook.ts';
import type { Workspace } from './workspace.ts';

type SourceHandlers = Pick<Handlers, 'source.rows' | 'source.folds' | 'source.find'>;
type Shown = ChannelResult<'source.rows'>;

interface Sheet {
  readonly name: string;
  readonly file: string;
  readonly fileId: number;
  readonly ordinal: number;
  readonly register: string | null;
  /** JSON: field → column. */
  readonly columns: string;
  readonly plan: string;
}

const mostHits = 1000;
const searchedAtOnce = 2000;

export function sourceHandlers(workspace: Workspace): SourceHandlers {
  return {
    'source.rows': async ({ sheetId, offset, limit }) => {
      const { database } = workspace.need();
      const rulebook = await workspace.rulebook();
      return sourceRows(database, rulebook, workspace.settings.current.masked, { sheetId, offset, limit });
    },
    'source.folds': ({ sheetId }) => {
      const { plan } = sheetOf(workspace.need().database, sheetId);
      return Promise.resolve([...((JSON.parse(plan) as StoredPlan | null)?.hiddenRows ?? [])]);
    },
    'source.find': ({ sheetId, text }) => {
      const { database } = workspace.need();
      sheetOf(database, sheetId);
      return findInSheet(database, sheetId, searchable(text));
    },
  };
}

function sheetOf(database: Database.Database, id: number): Sheet {
  const sheet = database
    .prepare<[number], Sheet>(
      `SELECT sheet.name, source_file.name AS file, file_id AS fileId, ordinal, register, columns, plan
       FROM sheet JOIN source_file ON source_file.id = file_id WHERE sheet.id = ?`,
    )
    .get(id);
  if (sheet === undefined) throw new CodedError('E_NOT_FOUND', 'sheet');
  return sheet;
}

function sourceRows(
  database: Database.Database,
  rulebook: Rulebook,
  masked: boolean,
  { sheetId, offset, limit }: { readonly sheetId: number; readonly offset: number; readonly limit: number },
): Shown {
  const sheet = sheetOf(database, sheetId);
  const store = shownRowStore(database);
  const first = offset + 1;
  const last = offset + limit;
  const view = sheet.register === null ? undefined : rulebook.pack.registers.get(sheet.register);
  const columns = columnsOf(sheet, view);
  const marks = marksOf(database, sheetId, sheet, first, last);
  return {
    columns,
    total: store.lastRow(sheetId),
    rows: store.between(sheetId, first, last).map((row) => marks(maskedRow(row, columns, view, masked))),
  };
}

function columnsOf({ plan, columns }: Sheet, view: RegisterView | undefined): Shown['columns'] {
  const stored = JSON.parse(plan) as StoredPlan | null;
  const fields = new Map(
    Object.entries(JSON.parse(columns) as Record<string, number>).map(([field, column]) => [column, field]),
  );
  for (const { column, field } of stored?.columns ?? []) fields.set(column, field);
  const headers = new Map(
    [...(stored?.columns ?? []), ...(stored?.unmapped ?? [])].map(({ column, header }) => [column, header]),
  );
  const hidden = new Set(stored?.hiddenColumns ?? []);
  return Array.from({ length: stored?.columnCount ?? 0 }, (_, column) => {
    const field = fields.get(column) ?? null;
    return {
      letter: columnLetters(column),
      header: headers.get(column) ?? '',
      field,
      fieldLabel: field === null ? null : (view?.fields.get(field)?.label ?? null),
      hidden: hidden.has(column),
    };
  });
}

/** Rows of data by their fields; all else by identity numbers alone. */
function maskedRow(
  row: ShownRow,
  columns: Shown['columns'],
  view: RegisterView | undefined,
  masked: boolean,
): ShownRow {
  if (!masked) return row;
  const isData = row.kind === 'record';
  const cells = row.cells.map((text, column) => {
    const field = columns[column]?.field ?? null;
    return maskField(true, text, isData && field !== null ? view?.fields.get(field)?.personal : undefined);
  });
  return { ...row, cells };
}

interface PlacedFinding {
  readonly row: number;
  readonly id: string;
  readonly class: SourceRow['findings'][number]['class'];
}

/** What is known of the rows beside their content. */
function marksOf(
  database: Database.Database,
  sheetId: number,
  { file, name, fileId, ordinal, columns }: Sheet,
  first: number,
  last: number,
): (row: ShownRow) => SourceRow {
  const columnOf = JSON.parse(columns) as Record<string, number>;
  const findings = Map.groupBy(
    database
      .prepare<[string, string, number, number], PlacedFinding>(
        `SELECT row, fingerprint AS id, class FROM listed_row JOIN listed ON listed.id = listed_id
         WHERE file = ? AND sheet = ? AND row BETWEEN ? AND ? AND change <> 'gone' ORDER BY listed.id`,
      )
      .all(file, name, first, last),
    ({ row }) => row,
  );
  const corrections = Map.groupBy(
    database
      .prepare<[number, number, number, number], { row: number; field: string; value: string; reason: string }>(
        'SELECT row, field, value, reason FROM correction WHERE file_id = ? AND sheet_ordinal = ? AND row BETWEEN ? AND ?',
      )
      .all(fileId, ordinal, first, last),
    ({ row }) => row,
  );
  const problems = Map.groupBy(
    database
      .prepare<[number, number, number], { row: number; field: string | null }>(
        "SELECT row, field FROM problem WHERE sheet_id = ? AND row BETWEEN ? AND ? AND severity = 'error'",
      )
      .all(sheetId, first, last),
    ({ row }) => row,
  );
  const column = (field: string | null): number[] => {
    const at = field === null ? undefined : columnOf[field];
    return at === undefined ? [] : [at];
  };
  return ({ row, kind, hidden, cells }) => ({
    row,
    kind,
    hidden,
    cells: [...cells],
    findings: (findings.get(row) ?? []).map(({ id, class: kind }) => ({ id, class: kind })),
    corrections: (corrections.get(row) ?? []).flatMap(({ field, value, reason }) =>
      column(field).map((at) => ({ column: at, value, reason })),
    ),
    problems: [...new Set((problems.get(row) ?? []).flatMap(({ field }) => column(field)))],
  });
}

/** Lets other calls in between blocks of rows: a large sheet takes a second. */
async function findInSheet(
  database: Database.Database,
  sheetId: number,
  wanted: string,
): Promise<ChannelResult<'source.find'>> {
  const store = shownRowStore(database);
  const lastRow = store.lastRow(sheetId);
  const hits: { row: number; column: number }[] = [];
  let total = 0;
  for (let first = 1; first <= lastRow; first += searchedAtOnce) {
    for (const { row, cells } of store.between(sheetId, first, first + searchedAtOnce - 1)) {
      for (const [column, text] of cells.entries()) {
        if (!searchable(text).includes(wanted)) continue;
        total += 1;
        if (hits.length < mostHits) hits.push({ row, column });
      }
    }
    await setImmediate();
    // Another inspection may have been opened meanwhile.
    if (!database.open) break;
  }
  return { total, hits };
}
