import { create } from 'zustand';
import type { FindingsFilter, FindingsOrder, FindingsView } from '../../../contract/model.ts';

export const noFilter: FindingsFilter = {
  class: [],
  severity: [],
  state: [],
  ruleId: [],
  party: [],
  clause: [],
  change: [],
  month: [],
  text: '',
};

export type ListColumn = FindingsView['columns'][number];
export const listColumns: readonly ListColumn[] = ['party', 'subject', 'assignee', 'change'];
const usualColumns: readonly ListColumn[] = ['party', 'assignee'];
const usualOrder: FindingsOrder = { group: 'case', by: 'severity' };

export type FacetId = Exclude<keyof FindingsFilter, 'text'>;

interface ReviewState {
  readonly filter: FindingsFilter;
  readonly order: FindingsOrder;
  readonly columns: readonly ListColumn[];
  /** Path of the inspection that this is a view of. */
  readonly viewed: string | null;
  /** Index in the list of the finding shown. */
  readonly cursor: number;
  readonly ticked: ReadonlySet<string>;
  /** Where a range of ticks began. */
  readonly anchor: number | null;
  readonly toggle: (facet: FacetId, value: string) => void;
  /** Shows what fits this and nothing else: a number elsewhere was pressed. */
  readonly showOnly: (filter: Partial<FindingsFilter>) => void;
  readonly setText: (text: string) => void;
  readonly clear: () => void;
  readonly setOrder: (order: Partial<FindingsOrder>) => void;
  readonly setColumns: (columns: readonly ListColumn[]) => void;
  /** Looks at the findings as this view says. */
  readonly take: (view: FindingsView) => void;
  /** Another inspection: as it was left, or as new. */
  readonly begin: (inspection: string, view: FindingsView | null) => void;
  readonly moveTo: (index: number) => void;
  readonly tick: (ids: readonly string[], on: boolean) => void;
  readonly setAnchor: (index: number | null) => void;
  readonly untickAll: () => void;
}

/** Another list begins at its first row with nothing ticked: what one does not see is never decided upon. */
const atStart = (): Pick<ReviewState, 'cursor' | 'anchor' | 'ticked'> => ({
  cursor: 0,
  anchor: null,
  ticked: new Set<string>(),
});

export const viewOf = ({ filter, order, columns }: ReviewState): FindingsView => ({
  filter,
  order,
  columns: [...columns],
});

/** Filter, order, place and ticks of the review; kept while one looks at other screens. */
export const useReview = create<ReviewState>()((set) => ({
  filter: noFilter,
  order: usualOrder,
  columns: usualColumns,
  viewed: null,
  cursor: 0,
  ticked: new Set<string>(),
  anchor: null,
  toggle: (facet, value) => {
    set(({ filter }) => {
      const values: readonly string[] = filter[facet];
      const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
      return { filter: { ...filter, [facet]: next }, ...atStart() };
    });
  },
  showOnly: (filter) => {
    set({ filter: { ...noFilter, ...filter }, ...atStart() });
  },
  setText: (text) => {
    set(({ filter }) => ({ filter: { ...filter, text }, ...atStart() }));
  },
  clear: () => {
    set({ filter: noFilter, ...atStart() });
  },
  setOrder: (order) => {
    set((state) => ({ order: { ...state.order, ...order }, cursor: 0, anchor: null }));
  },
  setColumns: (columns) => {
    set({ columns });
  },
  take: ({ filter, order, columns }) => {
    set({ filter, order, columns, ...atStart() });
  },
  begin: (viewed, view) => {
    const { filter, order, columns } = view ?? { filter: noFilter, order: usualOrder, columns: usualColumns };
    set({ viewed, filter, order, columns, ...atStart() });
  },
  moveTo: (cursor) => {
    set({ cursor });
  },
  tick: (ids, on) => {
    set((state) => {
      const ticked = new Set(state.ticked);
      for (const id of ids) {
        if (on) ticked.add(id);
        else ticked.delete(id);
      }
      return { ticked };
    });
  },
  setAnchor: (anchor) => {
    set({ anchor });
  },
  untickAll: () => {
    set({ ticked: new Set<string>(), anchor: null });
  },
}));
