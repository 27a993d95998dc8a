import type { ReactElement } from 'react';
import { Workbench } from '../features/workbench/Workbench.tsx';
import type { Place } from './store.ts';

/** The screen of a place. Places of an inspection fall back to the workbench while none is open. */
export function Screen({ place, open }: { readonly place: Place; readonly open: boolean }): ReactElement {
  void place;
  void open;
  return <Workbench />;
}
