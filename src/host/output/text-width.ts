/** Characters that take two columns on a terminal: CJK, kana, hangul, full-width forms. */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns that a text takes on a terminal, or characters of width in a sheet's column: Chinese takes two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : zeroWidth.test(character) ? 0 : 1;
  return width;
}
