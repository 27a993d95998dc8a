import { z } from 'zod';

/** A cell as it is printed. Colours are `#rrggbb`. */
const previewCell = z.strictObject({
  text: z.string(),
  bold: z.boolean(),
  /** In points. */
  size: z.number(),
  color: z.string(),
  fill: z.string().nullable(),
  border: z.boolean(),
  align: z.enum(['left', 'center']),
  /** Words are broken into lines; else they run over empty cells beside them. */
  wrap: z.boolean(),
});

/** The beginning of each sheet of a report as it would come out of a printer, made by what writes the report. */
export const reportPreview = z.strictObject({
  /** Printed at the top right of every page; empty for none. */
  marking: z.string(),
  sheets: z.array(
    z.strictObject({
      name: z.string(),
      /** Of the columns that go on paper, in characters. */
      widths: z.array(z.number()),
      /** Rows repeated on every page, from the top. */
      heads: z.number().int(),
      rows: z.array(z.strictObject({ /** In points. */ height: z.number(), cells: z.array(previewCell) })),
      /** Whether the report goes on after the rows shown. */
      cut: z.boolean(),
      /** Columns that are for the screen only. */
      unprinted: z.number().int(),
    }),
  ),
  /** Sheets with original rows beyond the first, which is shown as an example. */
  furtherSheets: z.number().int(),
});
export type ReportPreview = z.infer<typeof reportPreview>;
