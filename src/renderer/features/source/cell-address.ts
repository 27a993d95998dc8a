/** K → 10, AA → 26. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** K7 → 10; `null` when it is no address of a cell. */
export function columnOfCell(cell: string | null): number | null {
  const letters = /^([A-Z]{1,3})\d+$/u.exec(cell ?? '')?.[1];
  return letters === undefined ? null : columnOf(letters);
}
