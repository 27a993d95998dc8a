import { textWidth } from '../../host/output/text-width.ts';
import { clipped, padded, printable } from './text-width.ts';

export interface Column {
  readonly header: string;
  readonly side?: 'left' | 'right';
  /** Widest that it may get; longer texts are cut. */
  readonly maximum?: number;
}

/** Lines of a table whose columns stand straight also under Chinese. Numbers to the right. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly (string | number)[])[]): string[] {
  const cells = rows.map((row) => row.map((cell) => printable(String(cell))));
  const widths = columns.map(({ header, maximum }, index) => {
    const widest = Math.max(textWidth(header), ...cells.map((row) => textWidth(row[index] ?? '')));
    return Math.min(widest, maximum ?? widest);
  });
  const line = (row: readonly string[]): string =>
    columns
      .map(({ side }, index) => {
        const width = widths[index] ?? 0;
        return padded(clipped(row[index] ?? '', width), width, side === 'left' ? 'left' : 'right');
      })
      .join('  ')
      .trimEnd();
  return [
    line(columns.map(({ header }) => header)),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...cells.map(line),
  ].map((text) => `  ${text}`);
}
