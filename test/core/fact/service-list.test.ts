import { describe, expect, it } from 'vitest';
import type { ServicePerson } from '../../../src/core/fact/service-list.ts';
import { readServiceList } from '../../../src/core/fact/service-list.ts';

type Person = 'police' | 'defendant' | 'victim';
const people: readonly ServicePerson<Person>[] = [
  { id: 'victim', words: [/^被害人/u] },
  { id: 'defendant', words: ['测试某某', /^被不起诉人/u] },
  { id: 'police', words: [/^[\u4e00-\u9fa5]{0,8}?公安(?:机关|局)/u] },
];

/** `+date`, `+` served without date, `-` not served, `?` not told. */
function told(text: string): string {
  const entries = readServiceList(text, people);
  return (['defendant', 'police', 'victim'] as const)
    .map((person) => {
      const entry = entries.get(person);
      if (entry?.served === undefined) return '?';
      return entry.served ? `+${entry.date ?? ''}` : '-';
    })
    .join(' ');
}

describe('a cell that lists on whom a document was served, and when', () => {
  it.each([
    ['被不起诉人2026-03-01;公安机关2026-03-02;被害人2026-03-03', '+2026-03-01 +2026-03-02 +2026-03-03'],
    ['被不起诉人2026.3.1、示例市公安局2026.3.20', '+2026-03-01 +2026-03-20 -'],
    ['2026年3月1日被不起诉人、2026年3月2日公安机关', '+2026-03-01 +2026-03-02 -'],
    ['公安机关、被不起诉人、被害人,2026年4月2日', '+2026-04-02 +2026-04-02 +2026-04-02'],
    ['公安机关(2026-03-02)和测试某某(20260303)', '+2026-03-03 +2026-03-02 -'],
    ['被不起诉人已送达,公安机关', '+ + -'],
    ['被不起诉人2026-03-01;公安机关尚未送达', '+2026-03-01 - -'],
    ['被不起诉人、公安机关均未送达', '- - -'],
    ['被不起诉人、公安机关2026-03-01;无被害人', '+2026-03-01 +2026-03-01 -'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  it.each([
    ['3月1日送达各方', '? ? ?'],
    ['均已送达', '? ? ?'],
    ['2026-03-01', '? ? ?'],
    ['被不起诉人等2026-03-01', '+2026-03-01 ? ?'],
    ['公安机关2026-03-02;张某2026-03-02', '? +2026-03-02 ?'],
  ])('%s leaves those open whom it does not name', (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});
