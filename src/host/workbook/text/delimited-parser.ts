/** A parser for RFC 4180 and its relatives, fed piece by piece. */

export type Delimiter = ',' | '\t' | ';';

/**
 * Splits delimited text into records. Quotes count only at the start of a field; a doubled quote inside is one quote; what follows a
 * closing quote up to the delimiter is kept as text. Line ends are CRLF, LF or CR. A blank line is a record with one empty field.
 */
export class DelimitedParser {
  readonly #delimiter: Delimiter;
  readonly #onRecord: (fields: readonly string[]) => void;
  readonly #onField: (column: number) => void;
  #fields: string[] = [];
  #field = '';
  #state: 'fieldStart' | 'unquoted' | 'quoted' | 'quoteInQuoted' = 'fieldStart';
  #afterCarriageReturn = false;
  #recordStarted = false;
  #faults = 0;

  /** @param onField is told the 0-based column of each field that ends, so that the caller can refuse absurd records early */
  constructor(
    delimiter: Delimiter,
    onRecord: (fields: readonly string[]) => void,
    onField: (column: number) => void = () => undefined,
  ) {
    this.#delimiter = delimiter;
    this.#onRecord = onRecord;
    this.#onField = onField;
  }

  /** Quotes where none belong (inside an unquoted field, or followed by text): a sign that the delimiter is another. */
  get faults(): number {
    return this.#faults;
  }

  write(piece: string): void {
    const delimiter = this.#delimiter;
    let index = 0;
    while (index < piece.length) {
      if (this.#state === 'quoted') {
        const quote = piece.indexOf('"', index);
        if (quote < 0) {
          this.#field += piece.slice(index);
          return;
        }
        this.#field += piece.slice(index, quote);
        this.#state = 'quoteInQuoted';
        index = quote + 1;
        continue;
      }
      const character = piece.charAt(index);
      const afterQuote = this.#state === 'quoteInQuoted';
      if (afterQuote) {
        if (character === '"') {
          this.#field += '"';
          this.#state = 'quoted';
          index++;
          continue;
        }
        this.#state = 'unquoted';
      }
      if (this.#afterCarriageReturn) {
        this.#afterCarriageReturn = false;
        if (character === '\n') {
          index++;
          continue;
        }
      }
      if (character === delimiter) {
        this.#endField();
        this.#recordStarted = true;
        index++;
      } else if (character === '\n' || character === '\r') {
        this.#afterCarriageReturn = character === '\r';
        this.#endField();
        this.#endRecord();
        index++;
      } else if (character === '"' && this.#state === 'fieldStart') {
        this.#state = 'quoted';
        this.#recordStarted = true;
        index++;
      } else {
        if (afterQuote) this.#faults++;
        let end = index + 1;
        while (end < piece.length) {
          const next = piece.charCodeAt(end);
          if (next === 0x0a || next === 0x0d || next === delimiter.charCodeAt(0)) break;
          end++;
        }
        const text = piece.slice(index, end);
        if (text.includes('"')) this.#faults++;
        this.#field += text;
        this.#state = 'unquoted';
        this.#recordStarted = true;
        index = end;
      }
    }
  }

  /** @returns whether the text ended inside a quoted field */
  end(): boolean {
    const unclosed = this.#state === 'quoted';
    if (unclosed) this.#faults++;
    if (this.#recordStarted || this.#state !== 'fieldStart') {
      this.#endField();
      this.#endRecord();
    }
    return unclosed;
  }

  #endField(): void {
    this.#onField(this.#fields.length);
    this.#fields.push(this.#field);
    this.#field = '';
    this.#state = 'fieldStart';
  }

  #endRecord(): void {
    const fields = this.#fields;
    this.#fields = [];
    this.#recordStarted = false;
    this.#onRecord(fields);
  }
}

const CANDIDATES: readonly Delimiter[] = [',', '\t', ';'];
const SNIFFED_RECORDS = 100;

interface Fit {
  readonly delimiter: Delimiter;
  /** Fields of all records that have more than one. */
  readonly fields: number;
  /** Records that agree in their number of fields. */
  readonly agreement: number;
  readonly faults: number;
}

/** How well a delimiter explains the beginning of a text. */
function fit(head: string, delimiter: Delimiter): Fit {
  const counts = new Map<number, number>();
  let all = 0;
  let records = 0;
  const parser = new DelimitedParser(delimiter, (fields) => {
    if (records++ >= SNIFFED_RECORDS || fields.length < 2) return;
    all += fields.length;
    counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  });
  parser.write(head);
  parser.end();
  return { delimiter, fields: all, agreement: Math.max(0, ...counts.values()), faults: parser.faults };
}

/**
 * The delimiter of a text, from its beginning.
 * @returns `undefined` where no candidate splits any record: then the text has one column
 */
export function sniffDelimiter(head: string): Delimiter | undefined {
  const fits = CANDIDATES.map((delimiter) => fit(head, delimiter)).filter(({ fields }) => fields > 0);
  // Quotes first: what the right delimiter takes for quoted fields, a wrong one finds in the middle of its fields, while a
  // stray quote is a fault under each. The sort is stable: of equals the comma wins.
  return fits.sort((a, b) => a.faults - b.faults || b.agreement - a.agreement || b.fields - a.fields)[0]?.delimiter;
}
