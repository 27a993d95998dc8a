/** An exact decimal: `digits` × 10^-`scale`. Amounts are compared to the fen, which binary fractions cannot. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const PLAIN = /^(?:\d+(?:\.\d*)?|\.\d+)$/u;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/u;

/** 1234.5, 1,234.50, -5, (5) for minus 5; `undefined` for anything else (1,5 may be 1.5 or a slip). */
export function decimalOf(text: string): Decimal | undefined {
  const bracketed = /^\((.+)\)$/u.exec(text)?.[1];
  const signed = bracketed ?? text.replace(/^[+-]/u, '');
  const negative = bracketed !== undefined || text.startsWith('-');
  if (!PLAIN.test(signed) && !GROUPED.test(signed)) return undefined;
  const [whole = '', fraction = ''] = signed.replaceAll(',', '').split('.');
  const digits = BigInt(`${whole}${fraction}`);
  return { digits: negative ? -digits : digits, scale: fraction.length };
}

/** The number as its shortest decimal form reads. */
export function decimalOfNumber(number: number): Decimal | undefined {
  if (!Number.isFinite(number)) return undefined;
  const text = String(number);
  return decimalOf(text.includes('e') ? number.toFixed(20) : text);
}

/** The decimal times a factor that has at most six decimals. */
export function times(decimal: Decimal, factor: number): Decimal {
  const scaled = BigInt(Math.round(factor * 1e6));
  return { digits: decimal.digits * scaled, scale: decimal.scale + 6 };
}

/** The nearest integer, halves away from zero; `undefined` beyond the integers a number holds exactly. */
export function toInteger({ digits, scale }: Decimal): number | undefined {
  const unit = 10n ** BigInt(scale);
  const size = digits < 0n ? -digits : digits;
  const rounded = (size * 2n + unit) / (unit * 2n);
  const integer = Number(digits < 0n ? -rounded : rounded);
  if (!Number.isSafeInteger(integer)) return undefined;
  return integer === 0 ? 0 : integer;
}

export function isInteger({ digits, scale }: Decimal): boolean {
  return digits % 10n ** BigInt(scale) === 0n;
}

/** The nearest number. */
export function toNumber({ digits, scale }: Decimal): number {
  return Number(`${digits}e-${scale}`);
}
