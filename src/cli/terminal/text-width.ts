import { textWidth } from '../../host/output/text-width.ts';

/** Fills a text with spaces up to a width. */
export function padded(text: string, width: number, side: 'left' | 'right' = 'right'): string {
  const space = ' '.repeat(Math.max(0, width - textWidth(text)));
  return side === 'right' ? text + space : space + text;
}

/** Cuts a text to a width; an ellipsis says that it was cut. */
export function clipped(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let out = '';
  let taken = 0;
  for (const character of text) {
    const next = textWidth(character);
    if (taken + next > width - 1) break;
    out += character;
    taken += next;
  }
  return `${out}…`;
}

/** Control characters of a file's content or name must not steer the terminal. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}
