import { saysNotDone } from '../register/value/normalise.ts';

/** Texts repeat (results, reasons, keywords): their comparable forms are remembered, up to a bound. */
const REMEMBERED = 20_000;
const LONGEST_REMEMBERED = 64;
let remembered = new Map<string, string>();
let rememberedBefore = new Map<string, string>();

/**
 * Characters that are their own comparable form wherever they stand: visible ASCII, the Chinese characters of the basic
 * block, and CJK punctuation that has no compatibility form (、。〃 and the brackets 〈〉《》「」『』【】).
 */
function isComparable(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x21 && code <= 0x7e) ||
    (code >= 0x3001 && code <= 0x3003) ||
    (code >= 0x3008 && code <= 0x3011)
  );
}

const FIRST_FULL_WIDTH = 0xff01;
const LAST_FULL_WIDTH = 0xff5e;
const FULL_WIDTH_SHIFT = 0xfee0;

/** The comparable form of a character of such a text as {@link isReadableInPlace} allows: full-width forms are ASCII. */
export function comparableCode(code: number): number {
  return code >= FIRST_FULL_WIDTH && code <= LAST_FULL_WIDTH ? code - FULL_WIDTH_SHIFT : code;
}

/** Whether each character has its comparable form by itself: nothing is left out, put together or taken apart. */
export function isReadableInPlace(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (!isComparable(comparableCode(text.charCodeAt(index)))) return false;
  }
  return true;
}

/** Whether the text is its own comparable form. Looking at each character costs less than asking a table for the text. */
function isComparableForm(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (!isComparable(text.charCodeAt(index))) return false;
  return true;
}

function comparableForm(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

/** 否 and a cross answer columns that ask whether there is one: 其他有权机关扣划 否, 法院批准 ×. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['无', '没有', '暂无', '不适用', '空', '空白', '否', '×']);
const LONGEST_NOTHING = 3;
/** First characters of what `saysNotDone` finds: most texts need no pattern. */
const NEGATED: ReadonlySet<string> = new Set(['未', '尚', '暂', '还', '仍', '没']);

/** Whether a cell says in words that there is nothing: a reason 无, a permit 否, a notice 未出具, an outcome 未处置. */
export function saysNothing(text: string): boolean {
  return (
    (text.length <= LONGEST_NOTHING && SAYS_NOTHING.has(text)) || (NEGATED.has(text.charAt(0)) && saysNotDone(text))
  );
}

/** Text for keyword comparison: compatibility forms unified (NFKC), all white space removed. */
export function comparableText(text: string): string {
  if (isComparableForm(text)) return text;
  if (text.length > LONGEST_REMEMBERED) return comparableForm(text);
  let form = remembered.get(text);
  if (form !== undefined) return form;
  form = rememberedBefore.get(text) ?? comparableForm(text);
  if (remembered.size >= REMEMBERED) {
    rememberedBefore = remembered;
    remembered = new Map();
  }
  remembered.set(text, form);
  return form;
}
