import { describe, expect, it } from 'vitest';
import type { FactResult } from '../../../src/core/fact/fact.ts';
import { Unknown } from '../../../src/core/fact/fact.ts';
import type { MeasureWindow } from '../../../src/core/fact/measure-window.ts';
import { matchKey, measureState } from '../../../src/core/fact/measure-window.ts';
import { equityFacts } from '../../../src/core/fact/equity.ts';
import { exitBanFacts } from '../../../src/core/fact/exit-ban.ts';
import { propertyFacts } from '../../../src/core/fact/property.ts';
import type { FactContext, FactDefinition } from '../../../src/core/fact/fact.ts';
import { createRegisterSet } from '../../../src/core/fact/register-set.ts';
import type { FieldValue, RegisterRecord } from '../../../src/core/register/record.ts';
import { loadCalendar } from '../../../src/host/rule-pack.ts';

const SERVED = '2026-03-02T10:05:00';
const window = (rest: Partial<MeasureWindow> = {}): MeasureWindow => ({
  from: SERVED,
  releasedAt: null,
  termEnd: '2029-03-01',
  ...rest,
});

describe('how a seizure stands at a moment', () => {
  it.each<[string, MeasureWindow, string, string]>([
    ['a minute before service', window(), '2026-03-02T10:04:00', 'not-yet'],
    ['in the minute of service', window(), SERVED, 'not-yet'],
    ['a minute after service', window(), '2026-03-02T10:06:00', 'in-force'],
    ['on the day of service without a time', window(), '2026-03-02', 'same-day'],
    ['served without a time, on that day', window({ from: '2026-03-02' }), '2026-03-02T18:00:00', 'same-day'],
    ['the day before the last', window(), '2029-02-28', 'in-force'],
    ['on the last day', window(), '2029-03-01T09:00:00', 'ended'],
    ['at the minute of release', window({ releasedAt: '2026-05-01T09:00:00' }), '2026-05-01T09:00:00', 'ended'],
    ['an hour before release', window({ releasedAt: '2026-05-01T09:00:00' }), '2026-05-01T08:00:00', 'in-force'],
    ['on the day of release without a time', window({ releasedAt: '2026-05-01T09:00:00' }), '2026-05-01', 'ended'],
    ['never served', window({ from: null }), '2026-05-01', 'not-yet'],
    ['service unknown', window({ from: undefined }), '2026-05-01', 'undecided'],
    ['no column of releases, within the recorded term', window({ releasedAt: undefined }), '2026-05-01', 'in-force'],
    [
      'neither column of releases nor a last day',
      window({ releasedAt: undefined, termEnd: null }),
      '2026-05-01',
      'undecided',
    ],
    ['no column of last days', window({ termEnd: undefined }), '2026-05-01', 'undecided'],
    ['no column of last days, on the very day', window({ termEnd: undefined }), '2026-03-02T10:20:00', 'in-force'],
    ['no last day, within a year', window({ termEnd: null }), '2027-03-02', 'in-force'],
    ['no last day, after a year', window({ termEnd: null }), '2027-03-03', 'term-open'],
    ['no last day, after three years', window({ termEnd: null }), '2029-03-03', 'ended'],
    ['no last day and no column, after three years', window({ termEnd: undefined }), '2029-03-03', 'ended'],
  ])('%s', (_words, measure, moment, expected) => {
    expect(measureState(measure, moment)).toBe(expected);
  });

  it('spellings of one number meet', () => {
    expect(matchKey('469999 000000 ｇｂ00001F0001')).toBe('469999000000GB00001F0001');
    expect(matchKey(null)).toBe('');
  });
});

type Values = Readonly<Record<string, FieldValue>>;
const CALENDAR = loadCalendar('rules');

function recordOf(register: string, values: Values, row = 2): RegisterRecord {
  const columns = Object.fromEntries(Object.keys(values).map((field, column) => [field, column]));
  return { register, mapping: { file: '测试.xlsx', sheet: register, register, columns }, row, values };
}

interface Neighbour {
  readonly register: string;
  readonly rows: readonly Values[];
}

