import { checklistPoints, checklistScore } from '../../../core/finding/checklist-score.ts';
import { maskIdNumbers } from '../mask.ts';
import type { ReportInput } from './report-input.ts';
import { boldFont } from './report-style.ts';
import type { ReportWords } from './report-words.ts';
import type { CellContent, ReportWorkbook } from './table-sheet.ts';
import { writeTable } from './table-sheet.ts';

type RowContent = (string | number | CellContent)[];

/**
 * Questions that a person answers, with the answer and what it rests on; what nobody answered is said as loudly as an answer, and
 * the report has room for it.
 */
export async function writeChecklist(workbook: ReportWorkbook, input: ReportInput, words: ReportWords): Promise<void> {
  const { columns } = words;
  const { language, pack, answers } = input;
  const points = checklistPoints(pack.tables);
  const score = checklistScore(
    pack.checklist.map(({ id }) => answers?.get(id)?.answer ?? null),
    points,
  );
  const rows = pack.checklist.map((item): RowContent => {
    const given = answers?.get(item.id);
    const unfounded = given?.note.trim() === '';
    return [
      item.clauses.join('、'),
      item.title[language],
      item.party[language],
      item.question[language],
      item.evidence[language],
      given === undefined ? { value: words.facts.notAnswered, font: boldFont } : words.answers[given.answer],
      unfounded ? { value: words.facts.noGrounds, font: boldFont } : maskIdNumbers(given?.note ?? ''),
      given === undefined || given.answer === 'notApplicable' ? '' : points[given.answer],
      item.reason[language],
      pack.cite(item.legalBasis, input.result.asOf)[language],
    ];
  });
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
      { header: columns.score, width: 8 },
      { header: columns.reason, width: 36 },
      { header: columns.law, width: 36 },
    ],
    rows,
    { printed: 8, note: words.checklistNote(score) },
  );
}
