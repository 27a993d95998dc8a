import { z } from 'zod';

/** The shapes of `import.json`. Names and order of keys are the contract of the command line; new keys come last. */

const rowCountsSchema = z.strictObject({
  /** `data = records + groupRows + totalRows + blank + other + rejected` */
  data: z.int().nonnegative(),
  records: z.int().nonnegative(),
  groupRows: z.int().nonnegative(),
  totalRows: z.int().nonnegative(),
  blank: z.int().nonnegative(),
  other: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
});

const sheetEntrySchema = z.strictObject({
  name: z.string(),
  register: z.string().nullable(),
  /** 1-based; `null` where no header was found. */
  headerRow: z.int().positive().nullable(),
  mapped: z.array(
    z.strictObject({
      /** Column letters. */
      column: z.string(),
      header: z.string(),
      field: z.string(),
      confidence: z.enum(['high', 'medium', 'low']),
    }),
  ),
  unmapped: z.array(z.string()),
  rows: rowCountsSchema,
  /** Rows that could not become a record, with the first cell that has content. */
  rejected: z.array(z.strictObject({ row: z.int(), cell: z.string(), value: z.string(), code: z.string() })),
  /** Cells that could not be read as meant. `warning`: the value was kept. */
  problems: z.array(
    z.strictObject({
      row: z.int(),
      cell: z.string(),
      field: z.string().nullable(),
      value: z.string(),
      code: z.string(),
      severity: z.enum(['error', 'warning']),
    }),
  ),
  hidden: z.boolean(),
  /** Of the rows counted, those that the sheet hides; they are read like the others. */
  hiddenRows: z.int().nonnegative(),
  /** Registers that the sheet might be, where none was clearly recognised. */
  candidates: z.array(z.string()),
});

const fileEntrySchema = z.strictObject({
  file: z.string(),
  sha256: z.string().nullable(),
  bytes: z.int().nonnegative().nullable(),
  /** One of the codes of `WorkbookFailure`, or `E_DUPLICATE`. */
  error: z.string().nullable(),
  sheets: z.array(sheetEntrySchema),
  /** Name of the file of equal content that was imported before it. */
  duplicateOf: z.string().nullable(),
  warnings: z.array(
    z.strictObject({ code: z.string(), sheet: z.string().nullable(), cell: z.string().nullable(), count: z.int() }),
  ),
});

export const importReportSchema = z.strictObject({ schemaVersion: z.literal(1), files: z.array(fileEntrySchema) });

export type SheetEntry = z.infer<typeof sheetEntrySchema>;
export type FileEntry = z.infer<typeof fileEntrySchema>;

/** The part of a sheet's entry that is kept with the sheet; problems stand in a table of their own. */
export type StoredSheetEntry = Omit<SheetEntry, 'problems'>;
