/**
 * Writes rules/calendar/workdays-2015-2026.json from the chinese-days package. Run by developers when the State Council
 * has published another year; the program reads the JSON only, because the package silently takes years it does not know
 * for ordinary ones.
 *
 *   node scripts/run.mjs scripts/build-calendar.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CalendarException } from '../src/core/calendar/calendar-table.ts';
import { readCalendarTable } from '../src/core/calendar/calendar-table.ts';

const FIRST_YEAR = 2015;
const LAST_YEAR = 2026;

interface DaysOfPackage {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
  readonly inLieuDays: Readonly<Record<string, string>>;
}

const { resolve } = createRequire(import.meta.url);
const readJson = (path: string): unknown => JSON.parse(readFileSync(resolve(path), 'utf8'));
const { version } = readJson('chinese-days/package.json') as { version: string };
const published = readJson('chinese-days/dist/chinese-days.json') as DaysOfPackage;

/** The package writes "Spring Festival,春节,4". */
const chineseName = (name: string): string => name.split(',')[1] ?? name;
const covered = (date: string): boolean =>
  Number(date.slice(0, 4)) >= FIRST_YEAR && Number(date.slice(0, 4)) <= LAST_YEAR;

const days: CalendarException[] = [
  ...Object.entries(published.holidays).map(([date, name]) => ({
    date,
    kind: date in published.inLieuDays ? ('inLieu' as const) : ('holiday' as const),
    name: chineseName(name),
  })),
  ...Object.entries(published.workdays).map(([date, name]) => ({
    date,
    kind: 'makeUp' as const,
    name: chineseName(name),
  })),
].filter(({ date }) => covered(date));

const table = readCalendarTable({
  version: `${FIRST_YEAR}-${LAST_YEAR} (chinese-days ${version})`,
  from: `${FIRST_YEAR}-01-01`,
  to: `${LAST_YEAR}-12-31`,
  source: '国务院办公厅各年度部分节假日安排的通知',
  days,
});

const lines = table.days.map((day) => `    ${JSON.stringify(day)}`).join(',\n');
const { version: tableVersion, from, to, source } = table;
const opening = JSON.stringify({ version: tableVersion, from, to, source }, null, 2).slice(0, -2);
writeFileSync(
  `rules/calendar/workdays-${FIRST_YEAR}-${LAST_YEAR}.json`,
  `${opening},\n  "days": [\n${lines}\n  ]\n}\n`,
);
process.stdout.write(`${table.days.length} days written\n`);
