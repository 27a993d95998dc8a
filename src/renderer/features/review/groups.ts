/** Where the groups of a list begin, so that every row has its place and height before it is read. */
export interface Groups {
  /** Findings of the group that begins at this row; 0 where none begins. */
  sizeAt(row: number): number;
}

/** @param sizes how many findings each group has, in order, with commas between; empty for a list without groups */
export function groupsOf(sizes: string): Groups {
  const numbers = sizes === '' ? [] : sizes.split(',').map(Number);
  const starts = new Int32Array(numbers.reduce((sum, size) => sum + size, 0));
  let row = 0;
  for (const size of numbers) {
    starts[row] = size;
    row += size;
  }
  return { sizeAt: (at) => starts[at] ?? 0 };
}
