import { useEffect, useRef } from 'react';
import { useApp, type Wish } from './store.ts';

/** Does what was asked of this screen from elsewhere, once, as soon as the screen can. */
export function useWish<What extends Wish['what']>(
  what: What,
  grant: (wish: Extract<Wish, { readonly what: What }>) => void,
  ready = true,
): void {
  const wish = useApp((state) => state.wish);
  const latest = useRef(grant);
  useEffect(() => {
    latest.current = grant;
  });
  useEffect(() => {
    if (!ready || wish?.what !== what) return;
    useApp.getState().granted();
    latest.current(wish as Extract<Wish, { readonly what: What }>);
  }, [wish, what, ready]);
}
