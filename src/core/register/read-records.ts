import { periodUnitIn } from './header-text.ts';
import { cellText, isBlank } from '../sheet/cell-text.ts';
import { cellAddress } from '../sheet/grid.ts';
import type { Cell, SheetRow, SheetSource } from '../sheet/grid.ts';
import { MergedCells } from '../sheet/merged-cells.ts';
import type { FieldDefinition, FieldId, RegisterDefinition } from './definition.ts';
import type { Problem, ProblemCode } from './problem.ts';
import type { RegisterRecord, SheetMapping } from './record.ts';
import { recordValuesFactory } from './record-values.ts';
import type { RecordValuesFactory } from './record-values.ts';
import type { RegisterIndex } from './register-index.ts';
import { RowClassifier } from './row-kind.ts';
import type { RowKind } from './row-kind.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { sortInto, sortedColumns } from './sorted-column.ts';
import type { SortedColumn } from './sorted-column.ts';
import { splitSpan } from './split-span.ts';
import type { CourtCodeTable } from './court-code-table.ts';
import type { ParsedValue, ValueParser } from './value-parser.ts';

/** `data = records + groupRows + totalRows + blank + other + rejected`; blank rows at the end are not counted. */
export interface RowAccount {
  readonly data: number;
  readonly records: number;
  readonly groupRows: number;
  readonly totalRows: number;
  readonly blank: number;
  readonly other: number;
  readonly rejected: number;
  /** Of the rows counted, those that the sheet hides; they are read like the others. */
  readonly hidden: number;
}

/** A row with content that cannot be a record of the register. */
export interface RejectedRow {
  readonly row: number;
  readonly cell: string;
  readonly value: string;
  readonly code: ProblemCode;
}

export type ReadEvent =
  | { readonly kind: 'record'; readonly record: RegisterRecord; readonly problems: readonly Problem[] }
  | { readonly kind: 'rejected'; readonly rejected: RejectedRow };

export interface ReadOptions {
  readonly parse: ValueParser;
  readonly index: RegisterIndex;
  /** Serial dates of the workbook count from 1904. */
  readonly date1904?: boolean;
  /** Codes of courts that are known, where there is a table. */
  readonly courtCodes?: CourtCodeTable;
  /** Told what each row under the header is taken for. */
  readonly onRow?: (row: SheetRow, kind: RowKind) => void;
}

/**
 * Reads the rows under the header one by one. Every row is accounted for: the generator returns the counts, and every row
 * that becomes no record is a group, a total, blank, other or rejected. A cell that cannot be read costs its field, never
 * its row.
 */
export function* readRecords(
  source: SheetSource,
  plan: SheetPlan,
  definition: RegisterDefinition,
  options: ReadOptions,
): Generator<ReadEvent, RowAccount, undefined> {
  const mapping = mappingOf(plan, definition);
  const classifier = new RowClassifier(plan, definition, options.index);
  const reader = new RecordReader(mapping, plan, definition, options);
  const merged = new MergedCells(source.mergedRanges);
  const counter = new RowCounter(plan.headerRow ?? 0);
  let foreign = false;
  for (const row of source.rows()) {
    const mergedRow = merged.enter(row);
    if (row.number <= (plan.headerRow ?? 0)) {
      // A header cell merged into the first row of data is no value.
      merged.close();
      continue;
    }
    const kind = classifier.kindOf(row, mergedRow);
    if (kind === 'repeatedHeader') foreign = false;
    else if (kind === 'foreign') foreign = true;
    options.onRow?.(row, foreign ? 'foreign' : kind);
    if (kind === 'total') merged.close();
    if (kind === 'blank') continue;
    if (foreign) {
      // A second table below the first: it is not read, and every row of it says so.
      counter.add('rejected', row);
      yield { kind: 'rejected', rejected: rejectedRow(row, 'OTHER_TABLE_BELOW') };
    } else if (kind === 'repeatedHeader' || kind === 'other') counter.add('other', row);
    else if (kind === 'group') counter.add('groupRows', row);
    else if (kind === 'total') counter.add('totalRows', row);
    else if (kind === 'rejected') {
      counter.add('rejected', row);
      yield { kind: 'rejected', rejected: rejectedRow(row, 'ROW_REJECTED') };
    } else {
      counter.add('records', row);
      yield { kind: 'record', ...reader.read(row, mergedRow.inherited) };
    }
  }
  return counter.account();
}

/** The account of a sheet that is no register: its rows are there, and none of them was read. */
export function countUnread(source: SheetSource): RowAccount {
  const counter = new RowCounter(0);
  for (const row of source.rows()) {
    if (row.cells.some((cell) => !isBlank(cell))) counter.add('other', row);
  }
  return counter.account();
}

/** The columns of the plan as all records of the sheet share them. */
export function mappingOf(plan: SheetPlan, definition: RegisterDefinition): SheetMapping {
  const columns = new Map<FieldId, number>(plan.columns.map(({ field, column }) => [field, column]));
  for (const field of definition.fields) {
    const column = columns.get(field.id);
    if (column === undefined || field.span === undefined) continue;
    for (const half of field.span) if (!columns.has(half)) columns.set(half, column);
  }
  for (const { source, into } of sortedColumns(definition, plannedFields(plan))) {
    const column = columns.get(source);
    for (const { field } of into) if (column !== undefined && !columns.has(field)) columns.set(field, column);
  }
  return { file: plan.file, sheet: plan.sheet, register: definition.id, columns: Object.fromEntries(columns) };
}

