/**
 * Sheets of a register written by field: headers come from the register's definition (a label, or an alias where the sheet says
 * so), dates and amounts change their form from row to row, as in registers that many hands keep.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { date, yuan } from './invented.ts';
import type { Planted, SampleCell, SampleSheet } from './layout.ts';
import { Table } from './table.ts';

/** A value as a person means it: days and moments ISO, money in yuan, shares as a number of 1. */
type Plain = string | number | boolean | null;
export type Fields = Readonly<Record<string, Plain>>;

interface Definition {
  readonly label: { readonly zh: string };
  readonly fields: readonly { readonly id: string; readonly type: string; readonly label: { readonly zh: string } }[];
}

const registers = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'rules', 'registers');

export interface SheetOptions {
  readonly name: string;
  readonly titles?: readonly string[];
  /** What every row has unless it says otherwise. `null` gives a column that is blank. */
  readonly base: Fields;
  /** Headers other than the label: an alias of the field. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly mergeDown?: readonly string[];
}

export class RegisterSheet {
  private readonly table: Table;
  private readonly types: ReadonlyMap<string, string>;
  private readonly base: Fields;

  /** @param columns fields in the order of the sheet; those of `base` stand first */
  constructor(register: string, columns: readonly string[], options: SheetOptions) {
    const definition = JSON.parse(readFileSync(join(registers, `${register}.json`), 'utf8')) as Definition;
    const labels = new Map(definition.fields.map(({ id, label }) => [id, label.zh]));
    this.types = new Map(definition.fields.map(({ id, type }) => [id, type]));
    this.base = options.base;
    const fields = [...new Set([...Object.keys(options.base), ...columns])];
    const headers = fields.map((field) => {
      const label = options.headers?.[field] ?? labels.get(field);
      if (label === undefined) throw new Error(`${register} has no field ${field}`);
      return [label, field] as const;
    });
    this.table = new Table([['序号', 'no'], ...headers], {
      name: options.name,
      titles: options.titles ?? [definition.label.zh],
      mergeDown: options.mergeDown ?? [],
    });
  }

  add(fields: Fields, ...expect: readonly Planted[]): this {
    const row = this.table.size;
    const all = Object.entries({ ...this.base, ...fields });
    this.table.add(
      Object.fromEntries(all.map(([field, value], index) => [field, this.cell(field, value, row + index)])),
      ...expect,
    );
    return this;
  }

  group(words: string): this {
    this.table.group(words);
    return this;
  }

  note(words: string): this {
    this.table.note(words);
    return this;
  }

  blank(): this {
    this.table.blank();
    return this;
  }

  build(): SampleSheet {
    return this.table.build();
  }

  private cell(field: string, value: Plain, form: number): SampleCell {
    if (value === null) return null;
    switch (this.types.get(field)) {
      case 'date':
      case 'dateTime':
        return date(String(value), form);
      case 'money':
        return typeof value === 'number' ? yuan(value, form) : value;
      case 'boolean':
        return value === true ? '是' : value === false ? '否' : value;
      case 'ratio':
        return typeof value === 'number' ? `${String(Math.round(value * 1000) / 10)}%` : value;
      default:
        return value;
    }
  }
}
