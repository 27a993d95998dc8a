/** Texts of cells, row by row. */
export type TableRows = readonly (readonly string[])[];

/**
 * The named columns of a sheet, in the order of the names; rows whose first one is blank are left out.
 * @param rows the first is that of the headers
 */
export function columnsOf([head, ...rows]: TableRows, columns: readonly { readonly header: string }[]): TableRows {
  const places = columns.map(({ header }) => head?.indexOf(header) ?? -1);
  return rows.map((row) => places.map((place) => (row[place] ?? '').trim())).filter(([first]) => first !== '');
}