function plannedFields(plan: SheetPlan): ReadonlySet<FieldId> {
  return new Set(plan.columns.map(({ field }) => field));
}

type Counted = 'records' | 'groupRows' | 'totalRows' | 'other' | 'rejected';

/** Blank rows are what lies between the rows that have content, whether the reader delivers them or leaves them out. */
class RowCounter {
  readonly #counts = { records: 0, groupRows: 0, totalRows: 0, other: 0, rejected: 0 };
  readonly #headerRow: number;
  #lastRow: number;
  #hidden = 0;

  constructor(headerRow: number) {
    this.#headerRow = headerRow;
    this.#lastRow = headerRow;
  }

  add(kind: Counted, row: SheetRow): void {
    this.#counts[kind] += 1;
    this.#lastRow = row.number;
    if (row.hidden) this.#hidden += 1;
  }

  account(): RowAccount {
    const data = this.#lastRow - this.#headerRow;
    const counted = Object.values(this.#counts).reduce((sum, count) => sum + count, 0);
    return { data, ...this.#counts, blank: data - counted, hidden: this.#hidden };
  }
}

interface ReadColumn {
  readonly field: FieldDefinition;
  readonly column: number;
  readonly multiplier: number;
  /** Set where the cell holds a start and an end: which of the two the field takes. */
  readonly half?: 0 | 1;
  /** Unit of time that the header names for bare numbers in a text column: `2` below 期限（年） reads 2年. */
  readonly periodUnit: string | null;
}

class RecordReader {
  readonly #mapping: SheetMapping;
  readonly #newValues: RecordValuesFactory;
  readonly #columns: readonly ReadColumn[];
  readonly #sorted: readonly SortedColumn[];
  readonly #options: ReadOptions;

  constructor(mapping: SheetMapping, plan: SheetPlan, definition: RegisterDefinition, options: ReadOptions) {
    this.#mapping = mapping;
    this.#options = options;
    this.#newValues = recordValuesFactory(definition.fields.map(({ id }) => id));
    this.#sorted = sortedColumns(definition, plannedFields(plan));
    this.#columns = readColumns(mapping, plan, definition, this.#sorted);
  }

  read(
    row: SheetRow,
    inherited: ReadonlyMap<number, Cell>,
  ): { readonly record: RegisterRecord; readonly problems: readonly Problem[] } {
    const values = this.#newValues();
    const problems: Problem[] = [];
    for (const readColumn of this.#columns) {
      const { field, column } = readColumn;
      const cell = isBlank(row.cells[column]) ? inherited.get(column) : row.cells[column];
      const parsed = this.#parse(readColumn, cell);
      values[field.id] = parsed.problem === undefined ? parsed.value : undefined;
      if (parsed.problem === 'ID_NUMBER_MASKED' && field.masked !== undefined) values[field.masked] = cellText(cell);
      const code = parsed.problem ?? parsed.warning;
      if (code === undefined) continue;
      const severity = parsed.problem === undefined ? 'warning' : 'error';
      problems.push({
        code,
        severity,
        cell: cellAddress(row.number, column),
        row: row.number,
        field: field.id,
        value: cellText(cell),
      });
    }
    for (const column of this.#sorted) sortInto(column, values);
    return { record: { register: this.#mapping.register, mapping: this.#mapping, row: row.number, values }, problems };
  }

  #parse({ field, multiplier, half, periodUnit }: ReadColumn, cell: Cell | undefined): ParsedValue {
    if (cell === undefined || isBlank(cell)) return { value: null };
    const bareNumber = periodUnit === null ? undefined : /^\d{1,4}$/u.exec(cellText(cell).normalize('NFKC').trim());
    if (bareNumber) return { value: `${bareNumber[0]}${periodUnit ?? ''}` };
    const part = half === undefined ? cell : splitSpan(cell)?.[half];
    if (part === undefined) return { value: undefined, problem: 'DATE_UNREADABLE' };
    const { date1904, courtCodes } = this.#options;
    return this.#options.parse(field.type, part, { multiplier, date1904, courtCodes });
  }
}

function readColumns(
  mapping: SheetMapping,
  plan: SheetPlan,
  definition: RegisterDefinition,
  sorted: readonly SortedColumn[],
): readonly ReadColumn[] {
  const filledBySorting = new Set(sorted.flatMap(({ into }) => into.map(({ field }) => field)));
  const planned = new Map(plan.columns.map((column) => [column.field, column]));
  const spanHalf = new Map<FieldId, 0 | 1>();
  for (const field of definition.fields) {
    if (field.span === undefined || !planned.has(field.id)) continue;
    field.span.forEach((half, at) => {
      if (!planned.has(half)) spanHalf.set(half, at === 0 ? 0 : 1);
    });
  }
  return definition.fields.flatMap((field) => {
    const column = mapping.columns[field.id];
    if (column === undefined || filledBySorting.has(field.id)) return [];
    const half = spanHalf.get(field.id);
    const { multiplier = 1, header = '' } = planned.get(field.id) ?? {};
    const periodUnit = field.type === 'text' ? periodUnitIn(header) : null;
    return [
      half === undefined ? { field, column, multiplier, periodUnit } : { field, column, multiplier, half, periodUnit },
    ];
  });
}

function rejectedRow(row: SheetRow, code: ProblemCode): RejectedRow {
  const column = row.cells.findIndex((cell) => !isBlank(cell));
  return {
    row: row.number,
    cell: cellAddress(row.number, column),
    value: cellText(row.cells[column]),
    code,
  };
}
