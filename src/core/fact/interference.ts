import type { RegisterRecord } from '../register/record.ts';
import { recordsByCaseKey } from './case-index.ts';
import { caseNumberKey, caseNumbersIn } from './case-number.ts';
import type { DerivedRegister, FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { interferenceQuarterFacts, interferenceQuarterRegister } from './interference-quarter.ts';
import { interferenceRecordFacts } from './interference-record.ts';
import { absentColumns, fixedReads, textOf } from './neighbours.ts';
import { onceForRecord } from './remember.ts';
import { comparableText } from './text.ts';
import { namesIn } from './words.ts';

const LETTERS = 'incomingLetter';
const RECORDS = 'interferenceRecord';

/** Case numbers that a letter is about: its column, and those its subject or its annotation mention. */
const casesOfLetter = onceForRecord((letter): readonly string[] => {
  const { caseNo, letterSubject, annotation } = letter.values;
  const mentioned = [letterSubject, annotation].flatMap((text) => caseNumbersIn(textOf(text) ?? ''));
  return [...new Set([textOf(caseNo), ...mentioned].filter((each) => each !== null).map(caseNumberKey))];
});

function recordsOfLetter(letter: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  const records = recordsByCaseKey(context.registers, RECORDS);
  return casesOfLetter(letter, context).flatMap((key) => records.get(key) ?? []);
}

function interferenceOnRecord(letter: RegisterRecord, context: FactContext): FactResult {
  const absent = absentColumns(context, RECORDS, ['caseNo']);
  if (absent !== null) return absent;
  if (recordsOfLetter(letter, context).length > 0) return true;
  const unread = context.registers.all(RECORDS).some((record) => record.values.caseNo === undefined);
  return unread ? new Unknown('missing', [`${RECORDS}.caseNo`]) : false;
}

/** A name shorter than this may stand inside many others. */
const SHORTEST_PART = 6;

/** Whether one of the names stands for the sender: 甲公司 sends, a department of 甲公司, or 工商银行某支行 for 中国工商银行某支行. */
function isSender(sender: string, names: readonly string[]): boolean {
  const comparable = comparableText(sender);
  const shortened = comparable.length >= SHORTEST_PART;
  return names.some((name) => comparable.includes(name) || (shortened && name.endsWith(comparable)));
}

function namesOfCases(
  letter: RegisterRecord,
  context: FactContext,
  register: string,
  fields: readonly string[],
): readonly string[] {
  const records = recordsByCaseKey(context.registers, register);
  return casesOfLetter(letter, context)
    .flatMap((key) => records.get(key) ?? [])
    .flatMap((record) => fields.flatMap((field) => namesIn(textOf(record.values[field]) ?? '')));
}

function senderIsAmong(
  letter: RegisterRecord,
  context: FactContext,
  neighbours: readonly { readonly register: string; readonly fields: readonly string[] }[],
): FactResult {
  const sender = textOf(letter.values.sender);
  if (sender === null) return new Unknown('missing', ['sender']);
  const handedOver = neighbours.filter(({ register }) => context.registers.has(register));
  const names = handedOver.flatMap(({ register, fields }) => namesOfCases(letter, context, register, fields));
  if (isSender(sender, names)) return true;
  return handedOver.length === neighbours.length
    ? false
    : new Unknown(
        'register-absent',
        neighbours.filter((each) => !handedOver.includes(each)).map(({ register }) => register),
      );
}

const PARTIES = [
  { register: 'enforcementCase', fields: ['applicant', 'debtor'] },
  { register: 'caseParty', fields: ['partyName'] },
] as const;
const ASSISTING = [{ register: 'assistanceRequest', fields: ['assistingUnit'] }] as const;

const letterFacts: readonly FactDefinition[] = [
  {
    name: 'letterCases',
    register: LETTERS,
    label: { zh: '来文涉及的案号', en: 'cases that the letter is about' },
    type: 'list',
    shared: true,
    reads: fixedReads(['caseNo', 'letterSubject', 'annotation']),
    evaluate: (record, context) => {
      const cases = casesOfLetter(record, context);
      const unread = record.values.caseNo === undefined && Object.hasOwn(record.mapping?.columns ?? {}, 'caseNo');
      return cases.length === 0 && unread ? new Unknown('missing', ['caseNo']) : cases;
    },
  },
  {
    name: 'interferenceOnRecord',
    register: LETTERS,
    label: { zh: '同一案件有干预过问记录', en: 'the case has an interference record' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['caseNo', 'letterSubject', 'annotation'], [{ register: RECORDS, fields: ['caseNo'] }]),
    evaluate: interferenceOnRecord,
    sources: recordsOfLetter,
  },
  {
    name: 'senderIsParty',
    register: LETTERS,
    label: { zh: '来文单位是案件当事人', en: 'the sender is a party to the case' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['sender', 'caseNo', 'letterSubject', 'annotation'], PARTIES),
    evaluate: (record, context) => senderIsAmong(record, context, PARTIES),
  },
  {
    name: 'senderAssists',
    register: LETTERS,
    label: { zh: '来文单位是本案协助执行单位', en: 'the sender assists in the enforcement of the case' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['sender', 'caseNo', 'letterSubject', 'annotation'], ASSISTING),
    evaluate: (record, context) => senderIsAmong(record, context, ASSISTING),
  },
];

export const interferenceFacts: readonly FactDefinition[] = [
  ...interferenceQuarterFacts,
  ...interferenceRecordFacts,
  ...letterFacts,
];
export const interferenceRegisters: readonly DerivedRegister[] = [interferenceQuarterRegister];
