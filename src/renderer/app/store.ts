import { create } from 'zustand';
import type { JobEvent } from '../../contract/model.ts';

/** Where one is. The six steps belong to an inspection; the others stand in the rail. */
export type Place =
  | 'workbench'
  | 'import'
  | 'map'
  | 'validate'
  | 'run'
  | 'review'
  | 'report'
  | 'source'
  | 'statistics'
  | 'rules'
  | 'log'
  | 'settings'
  | 'help';

/** A cell to show in the source viewer. */
export interface SourceTarget {
  readonly sheetId: number;
  readonly row: number;
  readonly cell: string | null;
}

interface AppState {
  readonly place: Place;
  readonly target: SourceTarget | null;
  readonly ruleId: string | null;
  readonly findingId: string | null;
  readonly jobs: Readonly<Record<string, JobEvent>>;
  readonly go: (place: Place) => void;
  readonly showSource: (target: SourceTarget) => void;
  readonly showRule: (ruleId: string) => void;
  readonly showFinding: (findingId: string) => void;
  readonly onJob: (event: JobEvent) => void;
}

export const useApp = create<AppState>()((set) => ({
  place: 'workbench',
  target: null,
  ruleId: null,
  findingId: null,
  jobs: {},
  go: (place) => {
    set({ place });
  },
  showSource: (target) => {
    set({ place: 'source', target });
  },
  showRule: (ruleId) => {
    set({ place: 'rules', ruleId });
  },
  showFinding: (findingId) => {
    set({ place: 'review', findingId });
  },
  onJob: (event) => {
    set((state) => ({ jobs: { ...state.jobs, [event.job]: event } }));
  },
}));
