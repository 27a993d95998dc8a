import { PassThrough } from 'node:stream';
import { countAudit } from '../../audit/audit-counts.ts';
import { WHOLE_REPORT, type OptionalSection } from '../../../core/finding/report-choice.ts';
import type { SealedOutputs } from '../sealed-outputs.ts';
import { writeChecklist } from './checklist-sheet.ts';
import { writeScorecard } from './scorecard-sheet.ts';
import { writeClauses, writeRules, writeSources } from './coverage-sheets.ts';
import { writeFindings, writeIndeterminate, writeUpcoming } from './finding-sheets.ts';
import { writeIndicators } from './indicator-sheet.ts';
import type { ReportInput } from './report-input.ts';
import { reportWords } from './report-words.ts';
import { planSources } from './source-rows.ts';
import { writeSourceRows } from './source-sheets.ts';
import { writeSummary } from './summary-sheet.ts';
import { newReportWorkbook, type ReportWorkbook } from './table-sheet.ts';

/** Writes report.xlsx, as far as it was chosen: summary, findings, indeterminate, upcoming, coverage, checklist, indicators, points, sources, and the rows that findings rest on. */
export async function writeReport(outputs: SealedOutputs, name: string, input: ReportInput): Promise<void> {
  const stream = new PassThrough();
  await outputs.writeStream(name, stream, writeWorkbook(stream, input));
}

async function writeWorkbook(stream: PassThrough, input: ReportInput): Promise<void> {
  const words = reportWords(input.language);
  const { marking } = input.choice ?? WHOLE_REPORT;
  const workbook = await newReportWorkbook(stream, `${words.title} ${input.result.asOf}`, words.markings[marking]);
  await writeSheets(workbook, input);
  await workbook.commit();
}

/** The sheets that were chosen, in their order. */
export async function writeSheets(workbook: ReportWorkbook, input: ReportInput): Promise<void> {
  const words = reportWords(input.language);
  const { leftOut } = input.choice ?? WHOLE_REPORT;
  const has = (section: OptionalSection): boolean => !leftOut.includes(section);
  // Without the rows nothing leads to them.
  const registers = has('sourceRows') ? input.registers : [];
  const sources = planSources(input.result, registers, words.sourceSheet);
  writeSummary(workbook, input, words, countAudit(input.result, input.files));
  await writeFindings(workbook, input, words, sources);
  await writeIndeterminate(workbook, input, words, sources);
  if (has('upcoming')) await writeUpcoming(workbook, input, words);
  await writeRules(workbook, input, words);
  await writeClauses(workbook, input, words);
  if (has('checklist')) await writeChecklist(workbook, input, words);
  if (has('indicators')) await writeIndicators(workbook, input, words);
  if (has('scorecard')) await writeScorecard(workbook, input, words);
  await writeSources(workbook, input, words, sources);
  await writeSourceRows(workbook, input, words, sources);
}
