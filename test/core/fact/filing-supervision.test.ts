import { describe, expect, it } from 'vitest';
import type { FactContext, FactResult } from '../../../src/core/fact/fact.ts';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { filingSupervisionFacts } from '../../../src/core/fact/filing-supervision.ts';
import type { FieldValue } from '../../../src/core/register/record.ts';

type Values = Readonly<Record<string, FieldValue>>;
const CONTEXT = Object.freeze({}) as FactContext;

function factOf(name: string, values: Values): FactResult {
  const fact = filingSupervisionFacts.find((each) => each.name === name);
  if (fact === undefined) throw new Error(`no fact ${name}`);
  return fact.evaluate({ register: fact.register, mapping: null, row: 2, values }, CONTEXT, {});
}

const ORDER: Values = {
  filingOrderNo: '示检通立1',
  reasonRequestNo: null,
  repliedDate: null,
  policeReceivedDate: '2026-03-02',
  orderReceivedDate: undefined,
};

describe('a row that has an order to file and no other paper', () => {
  it('asks for no reasons, and its day of receipt is the order’s', () => {
    expect(factOf('reasonsAskedFor', ORDER)).toBe(false);
    expect(factOf('filingOrderReceived', ORDER)).toBe('2026-03-02');
  });

  it.each<[string, Values]>([
    ['a request for reasons', { ...ORDER, reasonRequestNo: '示检说立1' }],
    ['a reply', { ...ORDER, repliedDate: '2026-03-05' }],
    ['no column for the request', { ...ORDER, reasonRequestNo: undefined }],
  ])('is another with %s: the day of receipt of the order is then not on record', (_words, values) => {
    expect(factOf('reasonsAskedFor', values)).toBe(true);
    expect(factOf('filingOrderReceived', values)).toBeInstanceOf(Unknown);
  });

  it('yields to the column of its own', () => {
    expect(factOf('filingOrderReceived', { ...ORDER, orderReceivedDate: '2026-03-09' })).toBe('2026-03-09');
  });
});
