/** Reading XML straight from its bytes, for the common forms only. */

/** Thrown where the fast readers meet what they do not know for sure; a full XML parser then takes over. */
export class UnusualXml extends Error {
  override readonly name = 'UnusualXml';
}

export function unusual(what: string): never {
  throw new UnusualXml(what);
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function entity(whole: string, body: string): string {
  if (Object.hasOwn(NAMED_ENTITIES, body)) return NAMED_ENTITIES[body] ?? whole;
  const match = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(body);
  if (!match) return unusual(`entity ${whole}`);
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : unusual(`entity ${whole}`);
}

/** Undoes the escapes `_xHHHH_` by which spreadsheets keep characters that XML cannot hold (`_x000D_` is a carriage return). */
export function unescapeSpreadsheetText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Character data between two tags: line ends, entities and spreadsheet escapes resolved. */
export function xmlText(bytes: Buffer, start: number, end: number): string {
  const raw = bytes.toString('utf8', start, end).replace(/\r\n?/g, '\n');
  const text = raw.includes('&') ? raw.replace(/&([^;&]*);?/g, entity) : raw;
  return unescapeSpreadsheetText(text);
}

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const SLASH = 0x2f;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

/** Position after the `>` of the tag that starts at or before `from`; quoted attribute values may hold any `>`. */
export function tagEnd(bytes: Buffer, from: number, end: number): number {
  for (let position = from; position < end; position++) {
    const byte = bytes[position];
    if (byte === GREATER_THAN) return position + 1;
    if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) {
      position = bytes.indexOf(byte, position + 1);
      if (position < 0) break;
    }
  }
  return unusual('tag without end');
}

function isSelfClosed(bytes: Buffer, afterTag: number): boolean {
  return bytes[afterTag - 2] === SLASH;
}

/**
 * Text of a string item or inline string (`<t>`, or runs `<r>` with `<t>`), from its content's bytes. Phonetic runs (`<rPh>`) are
 * reading aids, not text.
 */
export function stringItemText(bytes: Buffer, start: number, end: number): string {
  let text = '';
  let position = start;
  while (position < end) {
    const open = bytes.indexOf(LESS_THAN, position);
    if (open < 0 || open >= end) break;
    const afterTag = tagEnd(bytes, open + 1, end);
    const name = /^\/?[A-Za-z]+/.exec(bytes.toString('latin1', open + 1, Math.min(open + 14, afterTag)))?.[0];
    position = afterTag;
    switch (name) {
      case 't': {
        if (isSelfClosed(bytes, afterTag)) break;
        const close = bytes.indexOf(LESS_THAN, afterTag);
        if (close < 0 || bytes.toString('latin1', close, close + 4) !== '</t>') return unusual('markup in text');
        text += xmlText(bytes, afterTag, close);
        position = close + 4;
        break;
      }
      case 'rPh':
      case 'rPr': {
        if (isSelfClosed(bytes, afterTag)) break;
        const close = bytes.indexOf(`</${name}>`, afterTag);
        if (close < 0 || close >= end) return unusual(`${name} without end`);
        position = close + name.length + 3;
        break;
      }
      case 'r':
      case '/r':
      case 'phoneticPr':
        break;
      default:
        return unusual('unknown element in text');
    }
  }
  return text;
}
