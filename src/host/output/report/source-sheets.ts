import type { FieldId } from '../../../core/register/definition.ts';
import { formatValue } from '../../../core/rule/format-value.ts';
import { columnLetters } from '../../../core/sheet/grid.ts';
import { isPresent, maskValue } from './masking.ts';
import type { ReportInput } from './report-input.ts';
import type { ReportWords } from './report-words.ts';
import type { SourcePlan, SourceRow } from './source-rows.ts';
import type { CellContent, ReportWorkbook } from './table-sheet.ts';
import { headerRows, mapRows, writeTable } from './table-sheet.ts';

/** The source rows that findings rest on, a sheet for each source sheet, with the way back to the finding. */
export async function writeSourceRows(
  workbook: ReportWorkbook,
  input: ReportInput,
  words: ReportWords,
  sources: SourcePlan,
): Promise<void> {
  for (const { name, mapping, rows } of sources.sheets) {
    const fields = Object.entries(mapping.columns).sort(([, a], [, b]) => a - b);
    const view = input.pack.registers.get(mapping.register);
    const columns = [
      { header: words.columns.references, width: 12 },
      { header: words.columns.row, width: 8 },
      ...fields.map(([field, column]) => ({
        header: `${view?.fields.get(field)?.label[input.language] ?? field} [${columnLetters(column)}]`,
        width: 18,
      })),
    ];
    const contents = mapRows(rows, (row) => rowContents(row, fields, mapping.register, input, words));
    await writeTable(workbook, name, columns, contents, { note: `${mapping.file} · ${mapping.sheet}` });
  }
}

function rowContents(
  { record, finding, indeterminate }: SourceRow,
  fields: readonly (readonly [FieldId, number])[],
  register: string,
  { pack, language }: ReportInput,
  words: ReportWords,
): (string | number | CellContent)[] {
  const view = pack.registers.get(register);
  return [
    backLink(finding, indeterminate, words),
    record.row,
    ...fields.map(([field]) => {
      const value = record.values[field];
      const definition = view?.fields.get(field);
      return isPresent(value)
        ? maskValue(formatValue(value, definition?.type ?? null, language), definition?.personal)
        : '';
    }),
  ];
}

function backLink(finding: number | null, indeterminate: number | null, words: ReportWords): CellContent {
  const [sheet, index] =
    finding === null ? [words.sheets.indeterminate, indeterminate ?? 0] : [words.sheets.findings, finding];
  return { value: `${sheet} ${index + 1}`, link: { sheet, row: headerRows + index + 1 } };
}
