import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';

const PAGE = 100;
const FORGET_AFTER_MS = 30_000;

export interface Pages<Page> {
  /** Some page that has arrived; every page carries the totals. */
  readonly known: Page | undefined;
  readonly pending: boolean;
  readonly error: unknown;
  /** The page that holds a position, and the position inside it. */
  at(index: number): { readonly page: Page | undefined; readonly offset: number };
}

/**
 * Pages around what is in view; a long list never crosses at once, and pages that are out of sight for long are forgotten.
 * @param key channel and arguments, as `refresh` knows them
 * @param margin rows before and after what is in view that are asked for too, so that scrolling finds them there
 */
export function usePages<Page>(
  key: readonly [string, object],
  load: (page: { readonly offset: number; readonly limit: number }) => Promise<Page>,
  first: number,
  last: number,
  margin = 0,
): Pages<Page> {
  const from = Math.floor(Math.max(0, first - margin) / PAGE);
  const to = Math.floor(Math.max(0, last + margin) / PAGE);
  const numbers = useMemo(() => Array.from({ length: to - from + 1 }, (_, index) => from + index), [from, to]);
  return useNumberedPages(key, load, numbers);
}

/** The pages that hold these positions and no others: what is in view may be far apart. */
export function usePagesOf<Page>(
  key: readonly [string, object],
  load: (page: { readonly offset: number; readonly limit: number }) => Promise<Page>,
  positions: readonly number[],
): Pages<Page> {
  return useNumberedPages(key, load, [...new Set(positions.map((position) => Math.floor(position / PAGE)))]);
}

function useNumberedPages<Page>(
  key: readonly [string, object],
  load: (page: { readonly offset: number; readonly limit: number }) => Promise<Page>,
  numbers: readonly number[],
): Pages<Page> {
  const [channel, args] = key;
  const results = useQueries({
    queries: numbers.map((number) => {
      const page = { offset: number * PAGE, limit: PAGE };
      return { queryKey: [channel, { ...args, ...page }], queryFn: () => load(page), gcTime: FORGET_AFTER_MS };
    }),
  });
  return {
    known: results.find((result) => result.data !== undefined)?.data,
    pending: results.some((result) => result.isPending),
    error: results.find((result) => result.error)?.error ?? null,
    at: (index) => {
      const position = numbers.indexOf(Math.floor(index / PAGE));
      return { page: position < 0 ? undefined : results[position]?.data, offset: index % PAGE };
    },
  };
}
