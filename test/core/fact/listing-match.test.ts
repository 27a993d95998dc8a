import { describe, expect, it } from 'vitest';
import { lookUp } from '../../../src/core/fact/listing-match.ts';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { restrictionState } from '../../../src/core/fact/listing-window.ts';
import { identityCheckCharacter } from '../../../src/core/register/value/identity-number.ts';
import { parseValue } from '../../../src/core/register/value/parse-value.ts';
import { planSheet } from '../../../src/core/register/plan-sheet.ts';
import { readRecords } from '../../../src/core/register/read-records.ts';
import { shippedDefinition, shippedIndex } from '../register/shipped-definitions.ts';
import { buildSheet } from '../sheet/build-sheet.ts';
import type { Row } from './neighbour-registers.ts';
import { registersOf } from './neighbour-registers.ts';

const FIRST = '46999919900101123';
const NUMBER = FIRST + identityCheckCharacter(FIRST);
const FIELDS = { number: 'identityNo', name: 'name' } as const;
const LISTED = {
  name: '测试人员乙',
  identityNo: NUMBER,
  publishedDate: '2026-01-10',
  shieldedDate: null,
  termEnd: null,
  listingStatus: null,
};

function answer(listing: Row, moment: string, party: Row = { identityNo: NUMBER, name: '测试人员乙' }) {
  const context = registersOf({ dishonestListing: { rows: [listing] }, exitRecord: { rows: [party] } });
  const [record] = context.registers.all('exitRecord');
  if (record === undefined) throw new Error('no record');
  const result = lookUp(record, context, 'dishonestListing', FIELDS, moment);
  return result instanceof Unknown ? 'unknown' : result.answer;
}

describe('looking a party up in the list of dishonest debtors', () => {
  it.each<[name: string, listing: Row, moment: string, expected: string]>([
    ['on the day of publication', LISTED, '2026-01-10', 'listed'],
    ['the day before publication', LISTED, '2026-01-09', 'none'],
    ['on the day of removal, without times', { ...LISTED, shieldedDate: '2026-02-01' }, '2026-02-01', 'same-day'],
    ['the day before the end of its term', { ...LISTED, termEnd: '2026-02-02' }, '2026-02-01', 'listed'],
    ['at the end of its term, not removed', { ...LISTED, termEnd: '2026-02-01' }, '2026-02-01', 'none'],
    ['removed according to its state, without a day', { ...LISTED, listingStatus: '已删除' }, '2026-02-01', 'unknown'],
    ['without a day of publication', { ...LISTED, publishedDate: null }, '2026-02-01', 'unknown'],
    ['of the same name without a number', { ...LISTED, identityNo: null }, '2026-02-01', 'name'],
    ['of another name without a number', { ...LISTED, identityNo: null, name: '测试人员丁' }, '2026-02-01', 'none'],
  ])('%s', (_name, listing, moment, expected) => {
    expect(answer(listing, moment)).toBe(expected);
  });

  it('a table without a column for removals leaves it open, unless the state says that it is listed', () => {
    const { name, identityNo, publishedDate } = LISTED;
    expect(answer({ name, identityNo, publishedDate }, '2026-02-01')).toBe('unknown');
    expect(answer({ name, identityNo, publishedDate, listingStatus: '有效' }, '2026-02-01')).toBe('listed');
  });

  it('a name of two characters is no mark of a person', () => {
    const listing = { ...LISTED, identityNo: null, name: '测乙' };
    expect(answer(listing, '2026-02-01', { identityNo: NUMBER, name: '测乙' })).toBe('unknown');
  });

  it('whoever has neither number nor name cannot be looked up', () => {
    expect(answer(LISTED, '2026-02-01', { identityNo: null, name: null })).toBe('unknown');
  });
});

describe('a restriction on consumption', () => {
  const order = (values: Row) => {
    const [record] = registersOf({ consumptionRestriction: { rows: [values] } }).registers.all(
      'consumptionRestriction',
    );
    if (record === undefined) throw new Error('no record');
    return record;
  };

  it.each<[name: string, values: Row, moment: string, expected: string]>([
    ['binds after its issue', { issuedDate: '2026-01-10', releasedDate: null }, '2026-01-11', 'in-force'],
    ['leaves its day of issue open', { issuedDate: '2026-01-10', releasedDate: null }, '2026-01-10', 'same-day'],
    ['has ended after its release', { issuedDate: '2026-01-10', releasedDate: '2026-02-01' }, '2026-02-02', 'out'],
    [
      'binds until the last day of its term',
      { issuedDate: '2026-01-10', termEnd: '2026-02-01' },
      '2026-02-01',
      'in-force',
    ],
    ['has ended after its term', { issuedDate: '2026-01-10', termEnd: '2026-02-01' }, '2026-02-02', 'out'],
  ])('%s', (_name, values, moment, expected) => {
    expect(restrictionState(order(values), moment)).toBe(expected);
  });
});

describe('a masked number in the list', () => {
  it('is kept beside the column, which stays unknown', () => {
    const masked = `${NUMBER.slice(0, 6)}********${NUMBER.slice(-4)}`;
    const source = buildSheet({
      name: '失信名单',
      rows: [
        ['名称', '证件号', '执行法院', '案号', '发布时间', '删除/屏蔽时间', '履行情况'],
        ['测试人员乙', masked, '示例市人民法院', '（2026）琼9999执1号', '2026-01-10', '', '未履行'],
      ],
    });
    const plan = planSheet(source, '失信名单.xlsx', shippedIndex);
    const events = readRecords(source, plan, shippedDefinition('dishonestListing'), {
      parse: parseValue,
      index: shippedIndex,
    });
    const records = [...events].flatMap((event) => (event.kind === 'record' ? [event.record] : []));
    expect(records.map(({ values }) => [values.identityNo, values.identityNoMasked])).toEqual([[undefined, masked]]);
  });
});