/** Facts of the registers as they are asked; a column that a row does not name is missing. */
function judge(
  facts: readonly FactDefinition[],
  name: string,
  own: Values,
  neighbours: readonly Neighbour[],
): { readonly value: FactResult; readonly sources: readonly RegisterRecord[]; readonly words: Values } {
  const fact = facts.find((each) => each.name === name);
  if (fact === undefined) throw new Error(`no fact ${name}`);
  const record = recordOf(fact.register, own);
  const data = neighbours.map(({ register, rows }) => {
    const records = rows.map((values, index) => recordOf(register, values, index + 2));
    return { register, mappings: records.flatMap(({ mapping }) => (mapping === null ? [] : [mapping])), records };
  });
  const ownData = data.find(({ register }) => register === fact.register);
  const all = ownData
    ? data.map((each) => (each === ownData ? { ...each, records: [record, ...each.records] } : each))
    : data;
  const context = {
    asOf: '2026-06-30',
    calendar: CALENDAR,
    registers: createRegisterSet(all, [], '2026-06-30', CALENDAR),
  } as unknown as FactContext;
  return {
    value: fact.evaluate(record, context, {}),
    sources: fact.sources?.(record, context, {}) ?? [],
    words: fact.describe?.(record, context, {}) ?? {},
  };
}

const PROPERTY = '469999000000GB00001F0001';
const transferOn = (registeredAt: string) => ({
  propertyId: PROPERTY,
  registeredAt,
  registrar: '示例市不动产登记中心',
});
const notice = (rest: Values = {}): Values => ({
  propertyId: PROPERTY,
  assistingUnit: '不动产登记中心',
  assistanceCategory: '查封',
  documentNo: '测试1号',
  servedAt: SERVED,
  releasedAt: null,
  termEnd: '2029-03-01',
  ...rest,
});
const requests = (...rows: Values[]): Neighbour => ({ register: 'assistanceRequest', rows });

describe('a seizure against a transfer', () => {
  const state = (transfer: Values, ...neighbours: Neighbour[]) =>
    judge(propertyFacts, 'seizureAtTransfer', transfer, neighbours);

  it('names the row of the notice as a source, and its words for the message', () => {
    const { value, sources, words } = state(transferOn('2026-03-02T10:20:00'), requests(notice()));
    expect(value).toBe('in-force');
    expect(sources.map(({ register, row }) => [register, row])).toEqual([['assistanceRequest', 2]]);
    expect(words).toMatchObject({ served: SERVED, document: '测试1号' });
  });

  it('the strongest of several measures decides', () => {
    const lifted = notice({ documentNo: '测试2号', releasedAt: '2026-03-03' });
    const { value, words } = state(transferOn('2026-03-05'), requests(lifted, notice()));
    expect([value, words.document]).toEqual(['in-force', '测试1号']);
  });

  it('is unknown, never none, where the register of requests was not handed over', () => {
    const { value } = state(transferOn('2026-03-05'), { register: 'realEstateSealing', rows: [] });
    expect(value).toEqual(new Unknown('register-absent', ['assistanceRequest']));
  });

  it('stands by its recorded term where the register of requests has no column of releases', () => {
    const withoutRelease: Values = Object.fromEntries(
      Object.entries(notice()).filter(([field]) => field !== 'releasedAt'),
    );
    expect(state(transferOn('2026-03-05'), requests(withoutRelease)).value).toBe('in-force');
  });

  it('spellings of the number do not matter, another number does', () => {
    const spelt = notice({ propertyId: '469999000000ＧＢ00001f0001' });
    expect(state(transferOn('2026-03-05'), requests(spelt)).value).toBe('in-force');
    const other = notice({ propertyId: '469999000000GB00001F0002' });
    expect(state(transferOn('2026-03-05'), requests(other)).value).toBe('none');
  });
});

