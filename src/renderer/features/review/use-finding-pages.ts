import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FindingRow, FindingsFilter, FindingsOrder } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';

const PAGE = 100;

export interface FindingPages {
  readonly total: number;
  readonly all: number;
  readonly cases: number;
  readonly loading: boolean;
  readonly error: unknown;
  row(index: number): FindingRow | undefined;
}

/** The findings as pages around what is in view; the whole list never crosses at once. */
export function useFindingPages(
  filter: FindingsFilter,
  order: FindingsOrder,
  first: number,
  last: number,
): FindingPages {
  const pages = useMemo(() => {
    const from = Math.floor(Math.max(0, first) / PAGE);
    const to = Math.floor(Math.max(0, last) / PAGE);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  }, [first, last]);
  const results = useQueries({
    queries: pages.map((page) => {
      const args = { filter, order, offset: page * PAGE, limit: PAGE };
      return { queryKey: ['findings.list', args], queryFn: () => call('findings.list', args) };
    }),
  });
  const known = results.find((result) => result.data)?.data;
  return {
    total: known?.total ?? 0,
    all: known?.all ?? 0,
    cases: known?.cases ?? 0,
    loading: known === undefined && results.some((result) => result.isPending),
    error: results.find((result) => result.error)?.error ?? null,
    row: (index) => {
      const position = pages.indexOf(Math.floor(index / PAGE));
      return position < 0 ? undefined : results[position]?.data?.rows[index % PAGE];
    },
  };
}
