import type { MergedRange, SheetSource } from '../../../core/sheet/grid.ts';
import { WorkbookError } from '../error-codes.ts';
import type { ReadLimits } from '../limits.ts';
import { NO_SHARED_TEXTS, RowStoreWriter } from '../row-store.ts';
import { parseIsoMoment, timeText } from '../serial-date.ts';
import { writeFormattedNumber } from '../sheet-writer.ts';
import { StoredSheet } from '../stored-sheet.ts';
import type { XmlElement } from '../xml.ts';

const NAMESPACE = 'urn:oasis:names:tc:opendocument:xmlns:';
const OFFICE = `${NAMESPACE}office:1.0`;
const TABLE = `${NAMESPACE}table:1.0`;
const TEXT = `${NAMESPACE}text:1.0`;
const NUMBER = `${NAMESPACE}datastyle:1.0`;
const STYLE = `${NAMESPACE}style:1.0`;
/** Ending of the namespace in which LibreOffice says that a formula's result is an error. */
const CALC_EXTENSION = 'calcext:1.0';

/** Cells that repetition counts may make of one file: more is an attack, not a table. */
const MOST_REPEATED_CELLS = 20_000_000;

type Value =
  | { readonly kind: 'text' | 'error'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number; readonly dated: boolean }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'date'; readonly iso: string };

interface OdsCell {
  readonly column: number;
  readonly repeated: number;
  readonly value: Value;
}

interface OpenSheet {
  readonly name: string;
  readonly styleName: string;
  readonly writer: RowStoreWriter;
  readonly mergedRanges: MergedRange[];
  readonly hiddenColumns: number[];
  columns: number;
  rows: number;
}

interface OpenCell {
  readonly covered: boolean;
  readonly repeated: number;
  readonly element: XmlElement;
  readonly paragraphs: string[];
}

