import { describe, expect, it } from 'vitest';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { factOf } from './facts-of-row.ts';

describe('a ship whose departure was permitted', () => {
  const state = (row: Parameters<typeof factOf>[2]): unknown => {
    const value = factOf('departureUnderArrest', 'assistanceRequest', row, {});
    return value instanceof Unknown ? value.missing : value;
  };
  const arrest = { servedAt: '2026-03-02', releasedAt: null, termEnd: '2026-06-01' };

  it.each([
    ['nothing permitted', null, arrest, 'none'],
    ['within the term', '2026-03-10', arrest, 'in-force'],
    ['on the day of service, order unknown', '2026-03-02', arrest, 'same-day'],
    ['on the last day of the term', '2026-06-01', arrest, 'ended'],
    ['after release', '2026-03-11', { ...arrest, releasedAt: '2026-03-10' }, 'ended'],
    ['thirty days after service without a term', '2026-04-01', { ...arrest, termEnd: null }, 'in-force'],
    ['thirty-one days after service without a term', '2026-04-02', { ...arrest, termEnd: null }, 'term-open'],
  ])('%s', (_name, departurePermittedAt, row, expected) => {
    expect(state({ ...row, departurePermittedAt })).toBe(expected);
  });

  it('cannot be judged without the column', () => {
    expect(state(arrest)).toEqual(['departurePermittedAt']);
  });
});
