/**
 * Pixels of a rem, as `applyTokens` set it. Lists ask with every step of scrolling: for the computed size the page would be laid
 * out anew each time.
 */
export const remPixels = (): number => Number.parseFloat(document.documentElement.style.fontSize);
