/**
 * Sorts by small numbers without comparing (counting sort): linear, and what was in order stays in order where the numbers
 * are equal.
 * @param items places in `codes`, in the order they have now
 * @param codes number of each place, from 0 up to below `values`
 */
export function stableOrder(items: Int32Array, codes: Int32Array, values: number): Int32Array {
  const next = new Int32Array(values + 1);
  for (const item of items) {
    const after = (codes[item] ?? 0) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let value = 1; value <= values; value += 1) next[value] = (next[value] ?? 0) + (next[value - 1] ?? 0);
  const ordered = new Int32Array(items.length);
  for (const item of items) {
    const code = codes[item] ?? 0;
    const at = next[code] ?? 0;
    ordered[at] = item;
    next[code] = at + 1;
  }
  return ordered;
}

/** The numbers from 0 to below `count`. */
export function inOrder(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, place) => place);
}
