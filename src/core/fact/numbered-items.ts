const CHINESE = '一二三四五六七八九十';
const MARKS: readonly (readonly [RegExp, (found: string) => number])[] = [
  [/[（(]([一二三四五六七八九十])[)）]/gu, (found) => CHINESE.indexOf(found) + 1],
  [/(?:^|[。；;，,\s：:])([一二三四五六七八九十])[、.．是]/gu, (found) => CHINESE.indexOf(found) + 1],
  [/[（(](\d{1,2})[)）]/gu, Number],
  [/(?:^|[。；;，,\s：:])(\d{1,2})[、.．](?!\d)/gu, Number],
  [/([①②③④⑤⑥⑦⑧⑨⑩])/gu, (found) => '①②③④⑤⑥⑦⑧⑨⑩'.indexOf(found) + 1],
];

/**
 * How many items a text numbers from one on: 一、…；二、… are two, and a bare 3 or 3项 is three. `null` where it numbers
 * none, or not in order.
 */
export function itemsIn(text: string): number | null {
  const bare = /^(\d{1,2})[个项条]?$/u.exec(text.trim());
  if (bare !== null) return Number(bare[1]);
  for (const [mark, valueOf] of MARKS) {
    const numbers = [...text.matchAll(mark)].map((match) => valueOf(match[1] ?? ''));
    if (numbers.length > 0) return numbers.every((number, index) => number === index + 1) ? numbers.length : null;
  }
  return null;
}
