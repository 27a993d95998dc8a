import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import exceljs from '@zurmokeeper/exceljs';
import type Database from 'better-sqlite3-multiple-ciphers';
import { z } from 'zod';
import type { Handlers } from '../../contract/dispatch.ts';
import { CodedError } from '../../contract/errors.ts';
import type { IndeterminateEntry } from '../../core/finding/finding.ts';
import type { ProblemCode } from '../../core/register/problem.ts';
import { cellAddress } from '../../core/sheet/grid.ts';
import { WorkbookError } from '../workbook/error-codes.ts';
import { openInWorker } from '../workbook/open-in-worker.ts';
import { isReadable, setCorrection, type CellPlace } from './corrections.ts';
import { addLog } from './log.ts';
import { uncorrectedRows } from './overview.ts';
import { wordsOf } from './problems.ts';
import type { Rulebook } from './rulebook.ts';
import type { run as readGapList } from './worker/gap-task.ts';
import type { Workspace } from './workspace.ts';

/** 补正清单: the cells that an agency is asked for, as an Excel file that can be filled in and read back. */
export function gapHandlers(workspace: Workspace): Pick<Handlers, 'gaps.export' | 'gaps.import'> {
  return {
    'gaps.export': async ({ path }) => {
      const { database } = workspace.need();
      const rulebook = await workspace.rulebook();
      const gaps = listGaps(database, rulebook);
      await writeGapList(resolve(path), gaps, rulebook);
      addLog(database, 'gapsExported', `cells=${gaps.length}`);
      return { cells: gaps.length };
    },
    'gaps.import': async ({ path }) => {
      const { database } = workspace.needIdle();
      const rulebook = await workspace.rulebook();
      const rows = await readRows(workspace, path);
      workspace.jobs.assertIdle();
      const closed = fillGaps(database, rulebook, rows);
      return { closed, left: listGaps(database, rulebook).length };
    },
  };
}

interface Gap extends CellPlace {
  readonly file: string;
  readonly sha256: string;
  readonly sheet: string;
  readonly cell: string;
  readonly value: string;
  readonly code: ProblemCode | null;
}

