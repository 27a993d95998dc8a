import type { Cell } from '../../sheet/grid.ts';
import type { ParsedValue } from '../value-parser.ts';
import type { Decimal } from './decimal.ts';
import { decimalOf, decimalOfNumber, isInteger, times, toInteger, toNumber } from './decimal.ts';
import { isScientific, meansNothing, withoutSpaces } from './normalise.ts';

const UNREADABLE: ParsedValue = { value: undefined, problem: 'NUMBER_UNREADABLE' };
const SCIENTIFIC: ParsedValue = { value: undefined, problem: 'NUMBER_IN_SCIENTIFIC_NOTATION' };

/** How a number stands in text: what may come before and after it, and what a unit behind it is worth. */
interface Notation {
  readonly prefix: RegExp;
  readonly suffix: RegExp;
  readonly units: ReadonlyMap<string, number>;
}

interface Quantity {
  readonly decimal: Decimal;
  /** Factor of a unit that the cell itself names; it takes the place of the header's. */
  readonly unit?: number;
}

function quantityOf(text: string, { prefix, suffix, units }: Notation): Quantity | undefined {
  const bare = text.replace(prefix, '');
  const named = suffix.exec(bare)?.[0] ?? '';
  const decimal = decimalOf(bare.slice(0, bare.length - named.length));
  if (decimal === undefined) return undefined;
  const unit = units.get(named);
  return unit === undefined ? { decimal } : { decimal, unit };
}

function parse(
  cell: Cell,
  notation: Notation,
  multiplier: number,
  finish: (decimal: Decimal) => number | undefined,
): ParsedValue {
  let quantity: Quantity | undefined;
  if (cell.kind === 'number') {
    const decimal = decimalOfNumber(cell.number);
    quantity = decimal === undefined ? undefined : { decimal };
  } else if (cell.kind === 'text') {
    const text = withoutSpaces(cell.text);
    if (meansNothing(text)) return { value: null };
    if (isScientific(text)) return SCIENTIFIC;
    quantity = quantityOf(text, notation);
  }
  if (quantity === undefined) return UNREADABLE;
  const value = finish(times(quantity.decimal, quantity.unit ?? multiplier));
  return value === undefined ? UNREADABLE : { value };
}

const YUAN: Notation = {
  prefix: /(?<=^[-(]?)(?:人民币|RMB|CNY|¥)+(?=[-(\d.])/iu,
  suffix: /(?:[百千]?万|亿|千)?(?:元|圆)?整?$/u,
  units: new Map(
    Object.entries({ 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8 })
      .flatMap(([word, factor]): [string, number][] => ['', '元', '圆'].map((yuan) => [word + yuan, factor]))
      .concat([
        ['元', 1],
        ['圆', 1],
      ])
      .flatMap(([word, factor]): [string, number][] => [
        [word, factor],
        [`${word}整`, factor],
      ]),
  ),
};

/** Amount in integer fen. A unit in the cell (3万元) takes the place of the header's. */
export function parseMoney(cell: Cell, multiplier: number): ParsedValue {
  return parse(cell, YUAN, multiplier, (yuan) => toInteger(times(yuan, 100)));
}

const COUNTED: Notation = {
  prefix: /^$/u,
  suffix: /(?:个?月|个|人|名|位|件|宗|起|次|笔|户|份|条|页|天|日|年|小时|分钟|岁|股)?$/u,
  units: new Map(),
};

export function parseNumber(cell: Cell, multiplier: number): ParsedValue {
  return parse(cell, COUNTED, multiplier, toNumber);
}

/** A whole number; 2.5 persons is a slip, and no number. */
export function parseInteger(cell: Cell, multiplier: number): ParsedValue {
  return parse(cell, COUNTED, multiplier, (decimal) => (isInteger(decimal) ? toInteger(decimal) : undefined));
}

const SHARE: Notation = {
  prefix: /^$/u,
  suffix: /[%‰]?$/u,
  units: new Map([
    ['%', 0.01],
    ['‰', 0.001],
  ]),
};

/** 15% and 0.15 are 0.15. A bare number above 1 can only be meant in per cent, up to 100. */
export function parseRatio(cell: Cell, multiplier: number): ParsedValue {
  return parse(cell, SHARE, multiplier, (decimal) => {
    const ratio = toNumber(decimal);
    if (ratio <= 1) return ratio;
    return ratio <= 100 ? toNumber(times(decimal, 0.01)) : undefined;
  });
}
