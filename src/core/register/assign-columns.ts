import type { Bilingual } from '../language.ts';
import type { HeaderCell } from '../sheet/header-block.ts';
import type { FieldId } from './definition.ts';
import { columnHeader, exactRank, matchHeader } from './match-header.ts';
import type { HeaderMatch } from './match-header.ts';
import { headerText } from './header-text.ts';
import type { RegisterHeaders, RegisterIndex } from './register-index.ts';
import type { ColumnPlan, UnmappedColumn } from './sheet-plan.ts';

/** A column whose field a saved mapping names; `null`: it says that the column is not to be used. */
export type SavedColumns = ReadonlyMap<string, FieldId | null>;

interface Candidate {
  readonly cell: HeaderCell;
  readonly match: HeaderMatch;
}

/**
 * Gives each column at most one field and each field at most one column, the better match first. A column that loses its
 * field to another takes its next reading only where that one too rests on listed words.
 * @param declared unit that a line above the table declares for its amounts (单位：万元), in yuan; headers' own units win
 */
export function assignColumns(
  cells: readonly HeaderCell[],
  register: RegisterHeaders,
  index: RegisterIndex,
  saved: SavedColumns,
  declared: number | null,
): { readonly columns: readonly ColumnPlan[]; readonly unmapped: readonly UnmappedColumn[] } {
  const takenBy = new Map<FieldId, HeaderCell>();
  const plans = new Map<number, ColumnPlan>();
  const refused = new Map<number, UnmappedColumn>();
  const take = (cell: HeaderCell, plan: Omit<ColumnPlan, 'column' | 'header' | 'multiplier'>): void => {
    const money = register.field(plan.field)?.type === 'money';
    const multiplier = money ? (headerMultiplier(cell) ?? declared ?? 1) : 1;
    takenBy.set(plan.field, cell);
    plans.set(cell.column, { column: cell.column, header: shownHeader(cell), multiplier, ...plan });
  };

  for (const cell of cells) {
    const field = savedField(cell, saved);
    if (field === undefined) continue;
    if (field === null) refused.set(cell.column, unmapped(cell, words.savedAsUnused));
    else if (register.field(field) !== undefined && !takenBy.has(field))
      take(cell, { field, confidence: 'high', reason: words.saved });
  }

  const open = cells.filter((cell) => !plans.has(cell.column) && !refused.has(cell.column));
  const candidates: Candidate[] = open
    .flatMap((cell) =>
      matchHeader(columnHeader(cell.text, cell.groups), register, index).map((match) => ({ cell, match })),
    )
    .sort((a, b) => b.match.rank - a.match.rank || a.cell.column - b.cell.column);
  const lostListed = new Set<number>();
  for (const { cell, match } of candidates) {
    const field = match.known.field.id;
    if (plans.has(cell.column)) continue;
    const holder = takenBy.get(field);
    if (holder !== undefined) {
      if (match.rank >= exactRank) lostListed.add(cell.column);
      if (!refused.has(cell.column))
        refused.set(cell.column, { ...unmapped(cell, words.taken(shownHeader(holder))), wanted: field });
    } else if (match.rank >= exactRank || !lostListed.has(cell.column)) {
      take(cell, { field, confidence: match.confidence, reason: match.reason });
    }
  }
  return {
    columns: [...plans.values()].sort((a, b) => a.column - b.column),
    unmapped: cells
      .filter((cell) => !plans.has(cell.column))
      .map((cell) => refused.get(cell.column) ?? unmapped(cell, words.unknown)),
  };
}

/** The header as it is shown: captions above it in front, unless the words repeat them. */
export function shownHeader(cell: HeaderCell): string {
  const text = oneLine(cell.text);
  return [...cell.groups.map(oneLine).filter((group) => !text.startsWith(group)), text].join('/');
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function savedField(cell: HeaderCell, saved: SavedColumns): FieldId | null | undefined {
  if (saved.size === 0) return undefined;
  for (const text of [[...cell.groups, cell.text].join(''), cell.text]) {
    const field = saved.get(headerText(text).full);
    if (field !== undefined) return field;
  }
  return undefined;
}

/** The unit that the header names, or the nearest caption above it; `null` where none does. */
function headerMultiplier(cell: HeaderCell): number | null {
  for (const text of [cell.text, ...cell.groups.toReversed()]) {
    const multiplier = headerText(text).multiplier;
    if (multiplier !== null) return multiplier;
  }
  return null;
}

function unmapped(cell: HeaderCell, reason: Bilingual): UnmappedColumn {
  return { column: cell.column, header: shownHeader(cell), reason };
}

const words = {
  saved: { zh: '按已保存的映射方案', en: 'as the saved mapping says' },
  savedAsUnused: { zh: '已保存的映射方案注明不使用此列', en: 'the saved mapping leaves this column out' },
  unknown: { zh: '未识别的列名', en: 'a header that no field of the register has' },
  taken: (holder: string): Bilingual => ({
    zh: `与列“${holder}”对应同一字段，已取后者`,
    en: `stands for the same field as the column “${holder}”, which was taken`,
  }),
} as const;
