import type { RegisterDefinition } from '../../core/register/definition.ts';
import type { MappingTemplate } from '../../core/register/mapping-template.ts';
import { planSheet } from '../../core/register/plan-sheet.ts';
import type { Problem } from '../../core/register/problem.ts';
import { countUnread, mappingOf, readRecords } from '../../core/register/read-records.ts';
import type { RejectedRow, RowAccount } from '../../core/register/read-records.ts';
import { buildRegisterIndex } from '../../core/register/register-index.ts';
import type { RegisterIndex } from '../../core/register/register-index.ts';
import type { SheetPlan } from '../../core/register/sheet-plan.ts';
import type { CourtCodeTable } from '../../core/register/court-code-table.ts';
import { parseValue } from '../../core/register/value/parse-value.ts';
import { columnLetters } from '../../core/sheet/grid.ts';
import type { SheetSource } from '../../core/sheet/grid.ts';
import type { RecordRow } from '../inspection/records.ts';
import { WorkbookError } from '../workbook/error-codes.ts';
import type { TaskChannel, WorkbookTask } from '../workbook/task.ts';
import { sendUnread, ShownRows } from './shown-rows-task.ts';
import { storedPlan } from './stored-plan.ts';
import type { ImportArguments, ImportMessage, ImportResult } from './import-messages.ts';
import type { StoredSheetEntry } from './import-report.ts';

/** Rows that travel together. */
const batchRows = 1000;

/** Reads every sheet of a workbook into records; runs in the worker, next to the untrusted file. */
export const run: WorkbookTask<ImportArguments, ImportMessage, ImportResult> = async (workbook, given, channel) => {
  // Readable, but an import of nothing would look like a register without faults.
  if (workbook.sheets.every((sheet) => sheet.rowCount === 0))
    throw new WorkbookError({ code: 'E_EMPTY', part: 'cells' });
  const index = buildRegisterIndex(given.registers);
  const reader: Reader = {
    index,
    mapping: given.mapping,
    definitions: new Map(given.registers.map((definition) => [definition.id, definition])),
    keepRows: given.keepRows === true,
    courtCodes: given.courtCodes,
  };
  for (const [ordinal, source] of workbook.sheets.entries()) {
    if (given.onlySheet !== undefined && given.onlySheet !== ordinal) continue;
    await importSheet(source, ordinal, workbook.fileName, reader, channel);
  }
  const warnings = workbook.warnings.map(({ code, sheet, cell, count }) => ({ code, sheet, cell, count }));
  return { sha256: workbook.sha256, bytes: workbook.bytes, warnings, encoding: workbook.encoding };
};

interface Reader {
  readonly index: RegisterIndex;
  readonly mapping: MappingTemplate | null;
  readonly definitions: ReadonlyMap<string, RegisterDefinition>;
  readonly keepRows: boolean;
  readonly courtCodes: CourtCodeTable;
}

async function importSheet(
  source: SheetSource,
  ordinal: number,
  file: string,
  reader: Reader,
  channel: TaskChannel<ImportMessage>,
): Promise<void> {
  const plan = planSheet(source, file, reader.index, reader.mapping);
  const definition = plan.register === null ? undefined : reader.definitions.get(plan.register);
  await channel.send({
    kind: 'sheet',
    ordinal,
    name: source.name,
    register: definition?.id ?? null,
    fields: definition?.fields.map(({ id }) => id) ?? [],
    columns: definition === undefined ? {} : mappingOf(plan, definition).columns,
    plan: storedPlan(source, plan),
  });
  if (definition === undefined) {
    if (reader.keepRows) await sendUnread(source, plan, channel);
    await channel.send({ kind: 'end', entry: entryOf(plan, countUnread(source), []) });
    return;
  }
  const rejected: RejectedRow[] = [];
  const account = await sendRows(source, plan, definition, reader, rejected, channel);
  await channel.send({ kind: 'end', entry: entryOf(plan, account, rejected) });
}

async function sendRows(
  source: SheetSource,
  plan: SheetPlan,
  definition: RegisterDefinition,
  reader: Reader,
  rejected: RejectedRow[],
  channel: TaskChannel<ImportMessage>,
): Promise<RowAccount> {
  let rows: RecordRow[] = [];
  let problems: Problem[] = [];
  const shown = reader.keepRows ? new ShownRows(plan, channel) : null;
  const events = readRecords(source, plan, definition, {
    parse: parseValue,
    index: reader.index,
    courtCodes: reader.courtCodes,
    ...(shown === null ? {} : { onRow: shown.note }),
  });
  await shown?.sendHead(source);
  for (;;) {
    const next = events.next();
    await shown?.sendFull(next.done === true);
    if (next.done || rows.length === batchRows) {
      if (rows.length > 0) await channel.send({ kind: 'rows', rows, problems });
      rows = [];
      problems = [];
    }
    if (next.done) return next.value;
    if (next.value.kind === 'rejected') {
      rejected.push(next.value.rejected);
      continue;
    }
    const { record } = next.value;
    rows.push({ row: record.row, values: definition.fields.map(({ id }) => record.values[id]) });
    problems.push(...next.value.problems);
  }
}

function entryOf(plan: SheetPlan, account: RowAccount, rejected: readonly RejectedRow[]): StoredSheetEntry {
  const { hidden: hiddenRows, data, records, groupRows, totalRows, blank, other, rejected: rejectedRows } = account;
  return {
    name: plan.sheet,
    register: plan.register,
    headerRow: plan.headerRow,
    mapped: plan.columns.map(({ column, header, field, confidence }) => ({
      column: columnLetters(column),
      header,
      field,
      confidence,
    })),
    unmapped: plan.unmapped.map(({ header }) => header),
    rows: { data, records, groupRows, totalRows, blank, other, rejected: rejectedRows },
    rejected: rejected.map(({ row, cell, value, code }) => ({ row, cell, value, code })),
    hidden: plan.hidden,
    hiddenRows,
    candidates: plan.register === null ? plan.candidates.map(({ register }) => register) : [],
  };
}
