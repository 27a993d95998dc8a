import { cellText } from '../../../core/sheet/cell-text.ts';
import type { WorkbookTask } from '../../workbook/task.ts';

/** Rows of the first sheet that has the key column, as texts by column; runs in the worker, next to the untrusted file. */
export const run: WorkbookTask<{ readonly keyHeader: string }, never, string[][]> = (workbook, { keyHeader }) => {
  for (const sheet of workbook.sheets) {
    const rows: string[][] = [];
    let found = false;
    for (const row of sheet.rows()) {
      const texts = Array.from(row.cells, cellText);
      found ||= texts.includes(keyHeader);
      if (found) rows.push(texts);
    }
    if (found) return rows;
  }
  return [];
};
