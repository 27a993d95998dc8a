import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';

/**
 * How many of the controls at the end of a bar do not fit beside the others, and are folded away.
 * @param most how many may be folded
 * @param words what makes the controls as wide as they are, besides the size of letters
 */
export function useFolded(bar: RefObject<HTMLElement | null>, most: number, words: string): number {
  const [size, setSize] = useState('');
  const [fitted, setFitted] = useState({ to: '', folded: 0 });
  const to = `${size} ${words}`;
  const folded = fitted.to === to ? fitted.folded : 0;
  useEffect(() => {
    const element = bar.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => {
      // Its height follows the letters.
      setSize(`${String(element.clientWidth)} ${String(element.clientHeight)}`);
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
    };
  }, [bar]);
  // Before anything is drawn: one more each time, until they fit.
  useLayoutEffect(() => {
    const element = bar.current;
    if (element !== null && folded < most && element.scrollWidth > element.clientWidth)
      setFitted({ to, folded: folded + 1 });
  }, [bar, folded, most, to]);
  return folded;
}