describe('waiting seals', () => {
  const waiting = (servedAt: string, waitingOrder: number, rest: Values = {}): Values => ({
    propertyId: PROPERTY,
    sealType: '轮候',
    servedAt,
    waitingOrder,
    releasedAt: null,
    termEnd: null,
    ...rest,
  });
  const order = (own: Values, ...others: Values[]) =>
    judge(propertyFacts, 'waitingOrderConflict', own, [{ register: 'realEstateSealing', rows: others }]);

  it('a pair out of order is reported once, on the one that was put back', () => {
    const first = waiting('2026-03-02T09:00:00', 2);
    const second = waiting('2026-03-03T09:00:00', 1);
    expect(order(first, second).value).toBe('inverted');
    expect(order(second, first).value).toBe('none');
  });

  it('of several, an inverted one outweighs one of the same minute', () => {
    const own = waiting('2026-03-02T09:00:00', 3);
    const found = order(own, waiting('2026-03-02T09:00:30', 1), waiting('2026-03-02T09:01:00', 2));
    expect([found.value, found.words.order]).toEqual(['inverted', 2]);
  });

  it('is compared where the register has no column of releases', () => {
    const own: Values = { propertyId: PROPERTY, servedAt: '2026-03-02', waitingOrder: 2 };
    expect(order(own, waiting('2026-03-03', 1)).value).toBe('inverted');
  });
});

describe('frozen shares', () => {
  const change = { creditCode: '91469999MA5TEST0XK', changeItem: '股东变更', approvedDate: '2026-03-05' };
  const freeze: Values = {
    creditCode: '91469999MA5TEST0XK',
    debtor: '测试甲',
    identityNo: '460000190001010015',
    servedAt: '2026-03-02',
    publishedAt: '2026-03-03',
    releasedAt: null,
    termEnd: '2029-03-02',
    forbiddenMatters: '股权转让',
  };
  const state = (own: Values, rows: readonly Values[]) =>
    judge(equityFacts, 'frozenShareChange', own, [{ register: 'equityFreeze', rows }]).value;

  it('a freeze of another shareholder does not hide one of the same', () => {
    const other = { ...freeze, debtor: '测试乙', identityNo: '460000190001020010' };
    const own = { ...change, shareholder: '测试甲', shareholderIdentityNo: '460000190001010015' };
    expect(state(own, [other, freeze])).toBe('forbidden');
  });

  it('leaves the shareholder open where neither name nor number has a column', () => {
    expect(state(change, [freeze])).toBe('unrecorded');
  });
});

describe('departures under an exit ban', () => {
  const ban: Values = {
    identityNo: '460000190001010015',
    servedAt: '2026-03-02T10:00:00',
    enteredAt: '2026-03-02T15:00:00',
    exitedAt: null,
    releasedAt: null,
    termEnd: '2026-09-01',
  };
  const left = (...moments: string[]): Neighbour => ({
    register: 'exitRecord',
    rows: moments.map((exitedAt) => ({ identityNo: '460000190001010015', exitedAt })),
  });
  const after = (own: Values, ...moments: string[]) =>
    judge(exitBanFacts, 'departureAfterEntry', own, [left(...moments)]);

  it('the first departure after entry counts, and its row is the source', () => {
    const found = after(ban, '2026-05-01T09:00:00', '2026-04-01T09:00:00', '2026-03-01T09:00:00');
    expect(found.value).toBe('2026-04-01T09:00:00');
    expect(found.sources.map(({ row }) => row)).toEqual([3]);
  });

  it('a departure that is certain outweighs one whose order is not', () => {
    expect(after(ban, '2026-03-02', '2026-04-01').value).toBe('2026-04-01');
    expect(after(ban, '2026-03-02').value).toBeInstanceOf(Unknown);
  });

  it('counts within the recorded term where releases have no column', () => {
    expect(after({ ...ban, releasedAt: undefined }, '2026-04-01').value).toBe('2026-04-01');
  });

  it('never entered: a departure after service stands before entry', () => {
    const own = { ...ban, enteredAt: null, exitedAt: '2026-04-01T09:00:00' };
    expect(judge(exitBanFacts, 'departureBeforeEntry', own, []).value).toBe('2026-04-01T09:00:00');
    expect(judge(exitBanFacts, 'departureAfterEntry', own, []).value).toBeNull();
  });
});
