import { answeredDay } from './answered-day.ts';
import { textOf } from './cells.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads } from './neighbours.ts';
import { itemsIn } from './numbered-items.ts';
import { statedTimeFacts } from './stated-reply-time.ts';

const SUGGESTIONS = 'judicialSuggestion';

const statedReply = statedTimeFacts({
  register: SUGGESTIONS,
  field: 'feedbackLimit',
  start: 'servedDate',
  names: { stated: 'replyTimeStated', limit: 'statedReplyLimit', from: 'statedReplyStart' },
  label: { zh: '反馈时限', en: 'the time for the reply' },
});
const statedAnswer = statedTimeFacts({
  register: 'procuratorialSuggestion',
  field: 'replyDueDate',
  start: 'receivedDate',
  names: { stated: 'answerTimeStated', limit: 'statedAnswerLimit', from: 'statedAnswerStart' },
  label: { zh: '回复期限', en: 'the time for the answer' },
});

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
const NUMBER_FORM = /^[\u4e00-\u9fa5]{0,6}\d{0,4}法建[〔[(【]\d{4}[〕\])】](?:第)?\d+号$/u;

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

/** Whether the problems and the recommendations are numbered and differ in number (附件1：建议与问题应当一一对应). */
const suggestionCountDiffers: FactDefinition = {
  name: 'suggestionCountDiffers',
  register: SUGGESTIONS,
  label: { zh: '问题与建议数目不同', en: 'problems and recommendations differ in number' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(['problems', 'suggestions']),
  evaluate: (record) => {
    const problems = itemsIn(textOf(record, 'problems'));
    const suggestions = itemsIn(textOf(record, 'suggestions'));
    return problems !== null && suggestions !== null && problems !== suggestions;
  },
};

export const judicialSuggestionFacts: readonly FactDefinition[] = [
  ...statedReply,
  ...statedAnswer,
  suggestionCountDiffers,
  suggestionReplied,
  suggestionAnswered,
  suggestionNumberInForm,
];
