import type { Evidence, Finding, FindingParameter } from '../../../core/finding/finding.ts';
import type { Language } from '../../../core/language.ts';
import type { RecordOrigin } from '../../../core/register/record.ts';
import { formatParameter, formatValue, notFilled } from '../../../core/rule/format-value.ts';
import type { RegisterViews } from '../../../core/rule/register-view.ts';
import { maskIdNumbers } from '../mask.ts';
import { findingMask, maskValue } from './masking.ts';
import type { ReportInput } from './report-input.ts';
import { classStyle } from './report-style.ts';
import type { ColumnName, ReportWords } from './report-words.ts';
import type { SourcePlan } from './source-rows.ts';
import type { CellContent, ReportWorkbook } from './table-sheet.ts';
import { mapRows, writeTable } from './table-sheet.ts';

/** Excel's sheets end at row 1,048,576. */
const mostRows = 1_000_000;

type Columns = readonly (readonly [ColumnName, width: number])[];

const findingColumns: Columns = [
  ['number', 6],
  ['class', 12],
  ['severity', 7],
  ['rule', 20],
  ['party', 16],
  ['subject', 20],
  ['message', 44],
  ['file', 20],
  ['source', 16],
  ['law', 24],
  ['parameters', 20],
  ['justifications', 24],
  ['evidence', 50],
  ['compared', 26],
  ['remedy', 50],
  ['confidence', 16],
  ['note', 100],
  ['clauses', 9],
  ['ruleId', 30],
  ['id', 24],
];
const reviewColumns: Columns = [
  ['review', 12],
  ['reviewNote', 30],
];
/** Up to the open justifications: what someone who reads the paper must not miss. */
const printedColumns = 12;

function tableColumns(columns: Columns, words: ReportWords): { header: string; width: number }[] {
  return columns.map(([name, width]) => ({ header: words.columns[name], width }));
}

/** 台账.xlsx · 2026年 · 第7行 */
export function originText(origin: RecordOrigin, words: ReportWords): string {
  return `${origin.file} · ${origin.sheet} · ${words.facts.row.replace('{row}', String(origin.row))}`;
}

/** File, and sheet with row; the latter leads to the row in the report, where it is shown. */
function originCells(
  origin: RecordOrigin | undefined,
  words: ReportWords,
  sources?: SourcePlan,
): [file: string, place: CellContent] {
  if (origin === undefined) return ['', { value: words.facts.absent }];
  const { file, sheet, row } = origin;
  const place = sources?.place(origin);
  const value = `${sheet} ${words.facts.row.replace('{row}', String(row))}`;
  return [file, { value, ...(place === undefined ? {} : { link: place }) }];
}

export async function writeFindings(
  workbook: ReportWorkbook,
  { result, language, pack, reviews }: ReportInput,
  words: ReportWords,
  sources: SourcePlan,
): Promise<void> {
  const { findings } = result;
  const reviewed = (finding: Finding): string[] => {
    if (reviews === undefined) return [];
    const { state, note } = reviews(finding.id);
    return [state, maskIdNumbers(note)];
  };
  const rows = mapRows(
    findings,
    (finding, index) => [...findingRow(finding, index, language, words, sources, pack.registers), ...reviewed(finding)],
    mostRows,
  );
  const columns = reviews === undefined ? findingColumns : [...findingColumns, ...reviewColumns];
  const note = findings.length > mostRows ? words.cut(mostRows, findings.length) : undefined;
  await writeTable(workbook, words.sheets.findings, tableColumns(columns, words), rows, {
    note,
    printed: printedColumns,
  });
}

function findingRow(
  finding: Finding,
  index: number,
  language: Language,
  words: ReportWords,
  sources: SourcePlan,
  views: RegisterViews,
): (string | number | CellContent)[] {
  const mask = findingMask(finding, sources.recordsOf(finding.source), views);
  const none = words.facts.noReference;
  const [judged, ...others] = finding.source;
  return [
    index + 1,
    { value: words.classes[finding.class], ...classStyle(finding.class) },
    words.severities[finding.severity],
    finding.title[language],
    mask(finding.party[language]),
    mask(finding.subject),
    mask(finding.message[language]),
    ...originCells(judged, words, sources),
    finding.legalBasis.map((basis) => basis[language]).join('\n'),
    finding.parameters.map((parameter) => parameterText(parameter, language, words)).join('\n') || none,
    finding.openJustifications.map((open) => open[language]).join('\n') || none,
    finding.evidence.map((evidence) => evidenceText(evidence, language)).join('\n'),
    others.map((origin) => originText(origin, words)).join('\n') || none,
    finding.remedy[language],
    words.confidences[finding.confidence],
    finding.note[language],
    finding.clauses.join('、'),
    `${finding.ruleId} ${finding.ruleVersion}`,
    finding.id,
  ];
}