/** Handlers for `content.xml` (OpenDocument 1.2 part 1, chapter 9). */
export class OdsHandlers {
  readonly sheets: SheetSource[] = [];
  readonly #limits: ReadLimits;
  readonly #hiddenStyles = new Set<string>();
  readonly #dateFormats = new Set<string>();
  readonly #dateStyles = new Set<string>();
  #styleName = '';
  #sheet: OpenSheet | undefined;
  #row: { repeated: number; hidden: boolean; column: number; cells: OdsCell[] } | undefined;
  #cell: OpenCell | undefined;
  #paragraph: string | undefined;
  /** Depth inside parts whose tables and texts are no cells: notes, drawings, tracked changes. */
  #aside = 0;
  #repeatedCells = 0;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  open(element: XmlElement): void {
    if (this.#aside > 0 || isAside(element)) {
      this.#aside++;
      return;
    }
    const { local, uri } = element;
    if (uri === NUMBER && (local === 'date-style' || local === 'time-style')) {
      this.#dateFormats.add(element.attributeIn(STYLE, 'name') ?? '');
    } else if (uri === STYLE && local === 'style') {
      this.#styleName = element.attributeIn(STYLE, 'name') ?? '';
      if (this.#dateFormats.has(element.attributeIn(STYLE, 'data-style-name') ?? ''))
        this.#dateStyles.add(this.#styleName);
    } else if (uri === STYLE && local === 'table-properties') {
      if (table(element, 'display') === 'false') this.#hiddenStyles.add(this.#styleName);
    } else if (uri === TABLE) this.#openTable(element);
    else if (uri === TEXT && this.#cell) this.#openText(element);
  }

  text(text: string): void {
    // White space in a document is one space; further ones are elements.
    if (this.#aside === 0 && this.#paragraph !== undefined) this.#paragraph += text.replace(/[ \t\r\n]+/g, ' ');
  }

  close(local: string, uri: string): void {
    if (this.#aside > 0) {
      this.#aside--;
      return;
    }
    if (uri === TEXT && local === 'p' && this.#cell && this.#paragraph !== undefined) {
      this.#cell.paragraphs.push(this.#paragraph);
      this.#paragraph = undefined;
    } else if (uri === TABLE) {
      if (local === 'table-cell' || local === 'covered-table-cell') this.#closeCell();
      else if (local === 'table-row') this.#closeRow();
      else if (local === 'table') this.#closeSheet();
    }
  }

  #openTable(element: XmlElement): void {
    const sheet = this.#sheet;
    switch (element.local) {
      case 'table':
        this.#sheet = {
          name: table(element, 'name') ?? `Sheet${this.sheets.length + 1}`,
          styleName: table(element, 'style-name') ?? '',
          writer: new RowStoreWriter(this.#limits),
          mergedRanges: [],
          hiddenColumns: [],
          columns: 0,
          rows: 0,
        };
        break;
      case 'table-column':
        if (sheet) this.#column(element, sheet);
        break;
      case 'table-row':
        this.#row = { repeated: repeated(element, 'rows'), hidden: isHidden(element), column: 0, cells: [] };
        break;
      case 'table-cell':
      case 'covered-table-cell':
        if (!this.#row) break;
        this.#cell = {
          covered: element.local === 'covered-table-cell',
          repeated: repeated(element, 'columns'),
          element,
          paragraphs: [],
        };
    }
  }

  #column(element: XmlElement, sheet: OpenSheet): void {
    const end = Math.min(sheet.columns + repeated(element, 'columns'), this.#limits.maxColumns);
    if (isHidden(element)) for (let column = sheet.columns; column < end; column++) sheet.hiddenColumns.push(column);
    sheet.columns = end;
  }

  #openText(element: XmlElement): void {
    if (element.local === 'p') this.#paragraph = '';
    else if (this.#paragraph === undefined) return;
    else if (element.local === 's') {
      const spaces = Number(element.attributeIn(TEXT, 'c') ?? 1);
      this.#paragraph += ' '.repeat(spaces > 0 && spaces < 1000 ? spaces : 1);
    } else if (element.local === 'tab') this.#paragraph += '\t';
    else if (element.local === 'line-break') this.#paragraph += '\n';
  }

  #closeCell(): void {
    const [sheet, row, cell] = [this.#sheet, this.#row, this.#cell];
    this.#cell = undefined;
    this.#paragraph = undefined;
    if (!sheet || !row || !cell) return;
    const column = row.column;
    row.column += cell.repeated;
    const down = Number(table(cell.element, 'number-rows-spanned') ?? 1);
    const across = Number(table(cell.element, 'number-columns-spanned') ?? 1);
    if (down > 1 || across > 1) {
      const firstRow = sheet.rows + 1;
      sheet.mergedRanges.push({
        firstRow,
        lastRow: firstRow + Math.max(1, down) - 1,
        firstColumn: column,
        lastColumn: column + Math.max(1, across) - 1,
      });
    }
    const value = cell.covered
      ? undefined
      : valueOf(cell, this.#dateStyles.has(table(cell.element, 'style-name') ?? ''));
    if (value) row.cells.push({ column, repeated: cell.repeated, value });
  }

  #closeRow(): void {
    const [sheet, row] = [this.#sheet, this.#row];
    this.#row = undefined;
    if (!sheet || !row) return;
    const first = sheet.rows + 1;
    sheet.rows += row.repeated;
    if (row.cells.length === 0) return;
    const width = row.cells.reduce((sum, cell) => sum + cell.repeated, 0);
    this.#repeatedCells += row.repeated * width - row.cells.length;
    if (this.#repeatedCells > MOST_REPEATED_CELLS) {
      throw new WorkbookError({ code: 'E_ZIP_BOMB', detail: `${this.#repeatedCells} repeated cells` });
    }
    for (let number = first; number <= sheet.rows; number++) {
      sheet.writer.beginRow(number, row.hidden);
      for (const { column, repeated: times, value } of row.cells) {
        for (let at = column; at < column + times; at++) store(sheet.writer, at, value);
      }
      sheet.writer.endRow();
    }
  }

  #closeSheet(): void {
    const sheet = this.#sheet;
    this.#sheet = undefined;
    if (!sheet) return;
    const hidden = this.#hiddenStyles.has(sheet.styleName);
    this.sheets.push(new StoredSheet({ ...sheet, hidden }, sheet.writer.finish(), NO_SHARED_TEXTS));
  }
}

function table(element: XmlElement, name: string): string | undefined {
  return element.attributeIn(TABLE, name);
}

function isAside({ local, uri }: XmlElement): boolean {
  if (uri === OFFICE) return local === 'annotation';
  if (uri === TABLE) return local === 'tracked-changes' || local === 'shapes' || local === 'dde-links';
  return uri.endsWith('drawing:1.0');
}

function isHidden(element: XmlElement): boolean {
  const visibility = table(element, 'visibility');
  return visibility === 'collapse' || visibility === 'filter';
}

function repeated(element: XmlElement, what: 'rows' | 'columns'): number {
  const count = Number(table(element, `number-${what}-repeated`) ?? 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
}

function office(element: XmlElement, name: string): string | undefined {
  return element.attributeIn(OFFICE, name);
}

/** @param dated whether the cell's style shows numbers as dates: some programs write dates as plain serials */
function valueOf({ element, paragraphs }: OpenCell, dated: boolean): Value | undefined {
  const shown = paragraphs.join('\n');
  if (element.attributeIn(CALC_EXTENSION, 'value-type') === 'error') return { kind: 'error', text: shown };
  switch (office(element, 'value-type')) {
    case 'float':
    case 'percentage':
    case 'currency': {
      const number = Number(office(element, 'value') ?? Number.NaN);
      return Number.isFinite(number) ? { kind: 'number', number, dated } : text(shown);
    }
    case 'boolean':
      return { kind: 'boolean', boolean: office(element, 'boolean-value') === 'true' };
    case 'date':
      return { kind: 'date', iso: office(element, 'date-value') ?? shown };
    case 'time':
      return timeValue(office(element, 'time-value') ?? '') ?? text(shown);
    default:
      return text(office(element, 'string-value') ?? shown);
  }
}

function text(shown: string): Value | undefined {
  return shown === '' ? undefined : { kind: 'text', text: shown };
}

/** A duration such as PT08H30M00S: below a day a time of day, from a day on a number of days. */
function timeValue(duration: string): Value | undefined {
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(duration);
  if (!match) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0'] = match;
  const total = Math.round(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  return total < 86_400
    ? { kind: 'text', text: timeText(total) }
    : { kind: 'number', number: total / 86_400, dated: false };
}

function store(writer: RowStoreWriter, column: number, value: Value): void {
  switch (value.kind) {
    case 'text':
      writer.text(column, value.text);
      break;
    case 'error':
      writer.error(column, value.text);
      break;
    case 'number':
      writeFormattedNumber(writer, column, value.number, { kind: value.dated ? 'moment' : 'number' }, false);
      break;
    case 'boolean':
      writer.boolean(column, value.boolean);
      break;
    case 'date': {
      const moment = parseIsoMoment(value.iso);
      if (moment) writer.moment(column, moment);
      else writer.text(column, value.iso);
    }
  }
}
