import { assertNever } from '../../assert-never.ts';
import { isIsoDate } from '../../fact/iso.ts';
import type { ParameterUnit } from '../format.ts';
import type { FieldView } from '../register-view.ts';

/** What the lint distinguishes about a value; `any` compares with everything. */
export type ValueType = 'text' | 'number' | 'boolean' | 'date' | 'list' | 'any';

/** Type of a field's or fact's values. */
export function valueTypeOf(type: FieldView['type']): ValueType {
  switch (type) {
    case 'text':
    case 'caseNo':
    case 'identity':
    case 'courtCode':
      return 'text';
    case 'money':
    case 'number':
    case 'integer':
    case 'ratio':
      return 'number';
    case 'date':
    case 'dateTime':
      return 'date';
    case 'boolean':
    case 'list':
    case 'any':
      return type;
    default:
      return assertNever(type);
  }
}

/** Type of a literal as written in a rule. */
export function literalType(value: unknown): ValueType {
  if (Array.isArray(value)) return 'list';
  if (isIsoDate(value)) return 'date';
  if (typeof value === 'number' || typeof value === 'boolean') return typeof value === 'number' ? 'number' : 'boolean';
  return 'text';
}

/** Type of a parameter by its unit. */
export function unitType(unit: ParameterUnit): ValueType {
  if (unit === 'list') return 'list';
  return unit === 'date' ? 'date' : 'number';
}

export function comparableTypes(left: ValueType, right: ValueType): boolean {
  return left === right || left === 'any' || right === 'any';
}

/** Whether the text is a day (or moment) that exists. */
export function isExistingDate(value: unknown): boolean {
  if (!isIsoDate(value)) return false;
  const date = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value.slice(0, 10);
}
