/** Tables written as objects: the columns say header and key once, each row gives only what it has. */
import type { Planted, SampleCell, SampleRow, SampleSheet } from './layout.ts';

/** `[header, key]`, or `[upper header, lower header, key]` under a two-row header. */
export type Column = readonly [header: string, key: string] | readonly [upper: string, lower: string, key: string];

export type Values = Readonly<Record<string, SampleCell>>;

export interface TableOptions {
  readonly name: string;
  readonly titles?: readonly string[];
  readonly mergeDown?: readonly string[];
  readonly hidden?: boolean;
}

export class Table {
  private readonly columns: readonly Column[];
  private readonly options: TableOptions;
  private readonly rows: SampleRow[] = [];
  private count = 0;

  constructor(columns: readonly Column[], options: TableOptions) {
    this.columns = columns;
    this.options = options;
  }

  private key(column: Column): string {
    return column[column.length - 1] ?? '';
  }

  /** How many records stand in the table; useful to vary the form of dates and amounts from row to row. */
  get size(): number {
    return this.count;
  }

  /** A record with what it must lead to. A serial number is filled in. */
  add(values: Values, ...expect: readonly Planted[]): this {
    this.count += 1;
    const known = new Set(this.columns.map((column) => this.key(column)));
    const stray = Object.keys(values).find((key) => !known.has(key));
    if (stray) throw new Error(`${this.options.name}: no column for ${stray}`);
    const all: Values = { no: this.count, ...values };
    this.rows.push({ kind: 'record', cells: this.columns.map((column) => all[this.key(column)] ?? null), expect });
    return this;
  }

  addHidden(values: Values, ...expect: readonly Planted[]): this {
    this.add(values, ...expect);
    const last = this.rows.pop();
    if (last?.kind === 'record') this.rows.push({ ...last, hidden: true });
    return this;
  }

  group(words: string): this {
    this.rows.push({ kind: 'group', cells: [words] });
    return this;
  }

  total(values: Values): this {
    this.rows.push({ kind: 'total', cells: this.columns.map((column) => values[this.key(column)] ?? null) });
    return this;
  }

  blank(): this {
    this.rows.push({ kind: 'blank', cells: [] });
    return this;
  }

  note(words: string): this {
    this.rows.push({ kind: 'note', cells: [words] });
    return this;
  }

  /** The header once more, as in tables made of printed pages. */
  repeatHeader(): this {
    this.rows.push({
      kind: 'header',
      cells: this.columns.map((column) => (column.length === 3 ? column[1] : column[0])),
    });
    return this;
  }

  build(): SampleSheet {
    const twoRows = this.columns.some((column) => column.length === 3);
    let previous = '';
    const upper = this.columns.map((column) => {
      const words = column[0];
      const shown = column.length === 3 && words === previous ? '' : words;
      previous = column.length === 3 ? words : '';
      return shown;
    });
    const lower = this.columns.map((column) => (column.length === 3 ? column[1] : ''));
    return {
      name: this.options.name,
      titles: this.options.titles ?? [],
      header: twoRows ? [upper, lower] : [upper],
      rows: this.rows,
      mergeDown: (this.options.mergeDown ?? []).map((key) =>
        this.columns.findIndex((column) => this.key(column) === key),
      ),
      widths: this.columns.map((column) => Math.max(8, 2 * (column.length === 3 ? column[1] : column[0]).length + 2)),
      ...(this.options.hidden ? { hidden: true } : {}),
    };
  }
}
