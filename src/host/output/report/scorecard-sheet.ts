import { scorecardOf, scorecardTable } from '../../../core/finding/scorecard.ts';
import { CLASSES, SEVERITIES } from '../../../core/finding/order.ts';
import { maskNames } from './masking.ts';
import type { ReportInput } from './report-input.ts';
import type { ReportWords } from './report-words.ts';
import type { CellContent, ReportWorkbook } from './table-sheet.ts';
import { writeTable } from './table-sheet.ts';

type RowContent = (string | number | CellContent)[];

/** Points of units, always with the counts behind them. */
export async function writeScorecard(workbook: ReportWorkbook, input: ReportInput, words: ReportWords): Promise<void> {
  const table = scorecardTable(input.pack.tables);
  const cells = CLASSES.flatMap((of) => SEVERITIES.map((severity) => ({ of, severity })));
  // Units are scored, never persons: a finding that names one stands under the findings only.
  const ofUnits = input.result.findings.filter(({ party }) => maskNames(party.zh) === party.zh);
  const rows = scorecardOf(ofUnits, table).map(({ party, counts, findings, deducted, score }): RowContent => [
    party[input.language],
    ...cells.map(({ of, severity }) => counts[of][severity]),
    findings,
    deducted,
    score,
  ]);
  await writeTable(
    workbook,
    words.sheets.scorecard,
    [
      { header: words.columns.party, width: 30 },
      ...cells.map(({ of, severity }) => ({
        header: `${words.classes[of]}·${words.severities[severity]}（${-table.deductions[of][severity] || 0}）`,
        width: 12,
      })),
      { header: words.columns.findings, width: 9 },
      { header: words.columns.deducted, width: 9 },
      { header: words.columns.score, width: 9 },
    ],
    rows,
    { note: words.scorecardNote },
  );
}
