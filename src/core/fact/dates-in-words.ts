import type { LocalDate } from '../calendar/local-date.ts';
import { parseDate } from '../register/value/date.ts';

const WRITTEN_DATE = /(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}[日号]?|(?:19|20)\d{6}(?!\d)/u;
const AT_START = new RegExp(`^(?:${WRITTEN_DATE.source})`, 'u');
const ALL = new RegExp(WRITTEN_DATE.source, 'gu');

function readDate(text: string): LocalDate | undefined {
  const { value } = parseDate({ kind: 'text', text }, 'date', false);
  return typeof value === 'string' ? value : undefined;
}

/** The date with which a text begins, and how many characters it takes. Dates without a year are none. */
export function dateAtStart(text: string): { readonly day: LocalDate; readonly length: number } | undefined {
  const written = AT_START.exec(text)?.[0];
  const day = written === undefined ? undefined : readDate(written);
  return written === undefined || day === undefined ? undefined : { day, length: written.length };
}

/** All dates that a text names, in order. */
export function datesIn(text: string): readonly LocalDate[] {
  return [...text.matchAll(ALL)].map(([written]) => readDate(written)).filter((day) => day !== undefined);
}
