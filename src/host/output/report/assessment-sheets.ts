import { createRegisterSet } from '../../../core/fact/register-set.ts';
import { scorecardOf, scorecardTable } from '../../../core/finding/scorecard.ts';
import { computeIndicators } from '../../../core/indicator/compute-indicators.ts';
import type { IndicatorCounts } from '../../../core/indicator/indicator-result.ts';
import type { IndicatorDefinition } from '../../../core/rule/indicator-format.ts';
import { CLASSES, SEVERITIES } from '../../../core/finding/order.ts';
import { missingText } from './finding-sheets.ts';
import { maskNames, maskValue } from './masking.ts';
import type { ReportInput } from './report-input.ts';
import { boldFont } from './report-style.ts';
import type { ReportWords } from './report-words.ts';
import type { CellContent, ReportWorkbook } from './table-sheet.ts';
import { writeTable } from './table-sheet.ts';

type RowContent = (string | number | CellContent)[];

/** Rates are rounded for show only: to 0.01 percentage points, or a tenth of a day. */
function shownValue(value: number | null, unit: IndicatorDefinition['unit']): string {
  if (value === null) return '—';
  return unit === 'ratio' ? `${(Math.round(value * 10_000) / 100).toFixed(2)}%` : value.toFixed(1);
}

function smallNumberOf(tables: Readonly<Record<string, unknown>>): number {
  const table = tables['indicators'] as { readonly smallNumber?: unknown } | undefined;
  if (typeof table?.smallNumber !== 'number') throw new TypeError('rules/parameters/indicators.json is malformed');
  return table.smallNumber;
}

/** Rates with the counts behind them: for all units together, then for each. */
export async function writeIndicators(workbook: ReportWorkbook, input: ReportInput, words: ReportWords): Promise<void> {
  const { pack, calendar, result, language } = input;
  const registers = createRegisterSet(input.registers, pack.facts.derivedRegisters, result.asOf, calendar);
  const environment = { asOf: result.asOf, calendar, registers, tables: pack.tables, facts: pack.facts };
  const results = computeIndicators({ environment, pack, smallNumber: smallNumberOf(pack.tables) });
  const { columns, indicator } = words;
  function rowOf(definition: IndicatorDefinition, counts: IndicatorCounts, missing: readonly string[]): RowContent {
    const hints = [
      ...missing.map((name) => `${indicator.missing}${missingText(name, '', input)}`),
      ...(missing.length === 0 && counts.small ? [indicator.small] : []),
      ...(counts.unknown > 0 ? [indicator.unknown(counts.unknown)] : []),
    ];
    const unit = counts.unit === null ? words.facts.all : counts.unit === '' ? words.facts.notFilled : counts.unit;
    const money = definition.compute.kind === 'sum' && definition.compute.register === 'enforcementCase' ? 100 : 1;
    return [
      definition.label[language],
      { value: maskValue(unit, undefined), ...(counts.unit === null ? { font: boldFont } : {}) },
      shownValue(counts.value, definition.unit),
      counts.numerator / money,
      counts.denominator / money,
      counts.excluded.reduce((sum, count) => sum + count, 0),
      counts.unknown,
      definition.target === null ? '' : shownValue(definition.target, definition.unit),
      hints.join('\n'),
      definition.formula[language],
      `${definition.note[language]}（${words.confidences[definition.confidence]}）`,
    ];
  }
  function* rows(): Generator<RowContent> {
    for (const [index, definition] of pack.indicators.entries()) {
      const found = results[index];
      if (found === undefined) continue;
      yield rowOf(definition, found.total, found.missing);
      if (found.units.length > 1) for (const counts of found.units) yield rowOf(definition, counts, []);
    }
  }
  await writeTable(
    workbook,
    words.sheets.indicators,
    [
      { header: columns.indicator, width: 30 },
      { header: columns.unit, width: 24 },
      { header: columns.rate, width: 10 },
      { header: columns.numerator, width: 14 },
      { header: columns.denominator, width: 14 },
      { header: columns.excluded, width: 9 },
      { header: columns.unplaced, width: 9 },
      { header: columns.target, width: 10 },
      { header: columns.hints, width: 26 },
      { header: columns.formula, width: 50 },
      { header: columns.note, width: 50 },
    ],
    rows(),
    { printed: 9 },
  );
}

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
