import type { RowStoreWriter } from './row-store.ts';
import type { NumberFormatKind } from './number-format.ts';
import { serialMeaning, timeText } from './serial-date.ts';

/**
 * Writes a number as what its number format makes of it: a date, a time of day (as text `HH:mm:ss`), a code with leading zeros, or the
 * number itself, also where a date format stands on a number that is no day.
 */
export function writeFormattedNumber(
  writer: RowStoreWriter,
  column: number,
  value: number,
  format: NumberFormatKind,
  date1904: boolean,
): void {
  switch (format.kind) {
    case 'number':
      writer.number(column, value);
      return;
    case 'code':
      if (Number.isSafeInteger(value) && value >= 0) {
        writer.numberShownAs(column, value, String(value).padStart(format.width, '0'));
      } else writer.number(column, value);
      return;
    case 'moment': {
      const meaning = serialMeaning(value, date1904);
      if (meaning.kind === 'moment') writer.moment(column, meaning.moment);
      else if (meaning.kind === 'time') writer.text(column, timeText(meaning.seconds));
      else writer.number(column, value);
    }
  }
}
