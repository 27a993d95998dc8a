import { create } from 'zustand';

interface MapState {
  /** The sheet whose headers are looked at; kept while one looks at other screens. */
  readonly sheetId: number | null;
  readonly choose: (sheetId: number) => void;
}

export const useMap = create<MapState>()((set) => ({
  sheetId: null,
  choose: (sheetId) => {
    set({ sheetId });
  },
}));
