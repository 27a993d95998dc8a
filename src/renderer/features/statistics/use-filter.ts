import { create } from 'zustand';
import type { FindingsFilter, StatisticsFilter } from '../../../contract/model.ts';
import { useCall } from '../../app/queries.ts';

export const filterIds = ['party', 'clause', 'state', 'month'] as const satisfies readonly (keyof StatisticsFilter)[];

const noFilter: StatisticsFilter = { party: [], clause: [], state: [], month: [] };

interface Kept {
  /** Path of the inspection that it narrows. */
  readonly path: string | null;
  readonly filter: StatisticsFilter;
}

/** Kept while one looks at the rows of a number and comes back. */
const useKept = create<Kept>()(() => ({ path: null, filter: noFilter }));

interface Filtering {
  readonly filter: StatisticsFilter;
  readonly isFiltered: boolean;
  readonly narrow: (change: Partial<StatisticsFilter>) => void;
  readonly clear: () => void;
  /** Narrowed further: the filter under which the review shows the rows of a number. Findings that are gone are not counted. */
  readonly within: (more: Partial<FindingsFilter>) => Partial<FindingsFilter>;
}

export function useFilter(): Filtering {
  const { data: overview } = useCall('inspection.overview', {});
  const path = overview?.path ?? null;
  const kept = useKept();
  const filter = kept.path === path ? kept.filter : noFilter;
  return {
    filter,
    isFiltered: filterIds.some((id) => filter[id].length > 0),
    narrow: (change) => {
      useKept.setState({ path, filter: { ...filter, ...change } });
    },
    clear: () => {
      useKept.setState({ path, filter: noFilter });
    },
    within: (more) => ({ ...filter, change: ['new', 'changed', 'unchanged'], ...more }),
  };
}
