import { useEffect } from 'react';
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
    // Another inspection's filter must not be remembered for this one; what was pressed before the name of the first one came is its own.
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
    const stop = useReview.subscribe((now, before) => {
      const same = now.filter === before.filter && now.order === before.order && now.columns === before.columns;
      // Entering an inspection is no change of its view.
      if (same || now.viewed === null || now.viewed !== before.viewed) return;
      clearTimeout(timer);
      timer = setTimeout(() => void call('views.remember', { view: viewOf(now) }).catch(() => undefined), PAUSE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
}
