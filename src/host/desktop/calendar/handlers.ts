import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Handlers } from '../../../contract/dispatch.ts';
import { CodedError } from '../../../contract/errors.ts';
import {
  CalendarTableError,
  mergeCalendarTables,
  readCalendarTable,
  type CalendarTable,
} from '../../../core/calendar/calendar-table.ts';
import type { Bilingual } from '../../../core/language.ts';
import { WorkbookError } from '../../workbook/error-codes.ts';
import { openInWorker } from '../../workbook/open-in-worker.ts';
import { addLog } from '../log.ts';
import type { run as readTable } from '../worker/table-task.ts';
import type { WorkerModules } from '../worker-modules.ts';
import type { Workspace } from '../workspace.ts';
import { calendarFromRows, dayHeader } from './calendar-rows.ts';
import { readCalendar, writeCalendar } from './stored-calendar.ts';

/** A century of holidays has a tenth of it. */
const MAX_JSON_BYTES = 4 * 1024 * 1024;

/** The table of holidays: one for a new year, or a corrected one, is laid over the one that came with the program. */
export function calendarHandlers(
  workspace: Workspace,
): Pick<Handlers, 'calendar.get' | 'calendar.import' | 'calendar.reset'> {
  const { options, settings } = workspace;
  const filters = () => [
    {
      name: settings.current.language === 'zh' ? '节假日表' : 'Table of holidays',
      extensions: ['xlsx', 'xls', 'csv', 'json'],
    },
  ];
  const keep = (table: CalendarTable | null, detail: string): void => {
    const { database } = workspace.needIdle();
    const work = database.transaction(() => {
      writeCalendar(database, table);
      addLog(database, 'calendarChanged', detail);
    });
    work.immediate();
    workspace.changed();
  };
  return {
    'calendar.get': async () => {
      const { database } = workspace.need();
      const { calendar } = await workspace.rulebook();
      const { version, from, to } = calendar;
      return { version, from, to, imported: readCalendar(database)?.version ?? null };
    },
    'calendar.import': async () => {
      workspace.needIdle();
      const path = await options.dialogs.openFile(filters());
      if (path === null) return { imported: null, refused: null };
      const { stockCalendar } = await workspace.rulebook();
      try {
        const table = await calendarTableOf(path, workspace.modules);
        // Says so when it does not join the table that is there.
        mergeCalendarTables(stockCalendar, table);
        keep(table, `from=${table.from} to=${table.to} days=${table.days.length} sha256=${await sha256Of(path)}`);
        return { imported: table.version, refused: null };
      } catch (error) {
        const refused = refusal(error);
        if (refused === null) throw error;
        return { imported: null, refused };
      }
    },
    'calendar.reset': () => {
      keep(null, 'stock');
      return Promise.resolve(null);
    },
  };
}

function refusal(error: unknown): Bilingual | null {
  if (error instanceof CalendarTableError) return error.words;
  if (!(error instanceof SyntaxError)) return null;
  return {
    zh: '节假日表无法使用：文件不是有效的 JSON。原有的表保持不变。',
    en: 'The calendar table cannot be used: the file is no valid JSON. The table in use stays as it is.',
  };
}

async function sha256Of(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

/** @throws CalendarTableError, SyntaxError for what is no table; CodedError for a file that cannot be read */
async function calendarTableOf(path: string, modules: WorkerModules): Promise<CalendarTable> {
  if (extname(path).toLowerCase() === '.json') {
    if ((await stat(path)).size > MAX_JSON_BYTES) throw new SyntaxError('too large for a calendar');
    return readCalendarTable(JSON.parse((await readFile(path, 'utf8')).replace(/^\u{feff}/u, '')));
  }
  const version = `${basename(path, extname(path))} (${(await sha256Of(path)).slice(0, 8)})`;
  try {
    const rows = await openInWorker<typeof readTable>(
      {
        input: { path },
        workerModule: modules.workbookWorker,
        taskModule: modules.tableTask,
        taskArguments: { keyHeader: dayHeader },
      },
      () => undefined,
    );
    return calendarFromRows(rows, version);
  } catch (error) {
    if (error instanceof WorkbookError) throw new CodedError('E_FILE_ACCESS', error.code);
    throw error;
  }
}
