import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { extendedTo } from '../../../../src/host/desktop/findings/extended-to.ts';
import { loadCalendar } from '../../../../src/host/rule-pack.ts';
import { root } from '../desktop.ts';

const calendar = loadCalendar(join(root, 'rules'));
const parameters = [
  { name: 'reviewDays', value: 15, unit: 'day' },
  { name: 'extensionDays', value: 15, unit: 'day' },
] as const;
const params = { limit: 'reviewDays', extension: 'extensionDays' };

describe('what an approved extension would have allowed', () => {
  test.each<[what: string, given: Parameters<typeof extendedTo>[1], due: string, allowed: string | null]>([
    ['is counted from the beginning', params, '2026-03-17', '2026-04-01'],
    ['is not told where the rule knows no extension', { limit: 'reviewDays' }, '2026-03-17', null],
    ['is not told where the limit was counted otherwise', params, '2026-04-01', null],
    ['is not told of a condition without a limit', undefined, '2026-03-17', null],
  ])('%s', (_what, given, due, allowed) => {
    expect(extendedTo({ parameters }, given, { calendar }, '2026-03-02', due)).toBe(allowed);
  });
});
