import type { RegisterData } from '../src/core/fact/register-set.ts';
import type { FieldValue, SheetMapping } from '../src/core/register/record.ts';
import { recordValuesFactory } from '../src/core/register/record-values.ts';
import type { RulePack } from '../src/core/rule/pack.ts';

export type Row = Readonly<Record<string, FieldValue>>;

/** Takes rows of one register; all its columns are there, and those that a row does not name are blank. */
export class BenchSheet {
  readonly #register: string;
  readonly #mapping: SheetMapping;
  readonly #newValues: () => Record<string, FieldValue>;
  readonly #records: RegisterData['records'][number][] = [];

  constructor(pack: RulePack, register: string) {
    const fields = [...(pack.registers.get(register)?.fields.keys() ?? [])];
    const columns = Object.fromEntries(fields.map((field, column) => [field, column]));
    this.#register = register;
    this.#mapping = { file: '基准测试.xlsx', sheet: register, register, columns };
    const blank = recordValuesFactory(fields);
    this.#newValues = () => {
      const values = blank();
      for (const field of fields) values[field] = null;
      return values;
    };
  }

  add(cells: Row): void {
    const row = this.#records.length + 2;
    const values = Object.assign(this.#newValues(), cells);
    this.#records.push({ register: this.#register, mapping: this.#mapping, row, values });
  }

  data(): RegisterData {
    return { register: this.#register, mappings: [this.#mapping], records: this.#records };
  }
}
