const PLAIN = /^[\u4e00-\u9fa5A-Za-z0-9]*$/;

/** Text for keyword comparison: compatibility forms unified (NFKC), all white space removed. */
export function comparableText(text: string): string {
  return PLAIN.test(text) ? text : text.normalize('NFKC').replace(/\s+/gu, '');
}
