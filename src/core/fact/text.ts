const PLAIN = /^[\u4e00-\u9fa5A-Za-z0-9]*$/;

/** Texts repeat (results, reasons, keywords): their comparable forms are remembered, up to a bound. */
const REMEMBERED = 20_000;
const LONGEST_REMEMBERED = 64;
const remembered = new Map<string, string>();

function comparableForm(text: string): string {
  return PLAIN.test(text) ? text : text.normalize('NFKC').replace(/\s+/gu, '');
}

/** Text for keyword comparison: compatibility forms unified (NFKC), all white space removed. */
export function comparableText(text: string): string {
  if (text.length > LONGEST_REMEMBERED) return comparableForm(text);
  let form = remembered.get(text);
  if (form === undefined) {
    form = comparableForm(text);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(text, form);
  }
  return form;
}
