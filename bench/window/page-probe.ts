/** Measures in the page itself: what is counted is what a person sees, from the press of a key to the painted frame. */
import type { Page } from '@playwright/test';

/**
 * Clicks, and waits until each of `wanted` is on the screen.
 * @returns milliseconds from the click to the end of the frame in which each was first found, by its name
 */
export async function clickUntil<Name extends string>(
  page: Page,
  target: string,
  wanted: Readonly<Record<Name, string>>,
): Promise<Record<Name, number>> {
  const names: Readonly<Record<string, string>> = wanted;
  return page.evaluate(
    ([button, selectors]) =>
      new Promise<Record<string, number>>((resolve, reject) => {
        const element = document.querySelector<HTMLElement>(button);
        if (element === null) {
          reject(new Error(`nothing to click: ${button}`));
          return;
        }
        const found: Record<string, number> = {};
        const waiting = new Map(Object.entries(selectors));
        const started = performance.now();
        const look = (): void => {
          const shown = [...waiting].filter(([, selector]) => document.querySelector(selector) !== null);
          for (const [name] of shown) waiting.delete(name);
          // The frame that is about to be painted shows it; the next one begins after it was painted.
          requestAnimationFrame(() => {
            for (const [name] of shown) found[name] = performance.now() - started;
            if (waiting.size === 0) resolve(found);
            else if (performance.now() - started > 30_000)
              reject(new Error(`not shown: ${[...waiting.keys()].join()}`));
            else look();
          });
        };
        element.click();
        requestAnimationFrame(look);
      }),
    [target, names] as const,
  );
}

export interface ScrollFigures {
  readonly rowsPassed: number;
  readonly frames: number;
  /** Frames in which a row in view had no content yet. */
  readonly framesWithBlankRows: number;
  /** Milliseconds of tasks over 50 ms on the page's main thread. */
  readonly longTasks: readonly number[];
}

/** Scrolls down at a steady speed, as a held page key or a spun wheel does. */
export async function scrollSteadily(
  page: Page,
  {
    list,
    blank,
    rowPixels,
    rowsPerSecond,
    seconds,
  }: {
    readonly list: string;
    readonly blank: string;
    readonly rowPixels: number;
    readonly rowsPerSecond: number;
    readonly seconds: number;
  },
): Promise<ScrollFigures> {
  return page.evaluate(
    (given) =>
      new Promise<ScrollFigures>((resolve, reject) => {
        const scroller = document.querySelector<HTMLElement>(given.list);
        if (scroller === null) {
          reject(new Error(`nothing to scroll: ${given.list}`));
          return;
        }
        const longTasks: number[] = [];
        const observer = new PerformanceObserver((entries) => {
          for (const { duration } of entries.getEntries()) longTasks.push(Math.round(duration));
        });
        observer.observe({ type: 'longtask' });
        const top = scroller.scrollTop;
        const started = performance.now();
        let frames = 0;
        let framesWithBlankRows = 0;
        const inView = (element: Element): boolean => {
          const box = element.getBoundingClientRect();
          const frame = scroller.getBoundingClientRect();
          return box.bottom > frame.top && box.top < frame.bottom;
        };
        const step = (): void => {
          frames += 1;
          if ([...scroller.querySelectorAll(given.blank)].some(inView)) framesWithBlankRows += 1;
          const elapsed = (performance.now() - started) / 1000;
          if (elapsed >= given.seconds) {
            // Long tasks are told of a little later.
            setTimeout(() => {
              observer.disconnect();
              const rowsPassed = Math.round((scroller.scrollTop - top) / given.rowPixels);
              resolve({ rowsPassed, frames, framesWithBlankRows, longTasks });
            }, 300);
            return;
          }
          scroller.scrollTop = top + elapsed * given.rowsPerSecond * given.rowPixels;
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    { list, blank, rowPixels, rowsPerSecond, seconds },
  );
}

/** Milliseconds until every row in view has content after the scroll bar was dragged to a place (0 is the top, 1 the bottom). */
export async function jumpTo(page: Page, list: string, blank: string, place: number): Promise<number> {
  return page.evaluate(
    ([scrolled, unwanted, to]) =>
      new Promise<number>((resolve, reject) => {
        const scroller = document.querySelector<HTMLElement>(scrolled);
        if (scroller === null) {
          reject(new Error(`nothing to scroll: ${scrolled}`));
          return;
        }
        const started = performance.now();
        scroller.scrollTop = to * (scroller.scrollHeight - scroller.clientHeight);
        let quiet = 0;
        const look = (): void => {
          // The first frames may still show the rows of before.
          quiet = scroller.querySelector(unwanted) === null ? quiet + 1 : 0;
          if (quiet >= 3) resolve(performance.now() - started);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    [list, blank, place] as const,
  );
}
