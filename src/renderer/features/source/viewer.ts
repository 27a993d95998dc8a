import type { ChannelResult } from '../../../contract/channels.ts';
import type { SourceRow } from '../../../contract/model.ts';

export type SourceColumn = ChannelResult<'source.rows'>['columns'][number];

/** What the grid knows of the cell that is selected. */
export interface Selected {
  readonly columns: readonly SourceColumn[];
  readonly row: SourceRow | undefined;
  /** Last used row of the sheet; `undefined` until it is known. */
  readonly total: number | undefined;
}

/** A cell: 1-based row, 0-based column. */
export interface Place {
  readonly row: number;
  readonly column: number;
}
