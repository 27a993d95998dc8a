import { scorecardOf, scorecardTable } from '../../../core/finding/scorecard.ts';
import { CLASSES, SEVERITIES } from '../../../core/finding/order.ts';
import { maskNames } from './masking.ts';
import type { ReportInput } from './report-input.ts';
import { boldFont } from './report-style.ts';
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

/** Questions that a person answers: the report has room for the answer and its evidence. */
export async function writeChecklist(workbook: ReportWorkbook, input: ReportInput, words: ReportWords): Promise<void> {
  const { columns } = words;
  const { language, pack } = input;
  const rows = pack.checklist.map((item): RowContent => [
    item.clauses.join('、'),
    item.title[language],
    item.party[language],
    item.question[language],
    item.evidence[language],
    { value: words.facts.notAnswered, font: boldFont },
    '',
    item.reason[language],
    pack.cite(item.legalBasis, input.result.asOf)[language],
  ]);
  await writeTable(
    workbook,
    words.sheets.checklist,
    [
      { header: columns.clause, width: 10 },
      { header: columns.item, width: 26 },
      { header: columns.clauseParty, width: 22 },
      { header: columns.question, width: 50 },
      { header: columns.material, width: 40 },
      { header: columns.answer, width: 12 },
      { header: columns.evidenceNote, width: 30 },
      { header: columns.reason, width: 36 },
      { header: columns.law, width: 36 },
    ],
    rows,
    { printed: 7 },
  );
}
