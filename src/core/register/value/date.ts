import { dayAt, dayNumberOf, daysInMonth, formatDay } from '../../calendar/day-number.ts';
import type { Cell } from '../../sheet/grid.ts';
import type { ParsedValue } from '../value-parser.ts';
import { chineseDate } from './chinese-numerals.ts';
import { meansNothing, normalised, saysNotDone } from './normalise.ts';
import { formatTime, secondsOfTime, splitSerial } from './time-of-day.ts';

const FIRST_YEAR = 1980;
const LAST_YEAR = 2100;
/** Serial 25569 is 1970-01-01 where days count from 1900; the 1904 system lags 1462 days. */
const SERIAL_OF_EPOCH = 25_569;
const LAG_OF_1904 = 1462;
const FIRST_DAY = dayNumberOf(FIRST_YEAR, 1, 1);
const LAST_DAY = dayNumberOf(LAST_YEAR, 12, 31);

const UNREADABLE: ParsedValue = { value: undefined, problem: 'DATE_UNREADABLE' };
const OUT_OF_RANGE: ParsedValue = { value: undefined, problem: 'DATE_OUT_OF_RANGE' };
const AMBIGUOUS: ParsedValue = { value: undefined, problem: 'DATE_AMBIGUOUS' };

/** What is wanted: a day, or a moment where the cell has a time of day. */
export type Precision = 'date' | 'dateTime';

/** Midnight sharp is what exports write where no time was entered: it counts as no time. */
function moment(day: string, seconds: number, precision: Precision): ParsedValue {
  return { value: precision === 'date' || seconds === 0 ? day : `${day}T${formatTime(seconds)}` };
}

function fromParts(year: number, month: number, day: number, seconds: number, precision: Precision): ParsedValue {
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  if (!exists || year < FIRST_YEAR || year > LAST_YEAR) return OUT_OF_RANGE;
  return moment(formatDay(year, month, day), seconds, precision);
}

function fromSerial(serial: number, precision: Precision, date1904: boolean): ParsedValue {
  const { days, seconds } = splitSerial(serial + (date1904 ? LAG_OF_1904 : 0));
  const number = days - SERIAL_OF_EPOCH;
  return number < FIRST_DAY || number > LAST_DAY ? OUT_OF_RANGE : moment(dayAt(number), seconds, precision);
}

function fromNumber(number: number, precision: Precision, date1904: boolean): ParsedValue {
  if (!Number.isFinite(number)) return UNREADABLE;
  const digits = String(number);
  return COMPACT.test(digits) ? fromText(digits, precision, date1904) : fromSerial(number, precision, date1904);
}

const WEEKDAY = String.raw`(?:\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?`;
const PARTED = new RegExp(
  String.raw`^(?<year>\d{4})(?:年|(?<sign>[-/.]))(?<month>\d{1,2})(?:月|\k<sign>)(?<day>\d{1,2})[日号]?${WEEKDAY}(?:T|日)?(?<time>.*)$`,
  'u',
);
const COMPACT =
  /^(?<year>(?:19|20|21)\d{2})(?<month>\d{2})(?<day>\d{2})(?:(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?)?$/u;
const COMPACT_WITH_TIME = /^((?:19|20|21)\d{2})(\d{2})(\d{2})(?=[\sT])/u;
const SERIAL = /^\d{5}(?:\.\d+)?$/u;
/** 23.1.5, 1/5/2023, 23年1月5日: which number is the year, or its century, is open. */
const SHORT_YEAR = /^(?:\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{1,2})|\d{2}年\d{1,2}月\d{1,2}[日号])/u;

/** Between the day and a time of day stands something: 2023-1-510:05 would be the 51st as well as ten past. */
function compactSpaces(text: string): string {
  return text.replace(/(\d)\s+(?=\d)/gu, '$1T').replace(/\s+/gu, '');
}

function fromText(text: string, precision: Precision, date1904: boolean): ParsedValue {
  const compact = COMPACT.exec(text)?.groups;
  if (compact !== undefined) {
    const { year, month, day, hour, minute, second } = compact;
    const time = hour === undefined ? 0 : secondsOfTime(`${hour}:${minute ?? ''}:${second ?? '00'}`);
    if (time === undefined) return OUT_OF_RANGE;
    return fromParts(Number(year), Number(month), Number(day), time, precision);
  }
  if (SERIAL.test(text)) return fromSerial(Number(text), precision, date1904);
  const chinese = chineseDate(text.replace(/\s+/gu, ''));
  if (chinese !== undefined) return fromParts(...chinese, 0, precision);
  const joined = compactSpaces(text.replace(COMPACT_WITH_TIME, '$1-$2-$3'));
  const parts = PARTED.exec(joined)?.groups;
  if (parts === undefined) return SHORT_YEAR.test(joined) ? AMBIGUOUS : UNREADABLE;
  const { year, month, day, time = '' } = parts;
  const seconds = time === '' ? 0 : secondsOfTime(time);
  if (seconds === undefined) return UNREADABLE;
  return fromParts(Number(year), Number(month), Number(day), seconds, precision);
}

/**
 * `YYYY-MM-DD`, or `YYYY-MM-DDTHH:mm:ss` where a moment is wanted and the cell has a time of day. A cell that says 未送达 is
 * as blank as an empty one: the day has not come.
 */
export function parseDate(cell: Cell, precision: Precision, date1904: boolean): ParsedValue {
  switch (cell.kind) {
    case 'date': {
      const year = Number(cell.iso.slice(0, 4));
      if (year < FIRST_YEAR || year > LAST_YEAR) return OUT_OF_RANGE;
      const bare = precision === 'date' || cell.iso.endsWith('T00:00:00');
      return { value: bare ? cell.iso.slice(0, 10) : cell.iso };
    }
    case 'number':
      return fromNumber(cell.number, precision, date1904);
    case 'text': {
      const text = normalised(cell.text);
      return meansNothing(text) || saysNotDone(text) ? { value: null } : fromText(text, precision, date1904);
    }
    default:
      return UNREADABLE;
  }
}
