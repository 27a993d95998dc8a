import type { RowRange, ShownRow } from './import-messages.ts';

/** Collects the rows that a sheet hides as ranges. Rows without content between hidden ones count as hidden too. */
export class HiddenRows {
  readonly #ranges: { first: number; last: number }[] = [];
  #isOpen = false;

  /** Rows in ascending order. */
  note(rows: readonly ShownRow[]): void {
    for (const { row, hidden } of rows) {
      const current = this.#ranges.at(-1);
      if (hidden && this.#isOpen && current !== undefined) current.last = row;
      else if (hidden) this.#ranges.push({ first: row, last: row });
      this.#isOpen = hidden;
    }
  }

  get ranges(): readonly RowRange[] {
    return this.#ranges;
  }
}
