import { expect, test } from 'vitest';
import { tableLines } from '../../src/cli/terminal/table.ts';
import { clipped, printable } from '../../src/cli/terminal/text-width.ts';
import { textWidth } from '../../src/host/output/text-width.ts';

test('columns stand straight under Chinese, Latin and rare characters', () => {
  const lines = tableLines(
    [{ header: '类别' }, { header: 'n', side: 'left' }],
    [
      ['超内控时限', 3],
      ['lead', 120],
      ['㐂𠮷（）', 7],
    ],
  );
  expect(new Set(lines.map(textWidth)).size).toBe(1);
  expect(lines[2]).toBe('  超内控时限    3');
});

test('a long text is cut to its width, never through a character', () => {
  expect(clipped('示例市公安局', 7)).toBe('示例市…');
  expect(clipped('示例', 4)).toBe('示例');
});

test('control characters of a file name cannot steer the terminal', () => {
  expect(printable('a\u001B[2J\u202Eb\n')).toBe('a\uFFFD[2J\uFFFDb\uFFFD');
});
