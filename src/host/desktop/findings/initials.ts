import { pinyin } from 'pinyin-pro';

const known = new Map<string, string>();
const mostKnown = 200_000;

/** First letters of the pinyin of each character; letters and digits stay: 示例市公安局 → slsgaj. */
export function initialsOf(text: string): string {
  let initials = known.get(text);
  if (initials === undefined) {
    initials = pinyin(text.normalize('NFKC'), {
      pattern: 'first',
      toneType: 'none',
      type: 'array',
      nonZh: 'consecutive',
    })
      .join('')
      .toLowerCase()
      .replace(/[^a-z0-9]/gu, '');
    if (known.size >= mostKnown) known.clear();
    known.set(text, initials);
  }
  return initials;
}
