/** Named characters that exported tables use; numeric references cover the rest. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: '\u{a0}',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwnj: '',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  times: '×',
  divide: '÷',
  radic: '√',
  plusmn: '±',
  le: '≤',
  ge: '≥',
  ne: '≠',
  yen: '¥',
  deg: '°',
  permil: '‰',
  sect: '§',
  copy: '©',
  reg: '®',
};

/** Resolves character references; one that is not known stays as it is. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));?/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** The text that a browser would show for a cell: white space folded, `\n` kept, no-break spaces as spaces. */
export function shownText(text: string): string {
  return decodeReferences(text)
    .replace(/\u{a0}/gu, ' ')
    .replace(/ *\n */g, '\n')
    .trim();
}
