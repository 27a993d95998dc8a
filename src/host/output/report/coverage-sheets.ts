import type { ReportInput } from './report-input.ts';
import { boldFont } from './report-style.ts';
import type { ReportWords } from './report-words.ts';
import { missingText, originText, ruleTitles } from './finding-sheets.ts';
import { maskValue } from './masking.ts';
import type { SourcePlan } from './source-rows.ts';
import type { CellContent, ReportWorkbook } from './table-sheet.ts';
import { headerRows, writeTable } from './table-sheet.ts';

type RowContent = (string | number | CellContent)[];

/** What each rule could check, and why not; errors of rules stand below the rule they belong to. */
export async function writeRules(workbook: ReportWorkbook, input: ReportInput, words: ReportWords): Promise<void> {
  const { columns } = words;
  const titles = ruleTitles(input);
  const errors = Map.groupBy(input.result.errors, ({ ruleId }) => ruleId);
  function* rows(): Generator<RowContent> {
    for (const rule of input.result.rules) {
      const { notCheckable } = rule;
      const why =
        notCheckable === null
          ? ''
          : `${words.notCheckable[notCheckable.reason]}: ${notCheckable.detail.map((name) => missingText(name, rule.ruleId, input)).join('、')}`;
      yield [
        titles.get(rule.ruleId) ?? rule.ruleId,
        { value: why, font: boldFont },
        rule.findings,
        rule.applicable,
        rule.complies,
        rule.excused,
        rule.pending,
        rule.indeterminate,
        rule.notApplicable,
        rule.registers.map((id) => input.pack.registers.get(id)?.label[input.language] ?? id).join('、'),
        rule.ruleId,
      ];
      for (const { code, source, subject } of errors.get(rule.ruleId) ?? []) {
        const where = source[0] === undefined ? maskValue(subject, undefined) : originText(source[0], words);
        yield ['', `${code}: ${words.errorCodes[code]}`, '', '', '', '', '', '', '', where, rule.ruleId];
      }
    }
  }
  await writeTable(
    workbook,
    words.sheets.rules,
    [
      { header: columns.rule, width: 34 },
      { header: columns.notCheckable, width: 40 },
      { header: columns.findings, width: 9 },
      { header: columns.applicable, width: 9 },
      { header: columns.complies, width: 9 },
      { header: columns.excused, width: 12 },
      { header: columns.pending, width: 9 },
      { header: columns.indeterminate, width: 11 },
      { header: columns.notApplicable, width: 9 },
      { header: columns.registers, width: 36 },
      { header: columns.ruleId, width: 30 },
    ],
    rows(),
  );
}

/** What was checked of each clause of the resolution. */
export async function writeClauses(workbook: ReportWorkbook, input: ReportInput, words: ReportWords): Promise<void> {
  const { columns } = words;
  const titles = ruleTitles(input);
  const clauses = new Map(input.pack.clauses.map((clause) => [clause.id, clause]));
  const items = new Map(input.pack.checklist.map((item) => [item.id, item]));
  const rows = input.result.clauses.map(({ clause, rules, checklist, state }): RowContent => {
    const definition = clauses.get(clause);
    const means = rules.map((id) => titles.get(id) ?? id);
    for (const item of checklist)
      means.push(`${words.facts.checklist}${items.get(item)?.title[input.language] ?? item}`);
    return [
      clause,
      { value: words.states[state], ...(state === 'checked' ? {} : { font: boldFont }) },
      definition?.quote ?? '',
      definition?.party ?? '',
      means.join('\n') || words.facts.noReference,
    ];
  });
  await writeTable(
    workbook,
    words.sheets.clauses,
    [
      { header: columns.clause, width: 8 },
      { header: columns.state, width: 12 },
      { header: columns.quote, width: 70 },
      { header: columns.clauseParty, width: 24 },
      { header: columns.ruleList, width: 44 },
    ],
    rows,
  );
}

/** The files and sheets as they were read. */
export async function writeSources(
  workbook: ReportWorkbook,
  input: ReportInput,
  words: ReportWords,
  sources: SourcePlan,
): Promise<void> {
  const { columns } = words;
  const labels = new Map(input.pack.registerDefinitions.map(({ id, label }) => [id, label[input.language]]));
  function* rows(): Generator<RowContent> {
    for (const file of input.files) {
      if (file.sheets.length === 0) {
        yield [file.file, '', '', 0, 0, 0, 0, 0, '', { value: file.error ?? '', font: boldFont }, file.sha256 ?? ''];
      }
      for (const sheet of file.sheets) {
        const { rows: counts } = sheet;
        const place = sources.sheetOf(file.file, sheet.name);
        yield [
          file.file,
          { value: sheet.name, ...(place === undefined ? {} : { link: { sheet: place, row: headerRows + 1 } }) },
          sheet.register === null ? words.facts.noReference : (labels.get(sheet.register) ?? sheet.register),
          counts.data,
          counts.records,
          counts.groupRows + counts.totalRows + counts.blank + counts.other,
          counts.rejected,
          sheet.problems.length,
          sheet.unmapped.join('、'),
          file.error ?? '',
          file.sha256 ?? '',
        ];
      }
    }
  }
  await writeTable(
    workbook,
    words.sheets.sources,
    [
      { header: columns.file, width: 34 },
      { header: columns.sheet, width: 18 },
      { header: columns.register, width: 22 },
      { header: columns.dataRows, width: 9 },
      { header: columns.records, width: 9 },
      { header: columns.otherRows, width: 14 },
      { header: columns.rejected, width: 9 },
      { header: columns.problems, width: 10 },
      { header: columns.unmapped, width: 30 },
      { header: columns.error, width: 22 },
      { header: columns.sha256, width: 30 },
    ],
    rows(),
  );
}
