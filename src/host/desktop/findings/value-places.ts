import type { FindingDetail } from '../../../contract/model.ts';
import type { RegisterRecord } from '../../../core/register/record.ts';
import { formatValue } from '../../../core/rule/format-value.ts';
import type { RegisterViews } from '../../../core/rule/register-view.ts';
import { cellAddress } from '../../../core/sheet/grid.ts';

type Place = NonNullable<FindingDetail['conditions'][number]['computed'][number]['place']>;
/** @returns `null` where no cell holds just this, or several cells of one row do */
export type PlaceOf = (text: string) => Place | null;

/** A word or a digit stands in too many cells to say which was meant. */
const SHORTEST = 2;

/**
 * Finds the cell behind a text of the explanation that is no field of the judged record: a value of one of the other rows that
 * the finding rests on. Only a cell that holds exactly this, alone in its row, is named.
 * @param records rows that the finding rests on, the judged one first
 */
export function placeFinder(
  [judged, ...others]: readonly RegisterRecord[],
  views: RegisterViews,
  sheetId: (file: string, sheet: string) => number | null,
): PlaceOf {
  const rows = [...others, ...(judged === undefined ? [] : [judged])];
  return (text) => {
    if (text.length < SHORTEST) return null;
    for (const record of rows) {
      const place = placeIn(record, text, views, sheetId);
      if (place !== null) return place;
    }
    return null;
  };
}

function placeIn(
  { register, mapping, row, values }: RegisterRecord,
  text: string,
  views: RegisterViews,
  sheetId: (file: string, sheet: string) => number | null,
): Place | null {
  if (mapping === null) return null;
  const fields = views.get(register)?.fields;
  const columns = Object.entries(mapping.columns).filter(([field]) => {
    const value = values[field];
    return (
      typeof value !== 'boolean' &&
      value !== null &&
      value !== undefined &&
      formatValue(value, fields?.get(field)?.type ?? null, 'zh') === text
    );
  });
  const [only] = columns;
  const sheet = sheetId(mapping.file, mapping.sheet);
  if (only === undefined || columns.length > 1 || sheet === null) return null;
  return { sheetId: sheet, row, cell: cellAddress(row, only[1]) };
}