function parameterText(
  { label, value, unit, from, basis }: FindingParameter,
  language: Language,
  words: ReportWords,
): string {
  return `${label[language]}：${formatParameter(value, unit, language)} (${words.bases[basis]}, ${from})`;
}

function evidenceText({ label, value, type, cell, personal }: Evidence, language: Language): string {
  const shown = value === null ? notFilled(language) : maskValue(formatValue(value, type, language), personal);
  return `${label[language]}${cell === null ? '' : ` [${cell}]`}: ${shown}`;
}

const indeterminateColumns: Columns = [
  ['number', 6],
  ['rule', 34],
  ['subject', 28],
  ['missing', 48],
  ['file', 30],
  ['source', 20],
  ['ruleId', 28],
];

export async function writeIndeterminate(
  workbook: ReportWorkbook,
  input: ReportInput,
  words: ReportWords,
  sources: SourcePlan,
): Promise<void> {
  const { indeterminate } = input.result;
  const titles = ruleTitles(input);
  const rows = mapRows(
    indeterminate,
    ({ ruleId, subject, missing, source }, index) => [
      index + 1,
      titles.get(ruleId) ?? ruleId,
      maskValue(subject, undefined),
      missing.map((name) => missingText(name, ruleId, input)).join('、'),
      ...originCells(source[0], words, sources),
      ruleId,
    ],
    mostRows,
  );
  const note = indeterminate.length > mostRows ? words.cut(mostRows, indeterminate.length) : undefined;
  await writeTable(workbook, words.sheets.indeterminate, tableColumns(indeterminateColumns, words), rows, { note });
}

const upcomingColumns: Columns = [
  ['number', 6],
  ['due', 14],
  ['daysLeft', 10],
  ['level', 10],
  ['rule', 34],
  ['subject', 28],
  ['file', 30],
  ['source', 20],
  ['ruleId', 28],
];

export async function writeUpcoming(workbook: ReportWorkbook, input: ReportInput, words: ReportWords): Promise<void> {
  const titles = ruleTitles(input);
  const rows = mapRows(
    input.result.upcoming,
    ({ ruleId, subject, due, daysLeft, level, source }, index) => [
      index + 1,
      due,
      daysLeft,
      words.levels[level],
      titles.get(ruleId) ?? ruleId,
      maskValue(subject, undefined),
      ...originCells(source[0], words),
      ruleId,
    ],
    mostRows,
  );
  const total = input.result.upcoming.length;
  const note = total > mostRows ? words.cut(mostRows, total) : undefined;
  await writeTable(workbook, words.sheets.upcoming, tableColumns(upcomingColumns, words), rows, { note });
}

export function ruleTitles({ pack, language }: Pick<ReportInput, 'pack' | 'language'>): ReadonlyMap<string, string> {
  return new Map(pack.rules.map(({ definition }) => [definition.id, definition.title[language]]));
}

/** A missing fact in words: field, register·field, register, or the name itself. */
export function missingText(
  name: string,
  ruleId: string,
  { pack, language }: Pick<ReportInput, 'pack' | 'language'>,
): string {
  const own = pack.rules.find(({ definition }) => definition.id === ruleId)?.definition.register ?? '';
  const field = pack.registers.get(own)?.fields.get(name);
  if (field !== undefined) return field.label[language];
  const [registerId = '', fieldId] = name.split('.');
  const register = pack.registers.get(registerId);
  if (register === undefined) return name;
  if (fieldId === undefined) return register.label[language];
  return `${register.label[language]} · ${register.fields.get(fieldId)?.label[language] ?? fieldId}`;
}
