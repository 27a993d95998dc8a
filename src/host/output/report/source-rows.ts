import type { RegisterData } from '../../../core/fact/register-set.ts';
import type { InspectionResult } from '../../../core/finding/judge-inspection.ts';
import type { RecordOrigin, RegisterRecord, SheetMapping } from '../../../core/register/record.ts';
import type { Place } from './table-sheet.ts';
import { headerRows } from './table-sheet.ts';

/** Rows of one source sheet that findings or indeterminate entries refer to. */
export interface SourceSheet {
  /** Name of the report's sheet that shows them. */
  readonly name: string;
  readonly mapping: SheetMapping;
  readonly rows: readonly SourceRow[];
}

export interface SourceRow {
  readonly record: RegisterRecord;
  /** The first finding that rests on it, 0-based. */
  readonly finding: number | null;
  /** The first indeterminate entry about it, 0-based; shown where no finding rests on it. */
  readonly indeterminate: number | null;
}

/** Which source rows the report shows, and where: known before anything is written, so that links lead both ways. */
export interface SourcePlan {
  readonly sheets: readonly SourceSheet[];
  place(origin: RecordOrigin): Place | undefined;
  /** The records at the given places. */
  recordsOf(origins: readonly RecordOrigin[]): readonly RegisterRecord[];
  /** Report sheet of a source sheet, where it has one. */
  sheetOf(file: string, sheet: string): string | undefined;
}

interface Reference {
  finding: number | null;
  indeterminate: number | null;
}

function key(file: string, sheet: string): string {
  return JSON.stringify([file, sheet]);
}

export function planSources(
  result: Pick<InspectionResult, 'findings' | 'indeterminate'>,
  registers: readonly RegisterData[],
  sheetName: (number: number) => string,
): SourcePlan {
  const references = collectReferences(result);
  const sheets: SourceSheet[] = [];
  const places = new Map<string, ReadonlyMap<number, Place>>();
  for (const { mapping, records } of bySheet(registers)) {
    const wanted = references.get(key(mapping.file, mapping.sheet));
    if (wanted === undefined) continue;
    const name = sheetName(sheets.length + 1);
    const rows: SourceRow[] = [];
    const own = new Map<number, Place>();
    for (const record of records) {
      const reference = wanted.get(record.row);
      if (reference === undefined) continue;
      rows.push({ record, ...reference });
      own.set(record.row, { sheet: name, row: headerRows + rows.length });
    }
    sheets.push({ name, mapping, rows });
    places.set(key(mapping.file, mapping.sheet), own);
  }
  const place = ({ file, sheet, row }: RecordOrigin): Place | undefined => places.get(key(file, sheet))?.get(row);
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet.rows]));
  return {
    sheets,
    place,
    recordsOf: (origins) =>
      origins.flatMap((origin) => {
        const at = place(origin);
        const row = at === undefined ? undefined : byName.get(at.sheet)?.[at.row - headerRows - 1];
        return row === undefined ? [] : [row.record];
      }),
    sheetOf: (file, sheet) => places.get(key(file, sheet))?.values().next().value?.sheet,
  };
}

function collectReferences(
  result: Pick<InspectionResult, 'findings' | 'indeterminate'>,
): ReadonlyMap<string, ReadonlyMap<number, Reference>> {
  const references = new Map<string, Map<number, Reference>>();
  const note = (kind: keyof Reference, index: number, origins: readonly RecordOrigin[]): void => {
    for (const { file, sheet, row } of origins) {
      const rows = references.get(key(file, sheet)) ?? new Map<number, Reference>();
      references.set(key(file, sheet), rows);
      const reference = rows.get(row) ?? { finding: null, indeterminate: null };
      rows.set(row, reference);
      reference[kind] ??= index;
    }
  };
  for (const [index, { source }] of result.findings.entries()) note('finding', index, source);
  for (const [index, { source }] of result.indeterminate.entries()) note('indeterminate', index, source);
  return references;
}

/** Records with those of one sheet together, in order. */
function bySheet(
  registers: readonly RegisterData[],
): readonly { readonly mapping: SheetMapping; readonly records: readonly RegisterRecord[] }[] {
  return registers.flatMap(({ mappings, records }) => {
    const own = new Map<SheetMapping | null, RegisterRecord[]>(mappings.map((mapping) => [mapping, []]));
    for (const record of records) own.get(record.mapping)?.push(record);
    return mappings.map((mapping) => ({ mapping, records: own.get(mapping) ?? [] }));
  });
}
