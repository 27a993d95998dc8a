import type { Limit } from '../calendar/limit.ts';
import { parseDate } from '../register/value/date.ts';
import { answeredDay } from './answered-day.ts';
import { saysNone, textOf } from './cells.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads } from './neighbours.ts';
import { parsePeriod } from './period.ts';
import { onceForRecord } from './remember.ts';

const SUGGESTIONS = 'judicialSuggestion';

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

/** @returns `null` where none is stated, unknown where the words cannot be read */
const statedTime = onceForRecord((record): Stated | null | Unknown => {
  if (record.values.feedbackLimit === undefined) return new Unknown('missing', ['feedbackLimit']);
  const text = textOf(record, 'feedbackLimit');
  if (text === '' || saysNone(text) || text.includes('未载明')) return null;
  const day = dayIn(text);
  if (day !== null) return { day };
  const term = termOf(text);
  return term === null ? new Unknown('missing', ['feedbackLimit']) : { term };
});

/** Whether the recommendation states a time for the reply; unknown where the column is missing or cannot be read. */
const replyTimeStated: FactDefinition = {
  name: 'replyTimeStated',
  register: SUGGESTIONS,
  label: { zh: '建议书载明反馈时限', en: 'the recommendation states a time for the reply' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(['feedbackLimit']),
  evaluate: (record, context): FactResult => {
    const stated = statedTime(record, context);
    return stated instanceof Unknown ? stated : stated !== null;
  },
};

/** The stated time as a limit, for `@statedReplyLimit`; a stated day is a limit of no days from that day. */
const statedReplyLimit: FactDefinition = {
  name: 'statedReplyLimit',
  register: SUGGESTIONS,
  label: { zh: '建议书载明的反馈时限', en: 'time for the reply stated in the recommendation' },
  type: 'any',
  shared: true,
  reads: fixedReads(['feedbackLimit']),
  evaluate: (record, context): FactResult => {
    const stated = statedTime(record, context);
    if (stated === null || stated instanceof Unknown) return stated;
    return 'day' in stated ? [0, 'day'] : [...stated.term];
  },
};

/** Where the stated time runs from: the day of service, or the stated day itself. */
const statedReplyStart: FactDefinition = {
  name: 'statedReplyStart',
  register: SUGGESTIONS,
  label: { zh: '反馈时限起算日', en: 'day from which the time for the reply runs' },
  type: 'date',
  shared: true,
  reads: fixedReads(['feedbackLimit', 'servedDate']),
  evaluate: (record, context): FactResult => {
    const stated = statedTime(record, context);
    if (stated === null || stated instanceof Unknown) return stated;
    return 'day' in stated ? stated.day : (record.values.servedDate ?? new Unknown('missing', ['servedDate']));
  },
};

const suggestionReplied: FactDefinition = {
  name: 'suggestionReplied',
  register: SUGGESTIONS,
  label: { zh: '答复日', en: 'day of the reply' },
  type: 'date',
  shared: true,
  reads: fixedReads(['repliedDate', 'adopted']),
  evaluate: (record) => answeredDay(record, 'repliedDate', ['adopted']),
};

const suggestionAnswered: FactDefinition = {
  name: 'suggestionAnswered',
  register: 'procuratorialSuggestion',
  label: { zh: '回复日', en: 'day of the reply' },
  type: 'date',
  shared: true,
  reads: fixedReads(['repliedDate', 'adopted', 'rectification']),
  evaluate: (record) => answeredDay(record, 'repliedDate', ['adopted', 'rectification']),
};

/** 地名简称 + 法建 + 〔年〕 + 序号 + 号; the Supreme People's Court writes 法建 alone. */
const NUMBER_FORM = /^[\u4e00-\u9fa5]{0,6}\d{0,4}法建[〔\[(【]\d{4}[〕\])】](?:第)?\d+号$/u;

/** Whether the recommendation has a number of the prescribed form; a blank number has none. */
const suggestionNumberInForm: FactDefinition = {
  name: 'suggestionNumberInForm',
  register: SUGGESTIONS,
  label: { zh: '编号符合规定格式', en: 'the number has the prescribed form' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(['suggestionNo']),
  evaluate: (record): FactResult =>
    record.values.suggestionNo === undefined
      ? new Unknown('missing', ['suggestionNo'])
      : NUMBER_FORM.test(textOf(record, 'suggestionNo')),
};

export const judicialSuggestionFacts: readonly FactDefinition[] = [
  replyTimeStated,
  statedReplyLimit,
  statedReplyStart,
  suggestionReplied,
  suggestionAnswered,
  suggestionNumberInForm,
];
