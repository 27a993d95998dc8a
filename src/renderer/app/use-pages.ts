import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';

const PAGE = 100;

export interface Pages<Page> {
  /** Some page that has arrived; every page carries the totals. */
  readonly known: Page | undefined;
  readonly pending: boolean;
  readonly error: unknown;
  /** The page that holds a position, and the position inside it. */
  at(index: number): { readonly page: Page | undefined; readonly offset: number };
}

/** Pages around what is in view; a long list never crosses at once. `key` names channel and arguments, as `refresh` knows them. */
export function usePages<Page>(
  key: readonly [string, object],
  load: (page: { readonly offset: number; readonly limit: number }) => Promise<Page>,
  first: number,
  last: number,
): Pages<Page> {
  const numbers = useMemo(() => {
    const from = Math.floor(Math.max(0, first) / PAGE);
    const to = Math.floor(Math.max(0, last) / PAGE);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  }, [first, last]);
  const [channel, args] = key;
  const results = useQueries({
    queries: numbers.map((number) => {
      const page = { offset: number * PAGE, limit: PAGE };
      return { queryKey: [channel, { ...args, ...page }], queryFn: () => load(page) };
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