/** Cells that could not be read, and blank cells for want of which a rule could not judge the row. */
function listGaps(database: Database.Database, rulebook: Rulebook): Gap[] {
  const unread: Gap[] = database
    .prepare<[], Gap>(
      `${uncorrectedRows} SELECT source_file.name AS file, sha256, file_id AS fileId, sheet.name AS sheet,
         ordinal AS sheetOrdinal, register, uncorrected.row, cell, field, value, code
       FROM uncorrected JOIN sheet ON sheet.id = sheet_id JOIN source_file ON source_file.id = file_id
       WHERE field IS NOT NULL AND register IS NOT NULL ORDER BY file_id, ordinal, uncorrected.row, uncorrected.id`,
    )
    .all();
  const seen = new Set(unread.map(keyOf));
  const blank = blankGaps(database, rulebook).filter((gap) => {
    const key = keyOf(gap);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return [...unread, ...blank];
}

interface PlacedSheet {
  readonly fileId: number;
  readonly sha256: string;
  readonly sheetOrdinal: number;
  readonly register: string;
  readonly columns: string;
}

function blankGaps(database: Database.Database, rulebook: Rulebook): Gap[] {
  const sheetAt = database.prepare<[string, string], PlacedSheet>(
    `SELECT file_id AS fileId, sha256, ordinal AS sheetOrdinal, register, columns FROM sheet
     JOIN source_file ON source_file.id = file_id WHERE source_file.name = ? AND sheet.name = ? AND register IS NOT NULL`,
  );
  const corrected = database
    .prepare<[number, number, number, string], number>(
      'SELECT 1 FROM correction WHERE file_id = ? AND sheet_ordinal = ? AND row = ? AND field = ?',
    )
    .pluck();
  const entries = database
    .prepare<[], string>('SELECT body FROM indeterminate WHERE run_id = (SELECT max(id) FROM run) ORDER BY ordinal')
    .pluck();
  const gaps: Gap[] = [];
  for (const body of entries.iterate()) {
    const { ruleId, source, missing } = JSON.parse(body) as IndeterminateEntry;
    const [origin] = source;
    if (origin === undefined) continue;
    const { file, sheet, row } = origin;
    const placed = sheetAt.get(file, sheet);
    if (placed === undefined || rulebook.rule(ruleId)?.definition.register !== placed.register) continue;
    const columns = JSON.parse(placed.columns) as Record<string, number>;
    for (const field of missing) {
      const column = columns[field];
      if (column === undefined) continue;
      if (corrected.get(placed.fileId, placed.sheetOrdinal, row, field) !== undefined) continue;
      const { fileId, sha256, sheetOrdinal, register } = placed;
      gaps.push({
        fileId,
        sha256,
        sheetOrdinal,
        register,
        file,
        sheet,
        row,
        field,
        cell: cellAddress(row, column),
        value: '',
        code: null,
      });
    }
  }
  return gaps;
}

/** Finds the cell again: the file by its content, wherever it is opened. */
const keySchema = z.tuple([z.string(), z.int().nonnegative(), z.int().positive(), z.string()]);

function keyOf({ sha256, sheetOrdinal, row, field }: Gap): string {
  return JSON.stringify([sha256.slice(0, 16), sheetOrdinal, row, field]);
}

const keyHeader = '定位';
const valueHeader = '补正值';
const yesNo = ['是', '否'];

async function writeGapList(path: string, gaps: readonly Gap[], rulebook: Rulebook): Promise<void> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('补正清单', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [
    { header: '序号', width: 6 },
    { header: '文件', width: 32 },
    { header: '工作表', width: 16 },
    { header: '行', width: 7 },
    { header: '单元格', width: 9 },
    { header: '栏目', width: 22 },
    { header: '现值', width: 22 },
    { header: '原因', width: 44 },
    { header: valueHeader, width: 24 },
    { header: keyHeader, width: 10, hidden: true },
  ];
  sheet.getRow(1).font = { bold: true };
  for (const [index, gap] of gaps.entries()) {
    const field = rulebook.pack.registers.get(gap.register)?.fields.get(gap.field);
    const reason = gap.code === null ? '应填未填，有关规则无法判定' : wordsOf(gap.code).zh;
    const label = field?.label.zh ?? gap.field;
    const row = sheet.addRow([
      index + 1,
      gap.file,
      gap.sheet,
      gap.row,
      gap.cell,
      label,
      gap.value,
      reason,
      '',
      keyOf(gap),
    ]);
    const input = row.getCell(9);
    // As text: a program must not turn what is typed into something else.
    input.numFmt = '@';
    input.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8E1' } };
    if (field?.type === 'boolean') {
      input.dataValidation = { type: 'list', allowBlank: true, formulae: [`"${yesNo.join(',')}"`] };
    }
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: 9 } };
  const partial = `${path}.partial`;
  try {
    writeFileSync(partial, new Uint8Array(await workbook.xlsx.writeBuffer()));
    renameSync(partial, path);
  } finally {
    rmSync(partial, { force: true });
  }
}

async function readRows(workspace: Workspace, path: string): Promise<string[][]> {
  try {
    return await openInWorker<typeof readGapList>(
      {
        input: { path: resolve(path) },
        workerModule: workspace.modules.workbookWorker,
        taskModule: workspace.modules.gapTask,
        taskArguments: { keyHeader },
      },
      () => undefined,
    );
  } catch (error) {
    if (error instanceof WorkbookError) throw new CodedError('E_FILE_ACCESS', error.code);
    throw error;
  }
}

interface KeyedSheet {
  readonly fileId: number;
  readonly register: string;
}

/** Lays what was filled in over the cells that the list names. Texts that cannot be read stay open. @returns cells closed */
function fillGaps(database: Database.Database, rulebook: Rulebook, [head, ...rows]: readonly string[][]): number {
  const keyColumn = head?.indexOf(keyHeader) ?? -1;
  const valueColumn = head?.indexOf(valueHeader) ?? -1;
  if (keyColumn < 0 || valueColumn < 0) throw new CodedError('E_BAD_ARGUMENT', 'gap list');
  const open = new Set(listGaps(database, rulebook).map(keyOf));
  const find = database.prepare<[string, number], KeyedSheet>(
    `SELECT file_id AS fileId, register FROM sheet JOIN source_file ON source_file.id = file_id
     WHERE substr(sha256, 1, 16) = ? AND ordinal = ? AND register IS NOT NULL AND error IS NULL`,
  );
  const work = database.transaction(() => {
    let closed = 0;
    for (const row of rows) {
      const text = row[valueColumn] ?? '';
      const key = row[keyColumn] ?? '';
      if (text === '' || !open.has(key)) continue;
      const [sha, sheetOrdinal, number, field] = keySchema.parse(JSON.parse(key));
      const sheet = find.get(sha, sheetOrdinal);
      if (sheet === undefined) continue;
      const place: CellPlace = { ...sheet, sheetOrdinal, row: number, field };
      if (!isReadable(rulebook, place, text)) continue;
      setCorrection(database, place, text, '补正清单');
      closed += 1;
    }
    addLog(database, 'gapsImported', `closed=${closed}`);
    return closed;
  });
  return work.immediate();
}
