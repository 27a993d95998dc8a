import type { Bilingual } from '../../core/language.ts';
import type { StoredPlan } from '../import/import-messages.ts';
import type { StoredSheetEntry } from '../import/import-report.ts';

type Note = readonly [count: number, zh: (count: number) => string, en: (count: number) => string];

/** What a sheet holds besides plain rows, and what became of it: nothing is hidden, skipped or filled in silence. */
export function sheetNotes({ rows, hiddenRows }: StoredSheetEntry, plan: StoredPlan | null): Bilingual[] {
  const notes: readonly Note[] = [
    [hiddenRows, (n) => `隐藏行 ${n} 行，照常读取。`, (n) => `Hidden rows: ${n}, read like the others.`],
    [
      plan?.hiddenColumns.length ?? 0,
      (n) => `隐藏列 ${n} 列，照常读取。`,
      (n) => `Hidden columns: ${n}, read like the others.`,
    ],
    [
      plan?.mergedRanges ?? 0,
      (n) => `合并单元格 ${n} 处，值向下填充。`,
      (n) => `Merged ranges: ${n}, values filled down.`,
    ],
    [
      rows.groupRows + rows.totalRows,
      (n) => `分组行、合计行 ${n} 行，不作为记录。`,
      (n) => `Group and total rows: ${n}, no records.`,
    ],
    [
      rows.rejected,
      (n) => `无法成为记录 ${n} 行，见数据校验。`,
      (n) => `Rows that could not become records: ${n}, see Validate.`,
    ],
  ];
  return notes.filter(([count]) => count > 0).map(([count, zh, en]) => ({ zh: zh(count), en: en(count) }));
}
