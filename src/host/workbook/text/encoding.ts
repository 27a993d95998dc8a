import iconv from 'iconv-lite';

/** Encodings in which Chinese offices hand over plain text. */
export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** Text of a file, piece by piece, and what was found about its encoding. */
export interface DecodedText {
  readonly encoding: TextEncoding;
  /** Pieces of bounded length that end anywhere; a byte-order mark is left out. */
  pieces(): Generator<string, void, undefined>;
}

const PIECE_BYTES = 2 ** 20;
const HEAD_BYTES = 65_536;
/** Old programs leave a NUL here and there in a text; more of them are binary data. */
const MOST_STRAY_NUL_SHARE = 0.1;

/**
 * Encoding of plain text: by its byte-order mark; else UTF-16 where every other byte of line breaks, tabs and commas is zero; else
 * UTF-8 where all bytes are valid UTF-8; else GB18030, which includes GBK and GB2312.
 * @returns `undefined` for what is no text (many NUL bytes without the pattern of UTF-16)
 */
export function detectEncoding(bytes: Uint8Array): { encoding: TextEncoding; markBytes: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  const head = bytes.subarray(0, HEAD_BYTES);
  const nulBytes = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (nulBytes > 0) {
    const encoding = utf16WithoutMark(head);
    if (encoding !== undefined) return { encoding, markBytes: 0 };
    if (nulBytes > head.length * MOST_STRAY_NUL_SHARE) return undefined;
  }
  return { encoding: isUtf8(bytes) ? 'utf-8' : 'gb18030', markBytes: 0 };
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
      decoder.decode(bytes.subarray(start, start + PIECE_BYTES), { stream: true });
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** ASCII separators as code units: in binary data both orders, or neither, occur. */
function utf16WithoutMark(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  let little = 0;
  let big = 0;
  let nul = 0;
  let separators = 0;
  for (let index = 0; index + 1 < head.length; index += 2) {
    const first = head[index] ?? 0;
    const second = head[index + 1] ?? 0;
    if (first === 0 && second === 0) nul++;
    separators += (isSeparator(first) ? 1 : 0) + (isSeparator(second) ? 1 : 0);
    if (second === 0 && isSeparator(first)) little++;
    if (first === 0 && isSeparator(second)) big++;
  }
  if (nul > 0 || little === big) return undefined;
  if (Math.min(little, big) * 20 > Math.max(little, big)) return undefined;
  // A text of single bytes with a stray NUL behind one of its many commas is not UTF-16.
  if (Math.max(little, big) * 2 < separators) return undefined;
  return little > big ? 'utf-16le' : 'utf-16be';
}

function isSeparator(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x2c || byte === 0x3b;
}

/** Decodes plain text as detected; `undefined` for what is no text. Bytes that are no character become U+FFFD. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const detected = detectEncoding(bytes);
  if (!detected) return undefined;
  const { encoding, markBytes } = detected;
  return {
    encoding,
    *pieces() {
      const decoder = iconv.getDecoder(encoding, { stripBOM: false });
      for (let start = markBytes; start < bytes.length; start += PIECE_BYTES) {
        const end = Math.min(start + PIECE_BYTES, bytes.length);
        yield decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start));
      }
      const rest = decoder.end();
      if (rest) yield rest;
    },
  };
}

/** The first characters of a text. */
export function textHead(text: DecodedText, characters = 65_536): string {
  let head = '';
  for (const piece of text.pieces()) {
    head += piece;
    if (head.length >= characters) break;
  }
  return head.slice(0, characters);
}
