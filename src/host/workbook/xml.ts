import iconv from 'iconv-lite';
import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes';
import { corrupt } from './error-codes.ts';

/** An element as handlers see it, namespaces resolved. */
export interface XmlElement {
  readonly local: string;
  readonly uri: string;
  /** Value of an attribute without namespace. */
  attribute(name: string): string | undefined;
  /** Value of an attribute in a namespace that ends with `uriEnding`. */
  attributeIn(uriEnding: string, local: string): string | undefined;
}

export interface XmlHandlers {
  open?(element: XmlElement): void;
  close?(local: string, uri: string): void;
  text?(text: string): void;
}

/** Deeper nesting occurs in no spreadsheet. */
const MOST_DEPTH = 200;

class Element implements XmlElement {
  readonly local: string;
  readonly uri: string;
  readonly #attributes: Record<string, SaxesAttributeNS>;

  constructor(tag: SaxesTagNS) {
    this.local = tag.local;
    this.uri = tag.uri;
    this.#attributes = tag.attributes;
  }

  attribute(name: string): string | undefined {
    return Object.hasOwn(this.#attributes, name) ? this.#attributes[name]?.value : undefined;
  }

  attributeIn(uriEnding: string, local: string): string | undefined {
    return Object.values(this.#attributes).find((one) => one.local === local && one.uri.endsWith(uriEnding))?.value;
  }
}

/**
 * A namespace-aware XML parser for package parts, fed with bytes. Document type declarations are refused, so that there are
 * no entities but the five of XML; nothing is ever fetched. Not well-formed XML is `E_CORRUPT`.
 */
export class XmlReader {
  readonly #parser: SaxesParser<{ xmlns: true }>;
  #decoder: { write(bytes: Buffer): string; end(): string | undefined } | undefined;

  /** @param part name of the part, for messages */
  constructor(part: string, handlers: XmlHandlers) {
    const parser = new SaxesParser({ xmlns: true, position: false });
    let depth = 0;
    parser.on('error', (error) => {
      throw corrupt(`${part}: ${error.message}`);
    });
    parser.on('doctype', () => {
      throw corrupt(`${part}: document type declarations are not allowed`);
    });
    parser.on('opentag', (tag) => {
      if (++depth > MOST_DEPTH) throw corrupt(`${part}: elements nested too deeply`);
      handlers.open?.(new Element(tag));
    });
    parser.on('closetag', (tag) => {
      depth--;
      handlers.close?.(tag.local, tag.uri);
    });
    if (handlers.text) {
      const onText = (text: string): void => {
        handlers.text?.(text);
      };
      parser.on('text', onText);
      parser.on('cdata', onText);
    }
    this.#parser = parser;
  }

  write(bytes: Buffer): void {
    this.#decoder ??= iconv.getDecoder(xmlEncoding(bytes), { stripBOM: true });
    this.#parser.write(this.#decoder.write(bytes));
  }

  writeText(text: string): void {
    this.#parser.write(text);
  }

  end(): void {
    const rest = this.#decoder?.end();
    if (rest) this.#parser.write(rest);
    this.#parser.close();
  }
}

/** Parses a part that is at hand as a whole. */
export function readXml(part: string, bytes: Buffer, handlers: XmlHandlers): void {
  const reader = new XmlReader(part, handlers);
  reader.write(bytes);
  reader.end();
}

/** Encoding of an XML document by its mark or declaration. */
export function xmlEncoding(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le';
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be';
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*\bencoding=["']([\w.:-]+)["']/.exec(
    head.toString('latin1', 0, 200),
  )?.[1];
  return declared !== undefined && iconv.encodingExists(declared) ? declared.toLowerCase() : 'utf-8';
}
