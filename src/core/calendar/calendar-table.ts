import type { Bilingual } from '../language.ts';
import { refuseTable } from '../table-error.ts';
import type { WorkCalendar } from './calendar.ts';
import { dayNumber, isDay, weekdayOf } from './day-number.ts';
import type { LocalDate } from './local-date.ts';

/** 休：法定节假日及同期休息日 / 调休形成的休息日 / 班：调休上班日. */
export type CalendarDayKind = 'holiday' | 'inLieu' | 'makeUp';

export interface CalendarException {
  readonly date: LocalDate;
  readonly kind: CalendarDayKind;
  readonly name: string;
}

/** What `rules/calendar/*.json` holds: the days on which Monday-to-Friday is not the rule. */
export interface CalendarTable {
  readonly version: string;
  /** First and last covered day. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly source: string;
  /** Ascending by date. */
  readonly days: readonly CalendarException[];
}

const KINDS: ReadonlySet<unknown> = new Set<CalendarDayKind>(['holiday', 'inLieu', 'makeUp']);

/** Every published year has had at least this many days off; a year with fewer is a table not filled in. */
const FEWEST_DAYS_OFF_A_YEAR = 11;

const NAME: Bilingual = { zh: '节假日表', en: 'calendar table' };

function refuse(zh: string, en: string): never {
  refuseTable(NAME, { zh, en });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function requireText(value: unknown, zh: string, en: string): string {
  if (typeof value !== 'string' || value.trim() === '') refuse(`缺少${zh}`, `${en} is missing`);
  return value;
}

function requireDay(value: unknown, zh: string, en: string): LocalDate {
  if (!isDay(value)) {
    refuse(`${zh}不是有效日期（应为 YYYY-MM-DD）`, `${en} is no valid day (YYYY-MM-DD wanted)`);
  }
  return value;
}

function readDay(value: unknown, position: number, from: LocalDate, to: LocalDate): CalendarException {
  if (!isObject(value)) refuse(`第${position}项格式不对`, `entry ${position} is malformed`);
  const date = requireDay(value.date, `第${position}项的日期`, `the date of entry ${position}`);
  if (date < from || date > to) {
    refuse(`${date}不在所覆盖的${from}至${to}之内`, `${date} lies outside the covered days ${from} to ${to}`);
  }
  if (!KINDS.has(value.kind)) {
    refuse(`${date}的类型应为 holiday、inLieu 或 makeUp`, `the kind of ${date} must be holiday, inLieu or makeUp`);
  }
  const kind = value.kind as CalendarDayKind;
  const name = requireText(value.name, `${date}的名称`, `the name of ${date}`);
  if (kind === 'makeUp' && weekdayOf(dayNumber(date)) <= 5) {
    refuse(`${date}是周一至周五，不能是调休上班日`, `${date} is a weekday and cannot be a make-up working day`);
  }
  return { date, kind, name };
}

function refuseEmptyYears(days: readonly CalendarException[], from: LocalDate, to: LocalDate): void {
  const daysOff = new Map<string, number>();
  for (const { date, kind } of days) {
    if (kind !== 'makeUp') daysOff.set(date.slice(0, 4), (daysOff.get(date.slice(0, 4)) ?? 0) + 1);
  }
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const whole = from <= `${year}-01-01` && to >= `${year}-12-31`;
    const count = daysOff.get(String(year)) ?? 0;
    if (whole && count < FEWEST_DAYS_OFF_A_YEAR) {
      refuse(
        `${year}年只有${count}个放假日，该年节假日安排没有填全`,
        `${year} has only ${count} days off, so that year's holidays are incomplete`,
      );
    }
  }
}

/**
 * Checks a table read from a file.
 * @throws TableError saying what is wrong
 */
export function readCalendarTable(json: unknown): CalendarTable {
  if (!isObject(json)) refuse('文件内容不是节假日表', 'the file holds no calendar table');
  const version = requireText(json.version, '版本', 'the version');
  const source = requireText(json.source, '来源', 'the source');
  const from = requireDay(json.from, '起始日', 'the first covered day');
  const to = requireDay(json.to, '截止日', 'the last covered day');
  if (from > to) refuse(`起始日${from}晚于截止日${to}`, `the first covered day ${from} is after the last ${to}`);
  if (!Array.isArray(json.days)) refuse('缺少日期列表', 'the list of days is missing');
  const days = json.days.map((day: unknown, index) => readDay(day, index + 1, from, to));
  days.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  for (const [index, { date }] of days.entries()) {
    if (days[index + 1]?.date === date) refuse(`${date}出现两次`, `${date} occurs twice`);
  }
  refuseEmptyYears(days, from, to);
  return { version, from, to, source, days };
}

/**
 * A table extended or corrected by a newer one: within the days that the newer covers, it alone counts.
 * @throws TableError when days between the two would be covered by neither
 */
export function mergeCalendarTables(base: CalendarTable, newer: CalendarTable): CalendarTable {
  if (dayNumber(newer.from) > dayNumber(base.to) + 1 || dayNumber(newer.to) < dayNumber(base.from) - 1) {
    refuse(
      `新表覆盖${newer.from}至${newer.to}，与现有的${base.from}至${base.to}不相连`,
      `the new table covers ${newer.from} to ${newer.to}, which does not join the present ${base.from} to ${base.to}`,
    );
  }
  const kept = base.days.filter(({ date }) => date < newer.from || date > newer.to);
  return {
    version: `${base.version} + ${newer.version}`,
    from: base.from < newer.from ? base.from : newer.from,
    to: base.to > newer.to ? base.to : newer.to,
    source: `${base.source}；${newer.source}`,
    days: [...kept, ...newer.days].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  };
}

/** The calendar of a checked table. */
export function calendarFromTable(table: CalendarTable): WorkCalendar {
  const first = dayNumber(table.from);
  const length = dayNumber(table.to) - first + 1;
  const workday = Uint8Array.from({ length }, (_, offset) => (weekdayOf(first + offset) <= 5 ? 1 : 0));
  for (const { date, kind } of table.days) workday[dayNumber(date) - first] = kind === 'makeUp' ? 1 : 0;
  return {
    version: table.version,
    from: table.from,
    to: table.to,
    isWorkday: (day) => {
      const state = workday[dayNumber(day) - first];
      return state === undefined ? undefined : state === 1;
    },
  };
}
