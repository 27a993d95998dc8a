import type { ChannelResult } from '../../../contract/channels.ts';

export type Fold = ChannelResult<'source.folds'>[number];
/** What stands in a line of the grid: a row by its number, or rows that are folded away. */
export type Line = { readonly row: number; readonly fold: null } | { readonly row: null; readonly fold: Fold };

/** Lines of a sheet of which some rows are folded: each fold takes one line. */
export interface Lines {
  readonly count: number;
  at(line: number): Line;
  /** The line in which a row stands, or the fold that holds it. */
  of(row: number): number;
}

/** @param folds ascending, apart from each other */
export function linesOf(total: number, folds: readonly Fold[]): Lines {
  /** Line of each fold. */
  const places: number[] = [];
  let saved = 0;
  for (const { first, last } of folds) {
    places.push(first - 1 - saved);
    saved += last - first;
  }
  /** The last fold whose key is not above a number, by halving. */
  const lastUpTo = (key: (index: number) => number, most: number): number => {
    let low = 0;
    let high = folds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (key(middle) <= most) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  /** Rows that the folds up to one take away. */
  const savedBy = (index: number): number => {
    const fold = folds[index];
    return fold === undefined ? 0 : fold.last - 1 - (places[index] ?? 0);
  };
  return {
    count: total - saved,
    at: (line) => {
      const index = lastUpTo((at) => places[at] ?? 0, line);
      const fold = folds[index];
      if (fold !== undefined && places[index] === line) return { row: null, fold };
      return { row: line + 1 + savedBy(index), fold: null };
    },
    of: (row) => {
      const index = lastUpTo((at) => folds[at]?.first ?? 0, row);
      const fold = folds[index];
      if (fold !== undefined && row <= fold.last) return places[index] ?? 0;
      return row - 1 - savedBy(index);
    },
  };
}
