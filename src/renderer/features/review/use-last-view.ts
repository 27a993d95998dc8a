import { useEffect } from 'react';
import type { FindingsView } from '../../../contract/model.ts';
import { call } from '../../app/api.ts';
import { useCall } from '../../app/queries.ts';
import { noFilter, useReview, viewOf } from './use-review.ts';

/** One waits for a pause, not for every letter of a search. */
const PAUSE_MS = 500;

/** The list stands as one left it when the inspection is opened again, and as new for another one. */
export function useLastView(): void {
  const { data: overview } = useCall('inspection.overview', {});
  const path = overview?.path ?? null;
  useEffect(() => {
    const state = useReview.getState();
    const { viewed, begin } = state;
    if (path === null || viewed === path) return;
    // Another inspection's filter must not be remembered for this one. What was pressed before the name of the first one came
    // is its own.
    begin(path, viewed === null && state.filter !== noFilter ? viewOf(state) : null);
    call('views.last', {}).then(
      (view) => {
        const { filter, viewed: now } = useReview.getState();
        // A number elsewhere may have been pressed meanwhile.
        if (view !== null && now === path && filter === noFilter) begin(path, view);
      },
      () => undefined,
    );
  }, [path]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waiting: FindingsView | null = null;
    const remember = (): void => {
      clearTimeout(timer);
      if (waiting !== null) void call('views.remember', { view: waiting }).catch(() => undefined);
      waiting = null;
    };
    const stop = useReview.subscribe((now, before) => {
      // Entering an inspection is no change of its view, and what waits is not its view.
      if (now.viewed !== before.viewed) waiting = null;
      const same = now.filter === before.filter && now.order === before.order && now.columns === before.columns;
      if (same || now.viewed === null || now.viewed !== before.viewed) return;
      clearTimeout(timer);
      waiting = viewOf(now);
      timer = setTimeout(remember, PAUSE_MS);
    });
    // Who leaves within the pause finds it as it was left all the same.
    window.addEventListener('pagehide', remember);
    return () => {
      window.removeEventListener('pagehide', remember);
      remember();
      stop();
    };
  }, []);
}
