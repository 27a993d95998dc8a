import type { CourtCodeTable } from '../../../core/register/court-code-table.ts';
import type { Inspection } from '../../inspection/inspection-file.ts';
import { readCourtCodes } from '../../rule-pack.ts';
import { readTables } from '../tables/stored-tables.ts';

/** The codes that cells are read by: those imported into the inspection, else those of the program. */
export function courtCodesOf({ database }: Inspection, rules: string): CourtCodeTable {
  return readTables(database).courtCodes ?? readCourtCodes(rules);
}
