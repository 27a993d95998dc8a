import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder, stableOrder } from '../../../../src/host/desktop/findings/counting-order.ts';

test('sorting by small numbers is what a stable sort gives', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 50 }), (codes) => {
      const sorted = stableOrder(inOrder(codes.length), Int32Array.from(codes), 10);
      expect([...sorted]).toEqual([...inOrder(codes.length)].sort((a, b) => (codes[a] ?? 0) - (codes[b] ?? 0)));
    }),
  );
});

test('only the items given are sorted, from the order they have', () => {
  expect([...stableOrder(Int32Array.of(4, 0, 2), Int32Array.of(1, 0, 1, 0, 1), 2)]).toEqual([4, 0, 2]);
  expect([...stableOrder(Int32Array.of(4, 1, 0), Int32Array.of(1, 0, 1, 0, 1), 2)]).toEqual([1, 4, 0]);
});
