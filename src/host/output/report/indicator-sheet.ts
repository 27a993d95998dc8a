import type { IndicatorCounts } from '../../../core/indicator/indicator-result.ts';
import type { IndicatorDefinition } from '../../../core/rule/indicator-format.ts';
import { indicatorsOf, shownDivisor, shownRate } from '../../audit/indicators.ts';
import { missingText } from './finding-sheets.ts';
import { maskValue } from './masking.ts';
import type { ReportInput } from './report-input.ts';
import { boldFont } from './report-style.ts';
import type { ReportWords } from './report-words.ts';
import type { CellContent, ReportWorkbook } from './table-sheet.ts';
import { writeTable } from './table-sheet.ts';

type RowContent = (string | number | CellContent)[];

/** Rates with the counts behind them: for all units together, then for each. */
export async function writeIndicators(workbook: ReportWorkbook, input: ReportInput, words: ReportWords): Promise<void> {
  const { pack, result, language } = input;
  const results = new Map((input.indicators ?? indicatorsOf(input, result.asOf)).map((each) => [each.id, each]));
  const { columns, indicator } = words;
  function rowOf(definition: IndicatorDefinition, counts: IndicatorCounts, missing: readonly string[]): RowContent {
    const hints = [
      ...missing.map((name) => `${indicator.missing}${missingText(name, '', input)}`),
      ...(missing.length === 0 && counts.small ? [indicator.small] : []),
      ...(counts.unknown > 0 ? [indicator.unknown(counts.unknown)] : []),
    ];
    const unit = counts.unit === null ? words.facts.all : counts.unit === '' ? words.facts.notFilled : counts.unit;
    const divisor = shownDivisor(definition, pack);
    return [
      definition.label[language],
      { value: maskValue(unit, undefined), ...(counts.unit === null ? { font: boldFont } : {}) },
      shownRate(counts.value, definition.unit),
      counts.numerator / divisor,
      counts.denominator / divisor,
      counts.excluded.reduce((sum, count) => sum + count, 0),
      counts.unknown,
      definition.target === null ? '' : shownRate(definition.target, definition.unit),
      hints.join('\n'),
      definition.formula[language],
      `${definition.note[language]}（${words.confidences[definition.confidence]}）`,
    ];
  }
  function* rows(): Generator<RowContent> {
    for (const definition of pack.indicators) {
      const found = results.get(definition.id);
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
