import type { ReportPreview } from '../../../contract/report-preview.ts';

type Sheet = ReportPreview['sheets'][number];

const PX_PER_INCH = 96;
const PX_PER_POINT = PX_PER_INCH / 72;

/** A4 across, with the margins of the report, in pixels. */
export const PAPER = { width: 11.69 * PX_PER_INCH, height: 8.27 * PX_PER_INCH } as const;
const BODY = {
  width: PAPER.width - 2 * 0.4 * PX_PER_INCH,
  height: PAPER.height - (0.5 + 0.6) * PX_PER_INCH,
} as const;

/** A character of the standard font, and what stands beside it in a cell. */
const CHARACTER_PX = 7;
const CELL_PX = 5;

/** One page: its rows with heights, and how far it is made smaller to fit the columns on it. In pixels. */
export interface Paper {
  readonly scale: number;
  readonly widths: readonly number[];
  readonly rows: readonly { readonly height: number; readonly cells: Sheet['rows'][number]['cells'] }[];
}

/** A sheet on pages: as wide as the paper, its head on each of them. */
export function pagesOf({ widths: characters, heads, rows }: Sheet): Paper[] {
  const widths = characters.map((width) => width * CHARACTER_PX + CELL_PX);
  const scale = Math.min(1, BODY.width / widths.reduce((sum, width) => sum + width, 0));
  const inPixels = rows.map(({ height, cells }) => ({ height: height * PX_PER_POINT, cells }));
  const repeated = inPixels.slice(0, heads);
  const headHeight = repeated.reduce((sum, { height }) => sum + height, 0);
  const room = BODY.height / scale - headHeight;
  const pages: (typeof inPixels)[] = [[]];
  let used = 0;
  for (const row of inPixels.slice(heads)) {
    if (used + row.height > room && used > 0) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(row);
    used += row.height;
  }
  return pages.map((own) => ({ scale, widths, rows: [...repeated, ...own] }));
}
