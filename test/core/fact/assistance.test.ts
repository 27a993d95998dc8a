import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assistanceLimitFacts } from '../../../src/core/fact/assistance-limit.ts';
import { assistanceFacts } from '../../../src/core/fact/assistance.ts';
import type { FactContext, FactDefinition, FactResult } from '../../../src/core/fact/fact.ts';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { tradingFacts } from '../../../src/core/fact/trading.ts';
import type { FieldValue } from '../../../src/core/register/record.ts';
import { loadCalendar } from '../../../src/host/rule-pack.ts';

type Values = Readonly<Record<string, FieldValue>>;

const CONTEXT = {
  asOf: '2026-06-30',
  calendar: loadCalendar('rules'),
  tables: {
    'department-limits': JSON.parse(readFileSync('rules/parameters/department-limits.json', 'utf8')) as unknown,
  },
  parameter: () => ['09:30', '13:00'],
} as unknown as FactContext;

function factOf(facts: readonly FactDefinition[], name: string, values: Values, unreadable: string[] = []): FactResult {
  const fact = facts.find((each) => each.name === name);
  if (fact === undefined) throw new Error(`no fact ${name}`);
  const fields = [...Object.keys(values), ...unreadable];
  const columns = Object.fromEntries(fields.map((field, column) => [field, column]));
  const mapping = { file: '测试.xlsx', sheet: '协助执行', register: fact.register, columns };
  return fact.evaluate({ register: fact.register, mapping, row: 2, values }, CONTEXT, {});
}

describe('when a request for assistance was answered', () => {
  const response = (values: Values, unreadable: string[] = []) =>
    factOf(assistanceFacts, 'assistanceResponse', values, unreadable);

  it.each<[string, Values, FactResult]>([
    ['the reply before the completion', { repliedAt: '2026-03-05', completedAt: '2026-03-03' }, '2026-03-05'],
    ['the completion where there is no reply', { repliedAt: null, completedAt: '2026-03-03' }, '2026-03-03'],
    ['a register that has only the completion', { completedAt: null, result: null }, null],
    ['open: both blank', { repliedAt: null, completedAt: null, result: null, unhandledReason: null }, null],
    ['the result says in hand', { repliedAt: null, completedAt: null, result: '办理中' }, null],
    [
      'the remark says waiting',
      { repliedAt: null, completedAt: null, result: null, unhandledReason: '待领导审批' },
      null,
    ],
    ['a remark that is no report', { completedAt: null, result: null, unhandledReason: '内部规定' }, null],
  ])('%s', (_words, values, expected) => {
    expect(response(values)).toEqual(expected);
  });

  it.each<[string, Values, string[]]>([
    ['neither column', { result: null }, []],
    ['a result without a date', { repliedAt: null, completedAt: null, result: '已查封' }, []],
    ['a remark that says done', { completedAt: null, result: null, unhandledReason: '已按内部规定当日办结' }, []],
    ['an unreadable cell', { completedAt: null, result: null }, ['repliedAt']],
  ])('is unknown with %s', (_words, values, unreadable) => {
    expect(response(values, unreadable)).toBeInstanceOf(Unknown);
  });

  it('completion comes first where that is asked', () => {
    const values = { repliedAt: '2026-03-05', completedAt: '2026-03-03' };
    expect(factOf(assistanceFacts, 'assistanceCompletion', values)).toBe('2026-03-03');
  });
});

describe('when an online request was answered', () => {
  it.each<[string, Values, boolean]>([
    ['blank and nothing said', { repliedAt: null, status: null, replyResult: null }, false],
    ['waiting', { repliedAt: null, status: '待反馈' }, false],
    ['said to be answered', { repliedAt: null, status: '已反馈' }, true],
    ['a result', { repliedAt: null, replyResult: '有余额' }, true],
    ['no column', { status: null }, true],
  ])('%s', (_words, values, unknown) => {
    expect(factOf(assistanceFacts, 'networkReply', values) instanceof Unknown).toBe(unknown);
  });
});

describe('the limit for a request for assistance', () => {
  const TAX = { departmentCategory: '税务', assistingUnit: '示例市税务局', assistanceCategory: '查询' };
  const limit = (values: Values, name = 'assistanceLimit') => factOf(assistanceLimitFacts, name, { ...TAX, ...values });

  it.each<[string, Values, FactResult]>([
    ['the table of departments', {}, [5, 'workday']],
    ['a memorandum prevails', { memorandumDays: 8 }, [8, 'workday']],
    [
      'working days of completing papers',
      { correctionStart: '2026-05-13', correctionEnd: '2026-05-18' },
      [8, 'workday'],
    ],
    ['papers still incomplete', { correctionStart: '2026-06-26', correctionEnd: null }, [7, 'workday']],
    ['an interval that runs backwards', { correctionStart: '2026-05-18', correctionEnd: '2026-05-13' }, [5, 'workday']],
    ['hours', { departmentCategory: '边检', assistanceCategory: '限制出境' }, [24, 'hour']],
    [
      'hours and two days of completing papers',
      {
        departmentCategory: '边检',
        assistanceCategory: '限制出境',
        correctionStart: '2026-05-13',
        correctionEnd: '2026-05-15',
      },
      [72, 'hour'],
    ],
  ])('%s', (_words, values, expected) => {
    expect(limit(values)).toEqual(expected);
  });

  it('multiples leave out the days of completing papers, and count "the same day" as one', () => {
    const corrected = { correctionStart: '2026-05-13', correctionEnd: '2026-05-14' };
    expect(limit(corrected, 'assistanceLimitTwofold')).toEqual([11, 'workday']);
    expect(limit(corrected, 'assistanceLimitFourfold')).toEqual([21, 'workday']);
    expect(limit({ memorandumDays: 0 }, 'assistanceLimitTwofold')).toEqual([2, 'workday']);
  });

  it('is unknown where the kind of matter is not told', () => {
    expect(limit({ assistanceCategory: null })).toBeInstanceOf(Unknown);
  });
});

describe('the next opening of trading', () => {
  const opening = (acceptedAt: FieldValue) => factOf(tradingFacts, 'nextTradingOpening', { acceptedAt });

  it.each([
    ['before the morning', '2026-03-02T09:00:00', '2026-03-02T09:30:00'],
    ['at the opening', '2026-03-02T09:30:00', '2026-03-02T13:00:00'],
    ['in the afternoon', '2026-03-02T13:30:00', '2026-03-03T09:30:00'],
    ['on Friday evening', '2026-03-06T18:00:00', '2026-03-09T09:30:00'],
    ['before a Saturday that is worked', '2026-05-08T18:00:00', '2026-05-11T09:30:00'],
    ['before the May holiday', '2026-04-30T18:00:00', '2026-05-06T09:30:00'],
    ['a day without a time', '2026-03-02', '2026-03-03T09:30:00'],
  ])('%s', (_words, accepted, expected) => {
    expect(opening(accepted)).toBe(expected);
  });

  it('is blank without acceptance, unknown outside the calendar', () => {
    expect(opening(null)).toBeNull();
    expect(opening(undefined)).toBeInstanceOf(Unknown);
    expect(opening('2031-03-03T10:00:00')).toBeInstanceOf(Unknown);
  });
});
