import { useEffect, useState } from 'react';
import { call } from '../../app/api.ts';
import { useApp } from '../../app/store.ts';
import { useReview } from './use-review.ts';

/**
 * The finding whose detail is shown: the one at the cursor, or one that was asked for from elsewhere. What is asked for takes the
 * cursor along; where the filter leaves it out it is shown all the same, until one moves on in the list.
 */
export function useShownFinding(atCursor: string | null): string | null {
  const asked = useApp((state) => state.findingId);
  const showFinding = useApp((state) => state.showFinding);
  const [opened, setOpened] = useState<string | null>(asked);
  const [lastAtCursor, setLastAtCursor] = useState<string | null>(atCursor);
  if (atCursor !== null && atCursor !== lastAtCursor) {
    setLastAtCursor(atCursor);
    // The list arriving is no move, nor is the cursor following what was asked for.
    if (lastAtCursor !== null && atCursor !== opened) setOpened(null);
  }
  useEffect(() => {
    if (asked === null) return;
    const { filter, order, moveTo } = useReview.getState();
    const show = (place: number | null): void => {
      if (place !== null) moveTo(place);
      setOpened(asked);
      showFinding(null);
    };
    call('findings.place', { id: asked, filter, order }).then(show, () => {
      // The detail says what went wrong.
      show(null);
    });
  }, [asked, showFinding]);
  return opened ?? atCursor;
}
