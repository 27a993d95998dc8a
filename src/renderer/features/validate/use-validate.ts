import { create } from 'zustand';

export const facetIds = ['code', 'field', 'file'] as const;
export type ProblemFacet = (typeof facetIds)[number];
export type ProblemFilter = Readonly<Record<ProblemFacet, string | null>>;

const everything: ProblemFilter = { code: null, field: null, file: null };

interface ValidateState {
  readonly filter: ProblemFilter;
  readonly cursor: number;
  readonly choose: (facet: ProblemFacet, value: string | null) => void;
  /** Only the problems of one file, whatever was chosen before. */
  readonly onlyFile: (file: string) => void;
  readonly clear: () => void;
  readonly moveTo: (cursor: number) => void;
}

/** Filter and place of the validation screen; kept while one looks at other screens. */
export const useValidate = create<ValidateState>()((set) => ({
  filter: everything,
  cursor: 0,
  choose: (facet, value) => {
    set((state) => ({ filter: { ...state.filter, [facet]: value }, cursor: 0 }));
  },
  onlyFile: (file) => {
    set({ filter: { ...everything, file }, cursor: 0 });
  },
  clear: () => {
    set({ filter: everything, cursor: 0 });
  },
  moveTo: (cursor) => {
    set({ cursor });
  },
}));
