/** Values of a trial as a person writes them, and back: read as the cells of a table are read. */
import type { FieldType } from '../../core/register/definition.ts';
import type { FieldValue } from '../../core/register/record.ts';
import { parseValue } from '../../core/register/value/parse-value.ts';
import type { FieldView } from '../../core/rule/register-view.ts';

type ViewType = FieldView['type'];

/** Fields of derived registers may hold what no cell does. */
const isFieldType = (type: ViewType): type is FieldType => type !== 'list' && type !== 'any';

/** Nothing is blank. A text that cannot be read is unknown (`undefined`), as in a table. */
export function readTrialText(type: ViewType, text: string | null | undefined): FieldValue {
  if (text === null || text === undefined || text.trim() === '') return null;
  if (!isFieldType(type)) return text;
  const parsed = parseValue(type, { kind: 'text', text }, { multiplier: 1 });
  return parsed.problem === undefined ? parsed.value : undefined;
}

/** The text that `readTrialText` reads as this value. */
export function writeTrialText(type: ViewType, value: FieldValue): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? '是' : '否';
  // Money is counted in fen and written in yuan.
  return type === 'money' && typeof value === 'number' ? (value / 100).toFixed(2) : String(value);
}
