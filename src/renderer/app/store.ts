import { create } from 'zustand';
import type { JobEvent } from '../../contract/model.ts';

export const places = [
  'workbench',
  'import',
  'map',
  'validate',
  'run',
  'review',
  'report',
  'source',
  'checklist',
  'statistics',
  'rules',
  'log',
  'settings',
  'help',
] as const;

/** Where one is. The six steps belong to an inspection; the others stand in the rail. */
export type Place = (typeof places)[number];

/** What a screen is asked to do as soon as it stands: a command from elsewhere. */
export type Wish =
  | { readonly what: 'create' | 'choose' | 'sample' | 'files' | 'run' | 'export' | 'keys' }
  | { readonly what: 'open'; readonly path: string };

const placeOfWish: Readonly<Record<Wish['what'], Place>> = {
  create: 'workbench',
  choose: 'workbench',
  sample: 'workbench',
  open: 'workbench',
  files: 'import',
  run: 'run',
  export: 'report',
  keys: 'help',
};

/** A cell to show in the source viewer. */
export interface SourceTarget {
  readonly sheetId: number;
  readonly row: number;
  readonly cell: string | null;
}

/** A row that a trial of a rule is to take. */
export interface TrialRow {
  readonly sheetId: number;
  readonly row: number;
}

interface AppState {
  readonly place: Place;
  readonly target: SourceTarget | null;
  readonly ruleId: string | null;
  /** `null`: none is waiting. */
  readonly trialRow: TrialRow | null;
  /** What is looked for in the rule library. */
  readonly ruleText: string;
  readonly wish: Wish | null;
  readonly findingId: string | null;
  readonly jobs: Readonly<Record<string, JobEvent>>;
  readonly go: (place: Place) => void;
  readonly showSource: (target: SourceTarget) => void;
  readonly showRule: (ruleId: string, trialRow?: TrialRow) => void;
  readonly rowTaken: () => void;
  readonly showRules: (text: string) => void;
  /** `null`: the finding that was asked for is shown. */
  readonly showFinding: (findingId: string | null) => void;
  readonly ask: (wish: Wish) => void;
  readonly granted: () => void;
  readonly onJob: (event: JobEvent) => void;
}

export const useApp = create<AppState>()((set) => ({
  place: 'workbench',
  target: null,
  ruleId: null,
  trialRow: null,
  ruleText: '',
  wish: null,
  findingId: null,
  jobs: {},
  go: (place) => {
    set({ place });
  },
  showSource: (target) => {
    set({ place: 'source', target });
  },
  showRule: (ruleId, trialRow) => {
    set({ place: 'rules', ruleId, trialRow: trialRow ?? null });
  },
  rowTaken: () => {
    set({ trialRow: null });
  },
  showRules: (ruleText) => {
    set({ place: 'rules', ruleText });
  },
  showFinding: (findingId) => {
    set(findingId === null ? { findingId } : { place: 'review', findingId });
  },
  ask: (wish) => {
    set({ place: placeOfWish[wish.what], wish });
  },
  granted: () => {
    set({ wish: null });
  },
  onJob: (event) => {
    set((state) => ({ jobs: { ...state.jobs, [event.job]: event } }));
  },
}));
