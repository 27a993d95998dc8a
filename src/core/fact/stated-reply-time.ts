import type { Bilingual } from '../language.ts';
import type { Limit } from '../calendar/limit.ts';
import { parseDate } from '../register/value/date.ts';
import { saysNone, textOf } from './cells.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads } from './neighbours.ts';
import { parsePeriod } from './period.ts';
import { onceForRecord } from './remember.ts';

/** What stands around the length of time: 自收到建议书之日起两个月内书面答复. */
const BEFORE_TERM = /^.*?(?:之日起|日起|收到后|送达后|起|后)/u;
const AFTER_TERM = /(?:之内|以内|内).*$/u;

/** A stated term as one that rolls over holidays: it is a time limit, not a period of validity. */
function termOf(text: string): readonly [number, Limit['unit']] | null {
  const words = text.replace(BEFORE_TERM, '').replace(AFTER_TERM, '');
  const period = parsePeriod(words.replace(/个?工作日$/u, '日'));
  if (period === null) return null;
  if (words.endsWith('工作日')) return [period.amount, 'workday'];
  return [period.amount, period.unit === 'calendarDay' ? 'day' : 'month'];
}

function dayIn(text: string): string | null {
  const parsed = parseDate(
    { kind: 'text', text: text.replace(/(?:之?前|以前|前答复|前反馈|前回复)$/u, '') },
    'date',
    false,
  );
  return typeof parsed.value === 'string' ? parsed.value : null;
}

/** A reply time as the recommendation states it: a day, or a term from service. */
type Stated = { readonly day: string } | { readonly term: readonly [number, Limit['unit']] };

/** A letter that states a time for its answer: the columns of the time and of its start, and how its facts are named. */
export interface StatedTimeSource {
  readonly register: string;
  readonly field: string;
  readonly start: string;
  readonly names: { readonly stated: string; readonly limit: string; readonly from: string };
  readonly label: Bilingual;
}

/**
 * Facts on a time for the answer that the letter states itself: whether it states one, the time as a limit (`@…`; a stated
 * day is a limit of no days from that day), and where it runs from.
 */
export function statedTimeFacts({ register, field, start, names, label }: StatedTimeSource): readonly FactDefinition[] {
  /** @returns `null` where none is stated, unknown where the words cannot be read */
  const statedTime = onceForRecord((record): Stated | null | Unknown => {
    if (record.values[field] === undefined) return new Unknown('missing', [field]);
    const text = textOf(record, field);
    if (text === '' || saysNone(text) || text.includes('未载明')) return null;
    const day = dayIn(text);
    if (day !== null) return { day };
    const term = termOf(text);
    return term === null ? new Unknown('missing', [field]) : { term };
  });
  return [
    {
      name: names.stated,
      register,
      label: { zh: `载明${label.zh}`, en: `states ${label.en}` },
      type: 'boolean',
      shared: true,
      reads: fixedReads([field]),
      evaluate: (record, context): FactResult => {
        const stated = statedTime(record, context);
        return stated instanceof Unknown ? stated : stated !== null;
      },
    },
    {
      name: names.limit,
      register,
      label: { zh: `载明的${label.zh}`, en: `${label.en} as stated` },
      type: 'any',
      shared: true,
      reads: fixedReads([field]),
      evaluate: (record, context): FactResult => {
        const stated = statedTime(record, context);
        if (stated === null || stated instanceof Unknown) return stated;
        return 'day' in stated ? [0, 'day'] : [...stated.term];
      },
    },
    {
      name: names.from,
      register,
      label: { zh: `${label.zh}起算日`, en: `day from which ${label.en} runs` },
      type: 'date',
      shared: true,
      reads: fixedReads([field, start]),
      evaluate: (record, context): FactResult => {
        const stated = statedTime(record, context);
        if (stated === null || stated instanceof Unknown) return stated;
        return 'day' in stated ? stated.day : (record.values[start] ?? new Unknown('missing', [start]));
      },
    },
  ];
}
