import type { Worksheet } from '@zurmokeeper/exceljs';
import { CLASSES, SEVERITIES } from '../../../core/finding/order.ts';
import { WHOLE_REPORT } from '../../../core/finding/report-choice.ts';
import type { AuditCounts } from '../../audit/audit-counts.ts';
import type { ReportInput } from './report-input.ts';
import {
  bodyFont,
  boldFont,
  cellBorder,
  centred,
  classStyle,
  headerFill,
  headerFont,
  linkFont,
  mutedFont,
  sectionFont,
  titleFont,
  wrapped,
} from './report-style.ts';
import type { ReportWords } from './report-words.ts';
import type { ReportWorkbook } from './table-sheet.ts';
import { newSheet } from './table-sheet.ts';

const widths = [26, 16, 16, 16, 16, 44];

/** The first page: what was audited, by what, what was found, and as loudly what was not checked. */
export function writeSummary(
  workbook: ReportWorkbook,
  input: ReportInput,
  words: ReportWords,
  counts: AuditCounts,
): void {
  const sheet = newSheet(
    workbook,
    words.sheets.summary,
    widths.map((width) => ({ width })),
    0,
  );
  const page = new Page(sheet);
  const { leftOut, marking, recipients } = input.choice ?? WHOLE_REPORT;
  page.title(words.title);
  if (marking !== 'none') page.fact(words.facts.marking, words.markings[marking]);
  if (recipients.length > 0) page.fact(words.facts.recipients, recipients.join('；'));
  page.fact(words.facts.asOf, input.result.asOf);
  page.fact(words.facts.rulePack, `${input.pack.version} · SHA-256 ${input.pack.sha256.slice(0, 16)}…`);
  page.fact(words.facts.calendar, `${input.calendar.version} (${input.calendar.from} – ${input.calendar.to})`);
  page.fact(words.facts.profile, input.profile ?? words.facts.noProfile);
  page.fact(words.facts.files, String(counts.files.imported));
  page.fact(words.facts.records, String(counts.records));
  page.gap();
  writeMatrix(page, words, counts);
  page.gap();
  writeNotChecked(page, input, words, counts);
  page.gap();
  writeTopRules(page, input, words, counts);
  page.gap();
  if (leftOut.length > 0) page.muted(`${words.facts.leftOut}${leftOut.map((each) => words.sections[each]).join('、')}`);
  page.muted(words.facts.masked);
  page.muted(words.facts.noLawAdvice);
  sheet.commit();
}

function writeMatrix(page: Page, words: ReportWords, counts: AuditCounts): void {
  page.section(words.facts.byClass);
  page.header([
    words.columns.class,
    ...SEVERITIES.map((severity) => words.severities[severity]),
    words.facts.total,
    '',
  ]);
  for (const of of CLASSES) {
    const own = counts.findings.matrix[of];
    const total = SEVERITIES.reduce((sum, severity) => sum + own[severity], 0);
    page.row([words.classes[of], ...SEVERITIES.map((severity) => own[severity]), total, words.classMeaning[of]], of);
  }
  const bySeverity = SEVERITIES.map((severity) => counts.findings.bySeverity[severity]);
  page.row([words.facts.total, ...bySeverity, counts.findings.total, ''], 'total');
}

function writeNotChecked(
  page: Page,
  { choice = WHOLE_REPORT }: ReportInput,
  words: ReportWords,
  counts: AuditCounts,
): void {
  const { leftOut } = choice;
  page.section(words.facts.notChecked);
  const list: readonly (readonly [label: string, count: number, sheet: string | null])[] = [
    [words.facts.indeterminate, counts.indeterminate, words.sheets.indeterminate],
    [words.facts.rulesNotChecked, counts.rules.notCheckable, words.sheets.rules],
    [words.facts.clausesNotChecked, counts.clauses.partly + counts.clauses.notChecked, words.sheets.clauses],
    [words.facts.filesFailed, counts.files.failed, words.sheets.sources],
    [words.facts.ruleErrors, counts.errors, words.sheets.rules],
    [words.facts.upcoming, counts.upcoming, leftOut.includes('upcoming') ? null : words.sheets.upcoming],
  ];
  for (const [label, count, sheet] of list) page.count(label, count, sheet);
}

function writeTopRules(page: Page, input: ReportInput, words: ReportWords, counts: AuditCounts): void {
  if (counts.findings.byRule.length === 0) return;
  page.section(words.facts.topRules);
  const titles = new Map(input.pack.rules.map(({ definition }) => [definition.id, definition.title[input.language]]));
  for (const { ruleId, count } of counts.findings.byRule.slice(0, 10)) {
    page.wide(titles.get(ruleId) ?? ruleId, count, ruleId);
  }
}

/** Rows of a page that is read, not filtered. */
class Page {
  readonly #sheet: Worksheet;

  constructor(sheet: Worksheet) {
    this.#sheet = sheet;
  }

  title(text: string): void {
    const row = this.#sheet.addRow([text]);
    row.getCell(1).font = titleFont;
    row.height = 30;
    row.commit();
  }

  section(text: string): void {
    const row = this.#sheet.addRow([text]);
    row.getCell(1).font = sectionFont;
    row.height = 22;
    row.commit();
  }

  fact(label: string, value: string): void {
    const row = this.#sheet.addRow([label, value]);
    row.getCell(1).font = boldFont;
    row.getCell(2).font = bodyFont;
    row.commit();
  }

  header(labels: readonly string[]): void {
    const row = this.#sheet.addRow([...labels]);
    for (let index = 1; index <= labels.length; index += 1) {
      Object.assign(row.getCell(index), { font: headerFont, fill: headerFill, alignment: centred, border: cellBorder });
    }
    row.commit();
  }

  row(values: readonly (string | number)[], kind: 'total' | Parameters<typeof classStyle>[0]): void {
    const row = this.#sheet.addRow([...values]);
    for (let index = 1; index <= values.length; index += 1) {
      const cell = row.getCell(index);
      cell.font = kind === 'total' ? boldFont : bodyFont;
      cell.alignment = index > 1 && index < values.length ? centred : wrapped;
      cell.border = cellBorder;
    }
    if (kind !== 'total') Object.assign(row.getCell(1), classStyle(kind));
    row.commit();
  }

  /** @param sheet that the words lead to; `null` where the report has none */
  count(label: string, count: number, sheet: string | null): void {
    const row = this.#sheet.addRow([label, count]);
    const cell = row.getCell(1);
    if (sheet === null) cell.font = bodyFont;
    else {
      cell.value = { text: label, hyperlink: `#'${sheet}'!A1` };
      cell.font = linkFont;
    }
    row.getCell(2).font = count > 0 ? boldFont : bodyFont;
    row.getCell(2).alignment = { horizontal: 'center' };
    row.commit();
  }

  wide(label: string, count: number, detail: string): void {
    const row = this.#sheet.addRow([label, '', '', '', count, detail]);
    row.getCell(1).font = bodyFont;
    row.getCell(5).font = boldFont;
    row.getCell(5).alignment = { horizontal: 'center' };
    row.getCell(6).font = mutedFont;
    row.commit();
  }

  muted(text: string): void {
    const row = this.#sheet.addRow([text]);
    row.getCell(1).font = mutedFont;
    row.commit();
  }

  gap(): void {
    this.#sheet.addRow([]).commit();
  }
}
