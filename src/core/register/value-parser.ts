import type { Cell } from '../sheet/grid.ts';
import type { FieldType } from './definition.ts';
import type { ProblemCode } from './problem.ts';
import type { FieldValue } from './record.ts';
import type { CourtCodeTable } from './court-code-table.ts';

/** What became of a cell. With a `problem` the value is `undefined`; with a `warning` it is kept. */
export interface ParsedValue {
  readonly value: FieldValue;
  readonly problem?: ProblemCode;
  readonly warning?: ProblemCode;
}

export interface ValueContext {
  /** What one unit of the column is worth in the field's unit: 10000 under 万元. */
  readonly multiplier: number;
  /** Serial dates count from 1904. */
  readonly date1904?: boolean | undefined;
  /** Codes that are known; every well-formed one is, where there is no table. */
  readonly courtCodes?: CourtCodeTable | undefined;
}

/** Turns a cell into the value of a field of the type. A blank cell is `null`. */
export type ValueParser = (type: FieldType, cell: Cell | undefined, context: ValueContext) => ParsedValue;
