import type { HeaderBlock } from '../sheet/header-block.ts';
import type { RegisterId } from './definition.ts';
import { columnHeader, listedHeader } from './match-header.ts';
import { titleText } from './register-index.ts';
import type { RegisterHeaders, RegisterIndex } from './register-index.ts';
import type { RegisterCandidate } from './sheet-plan.ts';

/** A register read from a header block, with all that speaks for it. */
export interface Recognition extends RegisterCandidate {
  readonly block: HeaderBlock;
  /** The sheet has what the definition says such a table must have, or bears its name and half of its columns. */
  readonly eligible: boolean;
}

/** Names that may hold the title of the table, with their weight: what stands on the sheet itself says most. */
export interface TitleSources {
  readonly sheet: string;
  /** Text cells above the header. */
  readonly lines: readonly string[];
  readonly file: string;
}

const weightOnSheet = 3;
const weightOnFile = 1.5;
/** Every listed header counts; those that few registers have count more. */
const baseWeight = 0.35;
const partWeight = 0.6;
const extraRowPenalty = 0.2;

/** How well each register fits each block, best first; one entry a register, at the block where it fits best. */
export function recognise(
  blocks: readonly HeaderBlock[],
  index: RegisterIndex,
  titlesAbove: (block: HeaderBlock) => TitleSources,
): readonly Recognition[] {
  const best = new Map<RegisterId, Recognition>();
  for (const block of blocks) {
    const bonuses = titleBonuses(titlesAbove(block), index);
    // Rows of data are tried as headers too: words that no register has need no second look.
    const headers = block.cells
      .map((cell) => columnHeader(cell.text, cell.groups))
      .filter((header) =>
        [header.own, ...header.grouped].some((text) => index.spread(text.full) + index.spread(text.key) > 0),
      );
    if (headers.length === 0) continue;
    for (const register of index.registers) {
      const found = new Map<string, number>();
      for (const header of headers) {
        const known = listedHeader(header, register);
        if (known === undefined || found.has(known.field.id)) continue;
        const rarity = 1 / Math.sqrt(index.spread(known.key));
        found.set(known.field.id, (baseWeight + rarity) * (known.origin === 'part' ? partWeight : 1));
      }
      if (found.size === 0) continue;
      const bonus = bonuses.get(register.definition.id) ?? 0;
      const words = [...found.values()].reduce((sum, weight) => sum + weight, 0);
      const score = words + bonus - (block.rows.length - 1) * extraRowPenalty;
      const before = best.get(register.definition.id);
      const eligible = isEligible(register, found, bonus, block.cells.length);
      const recognition = { register: register.definition.id, score, matched: found.size, block, eligible };
      if (before === undefined || isBetter(recognition, before)) best.set(register.definition.id, recognition);
    }
  }
  return [...best.values()].sort((a, b) => Number(b.eligible) - Number(a.eligible) || b.score - a.score);
}

/** A header further down, apart from the one above it, must fit a good deal better: it may be that one repeated. */
function isBetter(recognition: Recognition, before: Recognition): boolean {
  if (recognition.eligible !== before.eligible) return recognition.eligible;
  const apart = (recognition.block.rows[0] ?? 0) > lastRow(before);
  return recognition.score > before.score * (apart ? repeatedHeaderMargin : 1);
}

const repeatedHeaderMargin = 1.25;

/**
 * The winner, where it is clearly ahead of every other register that the same header could be. Where two tables stand one
 * below the other, the upper one is the sheet's; its reader stops at the header of the lower.
 */
export function clearWinner(recognitions: readonly Recognition[]): Recognition | undefined {
  const eligible = recognitions.filter((recognition) => recognition.eligible);
  const bestScore = eligible[0]?.score ?? 0;
  const weighty = eligible.filter(({ score }) => score >= bestScore * upperTableShare);
  const headerRow = Math.min(...weighty.map(lastRow));
  const [first, second] = eligible.filter((recognition) => lastRow(recognition) === headerRow);
  if (first === undefined || second === undefined) return first;
  return first.score - second.score >= Math.max(0.5, first.score * 0.05) ? first : undefined;
}

/** An upper table counts as the sheet's when its header fits at least this share as well as the best. */
const upperTableShare = 0.6;

function lastRow(recognition: Recognition): number {
  return recognition.block.rows.at(-1) ?? 0;
}

/** Whether the fields satisfy the definition's condition: one field of each group. */
export function hasRequiredFields(register: RegisterHeaders, fields: ReadonlyMap<string, unknown>): boolean {
  return register.definition.recognisedBy.every((group) => group.some((field) => fields.has(field)));
}

/** How strongly the names around the table speak for each register: a longer title beats one that it contains. */
export function titleBonuses(titles: TitleSources, index: RegisterIndex): ReadonlyMap<RegisterId, number> {
  const bonuses = new Map<RegisterId, number>();
  const onSheet = titlesIn([titles.sheet, ...titles.lines], index);
  const onFile = titlesIn([titles.file], index);
  for (const register of index.registers) {
    const id = register.definition.id;
    const bonus = (onSheet.get(id) ?? 0) * weightOnSheet + (onFile.get(id) ?? 0) * weightOnFile;
    if (bonus > 0) bonuses.set(id, bonus);
  }
  return bonuses;
}

function isEligible(
  register: RegisterHeaders,
  found: ReadonlyMap<string, unknown>,
  bonus: number,
  columns: number,
): boolean {
  if (found.size < 2) return false;
  return (
    hasRequiredFields(register, found) ||
    (bonus >= weightOnSheet * 0.75 && found.size >= 3 && found.size * 2 >= columns)
  );
}

/** 1 for the register with the longest title found in the texts, less for those with a shorter one. */
function titlesIn(texts: readonly string[], index: RegisterIndex): ReadonlyMap<RegisterId, number> {
  const names = texts.map(titleText).filter((name) => name !== '');
  const lengths = new Map<RegisterId, number>();
  for (const register of index.registers) {
    const title = register.titles.find((candidate) => names.some((name) => name.includes(candidate)));
    if (title !== undefined) lengths.set(register.definition.id, title.length);
  }
  const longest = Math.max(0, ...lengths.values());
  return new Map([...lengths].map(([id, length]) => [id, length / longest]));
}
