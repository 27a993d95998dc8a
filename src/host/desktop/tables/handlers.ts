import { PassThrough } from 'node:stream';
import { basename, extname } from 'node:path';
import { readFile, stat } from 'node:fs/promises';
import type { ChannelResult } from '../../../contract/channels.ts';
import type { Handlers } from '../../../contract/dispatch.ts';
import { CodedError } from '../../../contract/errors.ts';
import { readCalendarTable } from '../../../core/calendar/calendar-table.ts';
import type { Bilingual } from '../../../core/language.ts';
import { TableError } from '../../../core/table-error.ts';
import { sha256 } from '../../json-files.ts';
import { newReportWorkbook, writeTable as writeSheet } from '../../output/report/table-sheet.ts';
import { writeSealedFile } from '../../output/sealed-file.ts';
import { WorkbookError } from '../../workbook/error-codes.ts';
import { openInWorker } from '../../workbook/open-in-worker.ts';
import { addLog } from '../log.ts';
import { outputPath } from '../output-path.ts';
import type { Rulebook } from '../rulebook.ts';
import type { run as readTable } from '../worker/table-task.ts';
import type { WorkerModules } from '../worker-modules.ts';
import type { Workspace } from '../workspace.ts';
import { tableKinds, tableNames } from './kinds.ts';
import { readTables, writeTable, type EditableTables, type TableName } from './stored-tables.ts';

type Row = ChannelResult<'tables.list'>[number];
type TableHandlers = Pick<Handlers, 'tables.list' | 'tables.import' | 'tables.export' | 'tables.reset'>;

/** A century of holidays has a tenth of it. */
const MAX_BYTES = 4 * 1024 * 1024;

/** Tables of data that a person may replace in an inspection: holidays, limits of departments, codes of courts. */
export function tableHandlers(workspace: Workspace): TableHandlers {
  const { options } = workspace;
  const labelOf = (table: TableName): string => tableKinds[table].label[workspace.settings.current.language];
  const keep = (name: TableName, table: EditableTables[TableName] | null, detail: string): void => {
    const { database } = workspace.needWritable();
    const work = database.transaction(() => {
      writeTable(database, name, table);
      addLog(database, name === 'calendar' ? 'calendarChanged' : 'tableChanged', `table=${name} ${detail}`);
    });
    work.immediate();
    workspace.changed();
  };
  const bring = async (table: TableName): Promise<ChannelResult<'tables.import'>> => {
    workspace.needWritable();
    const path = await options.dialogs.openFile([
      { name: labelOf(table), extensions: ['xlsx', 'xls', 'csv', ...(table === 'calendar' ? ['json'] : [])] },
    ]);
    if (path === null) return { imported: null, refused: null };
    const rulebook = await workspace.rulebook();
    try {
      const { read, hash } = await readOf(table, path, rulebook, workspace.modules);
      keep(table, read, `imported=${read.version} sha256=${hash}`);
      return { imported: read.version, refused: null };
    } catch (error) {
      const refused = refusal(error);
      if (refused === null) throw error;
      return { imported: null, refused };
    }
  };
  return {
    'tables.list': async () => {
      const { database } = workspace.need();
      const imported = readTables(database);
      const { tables, calendar } = await workspace.rulebook();
      const rowOf = (name: TableName): Row => ({
        table: name,
        version: name === 'calendar' ? calendar.version : tables[name].version,
        imported: imported[name]?.version ?? null,
        entries: tableKinds[name].toRows(tables).length,
        range: name === 'calendar' ? { from: calendar.from, to: calendar.to } : null,
      });
      return tableNames.map(rowOf);
    },
    'tables.import': ({ table }) => bring(table),
    'tables.export': async ({ table }) => {
      const { tables } = await workspace.rulebook();
      const { inspection } = workspace.need();
      const label = tableKinds[table].label.zh;
      const chosen = await options.dialogs.saveFile(`${label}.xlsx`, [{ name: labelOf(table), extensions: ['xlsx'] }]);
      if (chosen === null) return { path: null };
      const path = outputPath(chosen, inspection.path);
      await writeWorkbook(path, table, tables);
      return { path };
    },
    'tables.reset': async ({ table }) => {
      const { stockTables } = await workspace.rulebook();
      keep(table, null, `stock=${stockTables[table].version}`);
      return null;
    },
  };
}

function refusal(error: unknown): Bilingual | null {
  if (error instanceof TableError) return error.words;
  if (!(error instanceof SyntaxError)) return null;
  return {
    zh: '表格无法使用：文件不是有效的 JSON。原有的表保持不变。',
    en: 'The table cannot be used: the file is no valid JSON. The table in use stays as it is.',
  };
}

/** @throws TableError, SyntaxError for what is no table; CodedError for a file that cannot be read */
async function readOf(
  name: TableName,
  path: string,
  { stockTables }: Rulebook,
  modules: WorkerModules,
): Promise<{ read: EditableTables[TableName]; hash: string }> {
  if ((await stat(path)).size > MAX_BYTES) throw new CodedError('E_FILE_ACCESS', 'E_TOO_LARGE');
  const bytes = await readFile(path);
  const hash = sha256(bytes);
  const { columns, fromRows } = tableKinds[name];
  if (name === 'calendar' && extname(path).toLowerCase() === '.json') {
    const text = bytes.toString('utf8').replace(/^\u{feff}/u, '');
    return { read: readCalendarTable(JSON.parse(text)), hash };
  }
  try {
    const rows = await openInWorker<typeof readTable>(
      {
        input: { bytes, fileName: basename(path) },
        workerModule: modules.workbookWorker,
        taskModule: modules.tableTask,
        taskArguments: { keyHeader: columns[0]?.header ?? '' },
      },
      () => undefined,
    );
    const version = `${basename(path, extname(path))} (${hash.slice(0, 8)})`;
    return { read: fromRows(rows, version, stockTables), hash };
  } catch (error) {
    if (error instanceof WorkbookError) throw new CodedError('E_FILE_ACCESS', error.code);
    throw error;
  }
}

/** The table in use as a workbook that can be changed and imported again. */
async function writeWorkbook(path: string, name: TableName, tables: EditableTables): Promise<void> {
  const { label, columns, toRows } = tableKinds[name];
  await writeSealedFile(path, new AbortController().signal, async (outputs, output) => {
    const stream = new PassThrough();
    const workbook = await newReportWorkbook(stream, label.zh);
    const write = async (): Promise<void> => {
      await writeSheet(workbook, label.zh, columns, toRows(tables));
      await workbook.commit();
    };
    await outputs.writeStream(output, stream, write());
  });
}
