import type { RegisterDefinition } from '../core/register/definition.ts';
import { planSheet } from '../core/register/plan-sheet.ts';
import { buildRegisterIndex } from '../core/register/register-index.ts';
import type { SheetSource } from '../core/sheet/grid.ts';

/** Which register a sheet was taken for, and the row its headers stand in; `null` where it was not recognised. */
export interface RecognisedSheet {
  readonly register: string | null;
  readonly headerRow: number | null;
}

/** Recognises sheets as the audit does, without saved mappings. */
export function sheetRecogniser(
  registers: readonly RegisterDefinition[],
): (sheet: SheetSource, fileName: string) => RecognisedSheet {
  const index = buildRegisterIndex(registers);
  return (sheet, fileName) => {
    const { register, headerRow } = planSheet(sheet, fileName, index);
    return { register, headerRow };
  };
}
