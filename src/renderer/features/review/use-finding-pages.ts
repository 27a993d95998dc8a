import type { FindingRow, FindingsFilter, FindingsOrder } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { usePages } from '../../app/use-pages.ts';

export interface FindingPages {
  readonly total: number;
  readonly all: number;
  readonly cases: number;
  /** Nothing has arrived yet. */
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
  margin = 0,
): FindingPages {
  const pages = usePages(
    ['findings.list', { filter, order }],
    (page) => call('findings.list', { filter, order, ...page }),
    first,
    last,
    margin,
  );
  const { known } = pages;
  return {
    total: known?.total ?? 0,
    all: known?.all ?? 0,
    cases: known?.cases ?? 0,
    loading: known === undefined && pages.pending,
    error: pages.error,
    row: (index) => {
      const { page, offset } = pages.at(index);
      return page?.rows[offset];
    },
  };
}
