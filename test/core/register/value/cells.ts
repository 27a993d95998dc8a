import type { Cell } from '../../../../src/core/sheet/grid.ts';
import type { FieldType } from '../../../../src/core/register/definition.ts';
import { parseValue } from '../../../../src/core/register/value/parse-value.ts';
import type { ParsedValue } from '../../../../src/core/register/value-parser.ts';

export const text = (content: string): Cell => ({ kind: 'text', text: content });
export const number = (value: number, shown?: string): Cell =>
  shown === undefined ? { kind: 'number', number: value } : { kind: 'number', number: value, text: shown };

/** A cell of text, or of a number, read as a field of the type. */
export function read(type: FieldType, content: string | number, multiplier = 1, date1904 = false): ParsedValue {
  const cell = typeof content === 'string' ? text(content) : number(content);
  return parseValue(type, cell, { multiplier, date1904 });
}
