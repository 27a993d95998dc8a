import type { RowKind } from '../../core/register/row-kind.ts';
import type { SheetPlan } from '../../core/register/sheet-plan.ts';
import { cellText } from '../../core/sheet/cell-text.ts';
import type { SheetRow, SheetSource } from '../../core/sheet/grid.ts';
import type { TaskChannel } from '../workbook/task.ts';
import type { ImportMessage, ShownRow, ShownRowKind } from './import-messages.ts';

const batchRows = 1000;

function shownRow(row: SheetRow, kind: ShownRowKind): ShownRow {
  return { row: row.number, kind, hidden: row.hidden, cells: Array.from(row.cells, cellText) };
}

/** Collects rows as they stand while the register reader walks them, and sends them in batches. */
export class ShownRows {
  readonly #plan: SheetPlan;
  readonly #channel: TaskChannel<ImportMessage>;
  #rows: ShownRow[] = [];

  constructor(plan: SheetPlan, channel: TaskChannel<ImportMessage>) {
    this.#plan = plan;
    this.#channel = channel;
  }

  readonly note = (row: SheetRow, kind: RowKind): void => {
    this.#rows.push(shownRow(row, kind));
  };

  /** The header and what stands above it. */
  async sendHead(source: SheetSource): Promise<void> {
    const headerRow = this.#plan.headerRow ?? 0;
    for (const row of source.rows()) {
      if (row.number > headerRow) break;
      this.#rows.push(shownRow(row, this.#plan.headerRows.includes(row.number) ? 'header' : 'above'));
    }
    await this.sendFull(true);
  }

  /** @param all also a batch that is not full */
  async sendFull(all: boolean): Promise<void> {
    if (this.#rows.length === 0 || (!all && this.#rows.length < batchRows)) return;
    const rows = this.#rows;
    this.#rows = [];
    await this.#channel.send({ kind: 'shown', rows });
  }
}

/** A sheet that is no register is shown all the same. */
export async function sendUnread(
  source: SheetSource,
  plan: SheetPlan,
  channel: TaskChannel<ImportMessage>,
): Promise<void> {
  let rows: ShownRow[] = [];
  for (const row of source.rows()) {
    const kind = plan.headerRows.includes(row.number)
      ? 'header'
      : row.number < (plan.headerRow ?? 0)
        ? 'above'
        : 'unread';
    rows.push(shownRow(row, kind));
    if (rows.length < batchRows) continue;
    await channel.send({ kind: 'shown', rows });
    rows = [];
  }
  if (rows.length > 0) await channel.send({ kind: 'shown', rows });
}
