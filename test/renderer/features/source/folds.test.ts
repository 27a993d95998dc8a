import { expect, test } from 'vitest';
import { linesOf } from '../../../../src/renderer/features/source/folds.ts';

const folds = [
  { first: 3, last: 5 },
  { first: 8, last: 8 },
  { first: 10, last: 12 },
];

test('a fold takes one line, and every other row one of its own', () => {
  const lines = linesOf(13, folds);
  expect(lines.count).toBe(9);
  expect(Array.from({ length: 9 }, (_, line) => lines.at(line)).map(({ row, fold }) => row ?? fold.first)).toEqual([
    1, 2, 3, 6, 7, 8, 9, 10, 13,
  ]);
  expect(lines.at(2).fold).toEqual(folds[0]);
  expect(lines.at(3)).toEqual({ row: 6, fold: null });
});

test('every row is found in its line, a folded one in the line of its fold', () => {
  const lines = linesOf(13, folds);
  for (let row = 1; row <= 13; row += 1) {
    const { row: shown, fold } = lines.at(lines.of(row));
    expect(fold === null ? shown === row : fold.first <= row && row <= fold.last).toBe(true);
  }
});

test('without folds lines are rows', () => {
  const lines = linesOf(4, []);
  expect([lines.count, lines.at(3).row, lines.of(4)]).toEqual([4, 4, 3]);
});
