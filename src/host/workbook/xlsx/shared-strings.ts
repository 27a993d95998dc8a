import { corrupt } from '../error-codes.ts';
import type { SharedTexts } from '../row-store.ts';
import { readXml, xmlEncoding } from '../xml.ts';
import { MAIN_NAMESPACES } from './package-parts.ts';
import { stringItemText, tagEnd, unescapeSpreadsheetText, UnusualXml, unusual } from './xml-text.ts';

const CACHE_SIZE = 2 ** 16;

/**
 * Shared strings as slices of the part's own bytes: a register of a million rows has millions of strings, and they become
 * JavaScript strings only while a row that uses them is looked at.
 */
class SlicedStrings implements SharedTexts {
  readonly count: number;
  readonly #bytes: Buffer;
  readonly #bounds: Uint32Array;
  /** Items that are not one plain run. */
  readonly #composed: ReadonlyMap<number, string>;
  readonly #cachedIndex = new Int32Array(CACHE_SIZE).fill(-1);
  readonly #cachedText: string[] = new Array<string>(CACHE_SIZE).fill('');

  constructor(bytes: Buffer, bounds: Uint32Array, count: number, composed: ReadonlyMap<number, string>) {
    this.count = count;
    this.#bytes = bytes;
    this.#bounds = bounds;
    this.#composed = composed;
  }

  text(index: number): string {
    const slot = index % CACHE_SIZE;
    if (this.#cachedIndex[slot] === index) return this.#cachedText[slot] ?? '';
    const start = this.#bounds[2 * index];
    const end = this.#bounds[2 * index + 1];
    const text = this.#composed.get(index) ?? this.#bytes.toString('utf8', start, end);
    this.#cachedIndex[slot] = index;
    this.#cachedText[slot] = text;
    return text;
  }

  isEmpty(index: number): boolean {
    const composed = this.#composed.get(index);
    return composed === undefined ? this.#bounds[2 * index] === this.#bounds[2 * index + 1] : composed.length === 0;
  }
}

class ListedStrings implements SharedTexts {
  readonly #texts: readonly string[];

  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  get count(): number {
    return this.#texts.length;
  }

  text(index: number): string {
    return this.#texts[index] ?? '';
  }

