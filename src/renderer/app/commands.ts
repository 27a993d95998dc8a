/** What can be asked for from the menu and from the palette, by one name in both. */
import type { Settings } from '../../contract/model.ts';
import { call } from './api.ts';
import { queryClient, refresh } from './queries.ts';
import { places, useApp, type Place, type Wish } from './store.ts';

async function set(change: Partial<Settings>): Promise<void> {
  await call('settings.set', change);
  await refresh();
}

async function resize(change: (percent: number) => number): Promise<void> {
  const now = queryClient.getQueryData<Settings>(['settings.get', {}])?.fontSizePercent ?? 100;
  await set({ fontSizePercent: Math.min(150, Math.max(90, change(now))) });
}

const ask = (what: Exclude<Wish['what'], 'open'>) => (): void => {
  useApp.getState().ask({ what });
};

interface Command {
  /** Does something with the inspection that is open. */
  readonly inspection: boolean;
  readonly run: () => void;
}
const always = (run: () => void): Command => ({ inspection: false, run });
const withInspection = (run: () => void): Command => ({ inspection: true, run });

/** Commands that are no place to go to. */
const acts = {
  'inspection:create': always(ask('create')),
  'inspection:open': always(ask('choose')),
  'inspection:sample': always(ask('sample')),
  'inspection:close': withInspection(() => void call('inspection.close', {}).then(() => refresh())),
  'files:import': withInspection(ask('files')),
  'check:run': withInspection(ask('run')),
  'report:export': withInspection(ask('export')),
  'help:keys': always(ask('keys')),
  'text:larger': always(() => void resize((percent) => percent + 10)),
  'text:smaller': always(() => void resize((percent) => percent - 10)),
  'text:reset': always(() => void resize(() => 100)),
  'theme:light': always(() => void set({ theme: 'light' })),
  'theme:dark': always(() => void set({ theme: 'dark' })),
  'theme:system': always(() => void set({ theme: 'system' })),
  'language:zh': always(() => void set({ language: 'zh' })),
  'language:en': always(() => void set({ language: 'en' })),
} as const satisfies Readonly<Record<string, Command>>;

export type ActName = keyof typeof acts;
export const actNames = Object.keys(acts) as readonly ActName[];
export const needsInspection = (name: ActName): boolean => acts[name].inspection;

const freePlaces: ReadonlySet<Place> = new Set(['workbench', 'rules', 'settings', 'help']);
/** Places that can be gone to now. */
export const placesOpen = (inspection: boolean): readonly Place[] =>
  places.filter((place) => inspection || freePlaces.has(place));

const isAct = (name: string): name is ActName => Object.hasOwn(acts, name);
const isPlace = (name: string): name is Place => places.some((place) => place === name);

/** @param name of an act, or `go:` and a place; other names do nothing */
export function runCommand(name: string): void {
  const place = name.startsWith('go:') ? name.slice(3) : '';
  if (isPlace(place)) useApp.getState().go(place);
  else if (isAct(name)) acts[name].run();
}
