import type { ChannelArgs } from '../../../contract/channels.ts';
import type { SheetMapping } from '../../../contract/model.ts';

/** What was changed by hand and not applied yet; applying reads the sheet again, so changes are gathered. */
export interface Draft {
  /** `undefined`: not changed. */
  readonly register?: string | null;
  readonly headerRow?: number;
  /** Field by 0-based column. */
  readonly columns: Readonly<Record<number, string | null>>;
  readonly absent: readonly string[];
  /** Absences taken back. */
  readonly present: readonly string[];
}

export const noDraft: Draft = { columns: {}, absent: [], present: [] };

export function changesOf(draft: Draft): number {
  return (
    (draft.register === undefined ? 0 : 1) +
    (draft.headerRow === undefined ? 0 : 1) +
    Object.keys(draft.columns).length +
    draft.absent.length +
    draft.present.length
  );
}

type Column = SheetMapping['columns'][number];

/** The register as the person says; what the sheet already is, is no change. */
export function withRegister(mapping: SheetMapping, draft: Draft, register: string | null): Draft {
  const { columns, absent, present, headerRow } = draft;
  const rest = { columns, absent, present, ...(headerRow === undefined ? {} : { headerRow }) };
  return register === mapping.register ? rest : { ...rest, register };
}

/** The row of the header as the person says; an emptied input means: as found. */
export function withHeaderRow(mapping: SheetMapping, draft: Draft, headerRow: number | null): Draft {
  const { columns, absent, present, register } = draft;
  const rest = { columns, absent, present, ...(register === undefined ? {} : { register }) };
  return headerRow === null || headerRow === mapping.headerRow ? rest : { ...rest, headerRow };
}

/** The field of a column as it will be. */
export function fieldOf(column: Column, draft: Draft): string | null {
  const changed = draft.columns[column.column];
  return changed === undefined ? column.field : changed;
}

/** Gives a column a field; the column that had it loses it. */
export function withField(mapping: SheetMapping, draft: Draft, column: number, field: string | null): Draft {
  const columns: Record<number, string | null> = { ...draft.columns };
  if (field !== null) {
    for (const other of mapping.columns) {
      if (other.column !== column && fieldOf(other, draft) === field) columns[other.column] = null;
    }
  }
  columns[column] = field;
  for (const own of mapping.columns) {
    if (columns[own.column] === own.field) Reflect.deleteProperty(columns, own.column);
  }
  return { ...draft, columns, absent: draft.absent.filter((absent) => absent !== field) };
}

/** What crosses: every column as it stands after the draft, by its header. A new register or header row starts afresh. */
export function argsOf(mapping: SheetMapping, draft: Draft): ChannelArgs<'mapping.set'> {
  const afresh = draft.register !== undefined || draft.headerRow !== undefined;
  const kept = mapping.gaps.filter((gap) => gap.absent && !draft.present.includes(gap.field)).map((gap) => gap.field);
  return {
    sheetId: mapping.sheetId,
    register: draft.register === undefined ? mapping.register : draft.register,
    headerRow: draft.headerRow ?? mapping.headerRow,
    columns: afresh
      ? {}
      : Object.fromEntries(
          mapping.columns
            .filter(({ header }) => header !== '')
            .map((column) => [column.header, fieldOf(column, draft)]),
        ),
    absent: [...kept, ...draft.absent],
  };
}

/** Low, middle, unrecognised, then the sure ones. */
const need: Readonly<Record<string, number>> = { low: 0, medium: 1, none: 2, high: 3 };

export const isUncertain = (column: Column): boolean =>
  column.field !== null && (column.confidence === 'low' || column.confidence === 'medium');

export function byNeed(columns: readonly Column[]): readonly Column[] {
  return [...columns].sort(
    (a, b) => (need[a.confidence ?? 'none'] ?? 2) - (need[b.confidence ?? 'none'] ?? 2) || a.column - b.column,
  );
}
