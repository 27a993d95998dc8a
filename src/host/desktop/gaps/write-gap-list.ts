import { setImmediate } from 'node:timers/promises';
import type { Fill } from '@zurmokeeper/exceljs';
import { columnLetters } from '../../../core/sheet/grid.ts';
import { headerFill, headerFont } from '../../output/report/report-style.ts';
import { fillCell, newSheet, type ReportWorkbook } from '../../output/report/table-sheet.ts';
import { wordsOf } from '../problems.ts';
import type { Rulebook } from '../rulebook.ts';
import { keyHeader, valueHeader } from './gap-columns.ts';
import { keyOf, type Gap } from './list-gaps.ts';

const columns = [
  { header: '序号', width: 6 },
  { header: '文件', width: 32 },
  { header: '工作表', width: 16 },
  { header: '行', width: 7 },
  { header: '单元格', width: 9 },
  { header: '栏目', width: 22 },
  { header: '现值', width: 22 },
  { header: '原因', width: 44 },
  { header: valueHeader, width: 24 },
  { header: keyHeader, width: 10 },
] as const;
const VALUE_COLUMN = 9;
const KEY_COLUMN = 10;
const CHOICES_SHEET = '取值';
const yesNo = ['是', '否'];
const inputFill: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8E1' } };
const ROWS_BETWEEN_PAUSES = 200;

/** Lists of words, each once, in columns of a hidden sheet: Excel takes no list of more than 255 letters in the cell itself. */
class Choices {
  readonly #lists = new Map<string, readonly string[]>();

  /** The range that a drop-down names. */
  rangeOf(words: readonly string[]): string {
    const key = words.join('\n');
    if (!this.#lists.has(key)) this.#lists.set(key, words);
    const letter = columnLetters([...this.#lists.keys()].indexOf(key));
    return `'${CHOICES_SHEET}'!$${letter}$1:$${letter}$${words.length}`;
  }

  write(workbook: ReportWorkbook): void {
    const lists = [...this.#lists.values()];
    if (lists.length === 0) return;
    const sheet = workbook.addWorksheet(CHOICES_SHEET, { state: 'hidden' });
    const longest = Math.max(...lists.map((words) => words.length));
    for (let row = 0; row < longest; row += 1) sheet.addRow(lists.map((words) => words[row] ?? '')).commit();
    sheet.commit();
  }
}

/** Words that a field is usually filled in with; none for a field that takes anything. */
function choicesOf(gap: Gap, rulebook: Rulebook): readonly string[] {
  const field = rulebook.pack.registers.get(gap.register)?.fields.get(gap.field);
  return field?.type === 'boolean' ? yesNo : (field?.values ?? []);
}

function reasonOf({ code, askedBy }: Gap, rulebook: Rulebook): string {
  if (code !== null) return wordsOf(code).zh;
  if (askedBy === null) return '应填未填，有关规则无法判定';
  return `核查线索需要：${rulebook.rule(askedBy)?.definition.title.zh ?? askedBy}`;
}

export interface GapListHands {
  readonly signal: AbortSignal;
  readonly onRows: (written: number) => void;
}

/** The cells that an agency is asked for, one a row, with a drop-down where the table's form offers words. */
export async function writeGapList(
  workbook: ReportWorkbook,
  gaps: readonly Gap[],
  rulebook: Rulebook,
  { signal, onRows }: GapListHands,
): Promise<void> {
  const sheet = newSheet(workbook, '补正清单', columns, 1);
  sheet.getColumn(KEY_COLUMN).hidden = true;
  const header = sheet.addRow(columns.map((column) => column.header));
  header.eachCell((cell) => {
    Object.assign(cell, { font: headerFont, fill: headerFill });
  });
  header.commit();
  const choices = new Choices();
  for (const [index, gap] of gaps.entries()) {
    const label = rulebook.pack.registers.get(gap.register)?.fields.get(gap.field)?.label.zh ?? gap.field;
    const reason = reasonOf(gap, rulebook);
    const row = sheet.addRow([]);
    const contents = [index + 1, gap.file, gap.sheet, gap.row, gap.cell, label, gap.value, reason, '', keyOf(gap)];
    for (const [column, value] of contents.entries()) fillCell(row.getCell(column + 1), { value });
    const input = row.getCell(VALUE_COLUMN);
    // As text: a program must not turn what is typed into something else. A style of its own: those of fillCell are shared.
    input.style = { ...input.style, numFmt: '@', fill: inputFill };
    const words = choicesOf(gap, rulebook);
    if (words.length > 0) {
      input.dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [choices.rangeOf(words)],
        // Offered, not required: a table may know more words than its form.
        showErrorMessage: true,
        errorStyle: 'warning',
        errorTitle: label,
        error: '不在常用取值中。确定这样填写？',
      };
    }
    row.commit();
    if ((index + 1) % ROWS_BETWEEN_PAUSES === 0) {
      onRows(index + 1);
      await setImmediate();
      signal.throwIfAborted();
    }
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: Math.max(2, gaps.length + 1), column: VALUE_COLUMN } };
  sheet.commit();
  choices.write(workbook);
}