  isEmpty(index: number): boolean {
    return this.text(index).length === 0;
  }
}

/** Reads a shared strings part: by its bytes where it has the usual form, else with an XML parser. */
export function readSharedStrings(part: string, bytes: Buffer): SharedTexts {
  try {
    return scanSharedStrings(bytes);
  } catch (error) {
    if (!(error instanceof UnusualXml)) throw error;
    return parseSharedStrings(part, bytes);
  }
}

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const CARRIAGE_RETURN = 0x0d;

/** @throws UnusualXml where the part is anything but a plain list of items */
export function scanSharedStrings(bytes: Buffer): SharedTexts {
  if (bytes.length >= 2 ** 32 - 1) throw corrupt('shared strings are too large');
  const root = usualRoot(bytes, 'sst');
  let bounds = new Uint32Array(2048);
  const composed = new Map<number, string>();
  let count = 0;
  let position = root.contentStart;
  if (root.selfClosed) return new SlicedStrings(bytes, bounds, 0, composed);
  for (;;) {
    const open = bytes.indexOf(LESS_THAN, position);
    if (open < 0) return unusual('shared strings without end');
    if (bytes.toString('latin1', open, open + 4) === '</ss') return new SlicedStrings(bytes, bounds, count, composed);
    // `extLst` may follow the items; it holds no text.
    if (bytes.toString('latin1', open, open + 7) === '<extLst')
      return new SlicedStrings(bytes, bounds, count, composed);
    if (bytes[open + 1] !== 0x73 || bytes[open + 2] !== 0x69) return unusual('no string item');
    const content = tagEnd(bytes, open + 3, bytes.length);
    if (2 * count + 2 > bounds.length) {
      const larger = new Uint32Array(bounds.length * 2);
      larger.set(bounds);
      bounds = larger;
    }
    if (bytes[content - 2] === 0x2f) position = content;
    else {
      const textStart = plainTextStart(bytes, content);
      const textEnd = textStart < 0 ? -1 : plainTextEnd(bytes, textStart);
      if (textEnd >= 0) {
        bounds[2 * count] = textStart;
        bounds[2 * count + 1] = textEnd;
        position = textEnd + 9;
      } else {
        const end = bytes.indexOf('</si>', content);
        if (end < 0) return unusual('string item without end');
        composed.set(count, stringItemText(bytes, content, end));
        position = end + 5;
      }
    }
    count++;
  }
}

/** Start of the text where an item begins with `<t>` or `<t xml:space="preserve">`, else -1. */
function plainTextStart(bytes: Buffer, content: number): number {
  if (bytes[content] !== LESS_THAN || bytes[content + 1] !== 0x74) return -1;
  if (bytes[content + 2] === GREATER_THAN) return content + 3;
  const preserved = '<t xml:space="preserve">';
  return bytes.toString('latin1', content, content + preserved.length) === preserved ? content + preserved.length : -1;
}

/** End of a text without anything to resolve that is closed by `</t></si>`, else -1. */
function plainTextEnd(bytes: Buffer, start: number): number {
  for (let position = start; position < bytes.length; position++) {
    const byte = bytes[position];
    if (byte === LESS_THAN) return bytes.toString('latin1', position, position + 9) === '</t></si>' ? position : -1;
    if (byte === AMPERSAND || byte === UNDERSCORE || byte === CARRIAGE_RETURN) return -1;
  }
  return -1;
}

/**
 * Checks that a part is UTF-8, starts with an unprefixed root element in the main namespace, and has neither comments, CDATA,
 * document types nor processing instructions: then its bytes can be scanned.
 */
export function usualRoot(
  bytes: Buffer,
  name: string,
): { readonly contentStart: number; readonly selfClosed: boolean } {
  const encoding = xmlEncoding(bytes);
  if (encoding !== 'utf-8' && encoding !== 'utf8' && encoding !== 'us-ascii') return unusual(`encoding ${encoding}`);
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (bytes.toString('latin1', start, start + 5) === '<?xml') {
    start = bytes.indexOf('?>', start) + 2;
    if (start < 2) return unusual('XML declaration without end');
  }
  if (bytes.includes('<!', start) || bytes.includes('<?', start)) return unusual('comment, CDATA or instruction');
  const head = /^\s*<([A-Za-z]+)(\s[^<>]*?)?(\/?)>/.exec(bytes.toString('latin1', start, start + 8192));
  if (head?.[1] !== name) return unusual('root element');
  const namespace = /\sxmlns\s*=\s*["']([^"']*)["']/.exec(head[2] ?? '')?.[1];
  if (namespace === undefined || !MAIN_NAMESPACES.includes(namespace)) return unusual('namespace');
  return { contentStart: start + head[0].length, selfClosed: head[3] === '/' };
}

/** Reads the part with an XML parser. */
export function parseSharedStrings(part: string, bytes: Buffer): SharedTexts {
  const texts: string[] = [];
  let item: string | undefined;
  let inText = false;
  let phonetic = 0;
  readXml(part, bytes, {
    open({ local, uri }) {
      if (!MAIN_NAMESPACES.includes(uri)) return;
      if (local === 'si') item = '';
      else if (local === 'rPh') phonetic++;
      else if (local === 't') inText = phonetic === 0;
    },
    close(local, uri) {
      if (!MAIN_NAMESPACES.includes(uri)) return;
      if (local === 'si') {
        texts.push(unescapeSpreadsheetText(item ?? ''));
        item = undefined;
      } else if (local === 'rPh') phonetic--;
      else if (local === 't') inText = false;
    },
    text(text) {
      if (inText && item !== undefined) item += text;
    },
  });
  return new ListedStrings(texts);
}
