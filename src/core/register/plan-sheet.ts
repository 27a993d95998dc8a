import type { Bilingual } from '../language.ts';
import { cellText } from '../sheet/cell-text.ts';
import type { SheetSource } from '../sheet/grid.ts';
import { headerBlocksEndingAt, readTop } from '../sheet/header-block.ts';
import type { HeaderBlock, SheetTop } from '../sheet/header-block.ts';
import { assignColumns, shownHeader } from './assign-columns.ts';
import type { SavedColumns } from './assign-columns.ts';
import { headerFingerprint } from './header-fingerprint.ts';
import { declaredMultiplier, headerText } from './header-text.ts';
import { savedMappingFor } from './mapping-template.ts';
import type { MappingTemplate, SavedMapping } from './mapping-template.ts';
import { clearWinner, hasRequiredFields, recognise, titleBonuses } from './recognise.ts';
import type { Recognition, TitleSources } from './recognise.ts';
import type { RegisterHeaders, RegisterIndex } from './register-index.ts';
import type { ColumnPlan, RegisterCandidate, SheetPlan } from './sheet-plan.ts';

const namedCandidates = 5;
const noSavedColumns: SavedColumns = new Map();

/**
 * Decides how a sheet is read: which register it is, where its header stands, what its columns mean. Looks at the first
 * rows only. A saved mapping that fits goes before everything else and leaves the rest to the automatic way.
 * @param file name of the file without folder; used for its words, and for the patterns of saved mappings
 */
export function planSheet(
  source: SheetSource,
  file: string,
  index: RegisterIndex,
  template: MappingTemplate | null = null,
): SheetPlan {
  const top = readTop(source);
  const blocks = top.rows
    .flatMap((_, last) => headerBlocksEndingAt(top, last))
    .filter((block) => block.cells.length >= 2);
  const titlesAbove = (block: HeaderBlock): TitleSources => ({
    sheet: source.name,
    lines: linesAbove(top, block),
    file: fileTitle(file),
  });
  const recognitions = recognise(wordyBlocks(blocks, index), index, titlesAbove);
  const candidates = recognitions
    .slice(0, namedCandidates)
    .map(({ register, score, matched }) => ({ register, score: rounded(score), matched }));
  const plan = (
    parts: Pick<SheetPlan, 'register' | 'reason'>,
    block: HeaderBlock | null,
    mapped?: Mapped,
  ): SheetPlan => ({
    file,
    sheet: source.name,
    hidden: source.hidden,
    ...parts,
    headerRow: block?.rows.at(-1) ?? null,
    headerRows: block?.rows ?? [],
    columns: mapped?.columns ?? [],
    unmapped: mapped?.unmapped ?? [],
    candidates,
    fingerprint: block === null ? '' : fingerprintOf(block),
  });

  const likely = clearWinner(recognitions) ?? recognitions[0];
  const saved = savedMappingFor(template, file, source.name, likely === undefined ? null : fingerprintOf(likely.block));
  const savedRegister = saved === undefined ? undefined : index.register(saved.register);
  if (saved !== undefined && savedRegister !== undefined) {
    const block = savedBlock(saved, blocks, recognitions, top);
    if (block !== undefined) {
      const mapped = assign(block, savedRegister, index, top, savedColumns(saved));
      return plan({ register: saved.register, reason: reasons.saved }, block, mapped);
    }
  }

  const winner = topmost(clearWinner(recognitions), recognitions);
  if (winner !== undefined) {
    const register = index.register(winner.register);
    if (register !== undefined) {
      return plan(
        { register: winner.register, reason: reasons.recognised(register, winner) },
        winner.block,
        assign(winner.block, register, index, top),
      );
    }
  }
  const rivals = recognitions.filter((recognition) => recognition.eligible);
  if (rivals.length > 1) return plan({ register: null, reason: reasons.several }, rivals[0]?.block ?? null);
  const likeness = recogniseByLikeness(blocks, recognitions, index, top, titlesAbove);
  if (likeness !== undefined) {
    const { register, block, mapped } = likeness;
    return plan({ register: register.definition.id, reason: reasons.likeness(register) }, block, mapped);
  }
  return plan(
    { register: null, reason: reasons.none },
    likely !== undefined && likely.matched >= 2 ? likely.block : null,
  );
}

/**
 * Of two tables one below the other the upper is read, however well the lower is recognised: what stands above a header is
 * never looked at again, what stands below is accounted for row by row.
 */
function topmost(winner: Recognition | undefined, recognitions: readonly Recognition[]): Recognition | undefined {
  if (winner === undefined) return undefined;
  const first = winner.block.rows[0] ?? 0;
  // A row of data lies between; captions of the same header do not count.
  const above = recognitions.filter(({ eligible, block }) => eligible && (block.rows.at(-1) ?? first) < first - 1);
  return above.sort((a, b) => (a.block.rows[0] ?? 0) - (b.block.rows[0] ?? 0) || b.score - a.score)[0] ?? winner;
}

/** Rows of data are no header: blocks without a single word that some register lists are not looked at further. */
function wordyBlocks(blocks: readonly HeaderBlock[], index: RegisterIndex): readonly HeaderBlock[] {
  const wordy = new Set<number>();
  for (const block of blocks) {
    const [row] = block.rows;
    if (block.rows.length > 1 || row === undefined) continue;
    if (block.cells.some(({ text }) => isListed(text, index))) wordy.add(row);
  }
  return blocks.filter(({ rows }) => rows.some((row) => wordy.has(row)));
}

function isListed(text: string, index: RegisterIndex): boolean {
  const { full, key } = headerText(text);
  return index.spread(full) + index.spread(key) > 0;
}

/** Most cells hold words and no figures. */
function looksLikeHeader(block: HeaderBlock): boolean {
  return block.cells.filter(({ text }) => text.length <= 30 && !/\d/u.test(text)).length * 2 > block.cells.length;
}

type Mapped = Pick<SheetPlan, 'columns' | 'unmapped'>;

function assign(
  block: HeaderBlock,
  register: RegisterHeaders,
  index: RegisterIndex,
  top: SheetTop,
  saved = noSavedColumns,
): Mapped {
  return assignColumns(block.cells, register, index, saved, declaredUnit(top, block));
}

/** Where no register lists enough of the words: those that the names or a few headers point to, with slips forgiven. */
function recogniseByLikeness(
  blocks: readonly HeaderBlock[],
  recognitions: readonly Recognition[],
  index: RegisterIndex,
  top: SheetTop,
  titlesAbove: (block: HeaderBlock) => TitleSources,
): { readonly register: RegisterHeaders; readonly block: HeaderBlock; readonly mapped: Mapped } | undefined {
  const found = blocks
    .filter((block) => block.rows.length === 1 && (block.rows[0] ?? 0) <= likenessRows && looksLikeHeader(block))
    .flatMap((block) => {
      const bonuses = titleBonuses(titlesAbove(block), index);
      const pointed = new Set([
        ...bonuses.keys(),
        ...recognitions.slice(0, namedCandidates).map(({ register }) => register),
      ]);
      return index.registers
        .filter((register) => pointed.has(register.definition.id))
        .map((register) => {
          const mapped = assign(block, register, index, top);
          const score =
            mapped.columns.reduce((sum, column) => sum + likenessWeight(column), 0) +
            (bonuses.get(register.definition.id) ?? 0);
          return { register, block, mapped, score };
        });
    })
    .filter(({ register, block, mapped }) => {
      const fields = new Map(mapped.columns.map((column) => [column.field, column]));
      return fields.size >= 3 && fields.size * 2 >= block.cells.length && hasRequiredFields(register, fields);
    })
    .sort((a, b) => b.score - a.score);
  const [first, ...others] = found;
  const rival = others.find(({ register }) => register !== first?.register);
  return first !== undefined && first.score - (rival?.score ?? 0) >= 0.5 ? first : undefined;
}

const likenessRows = 15;

function likenessWeight(column: ColumnPlan): number {
  return column.confidence === 'high' ? 1 : column.confidence === 'medium' ? 0.7 : 0.4;
}

/** The block that a saved mapping means: on the row that it names, else the one that holds most of its headers. */
function savedBlock(
  saved: SavedMapping,
  blocks: readonly HeaderBlock[],
  recognitions: readonly Recognition[],
  top: SheetTop,
): HeaderBlock | undefined {
  const { headerRow } = saved;
  if (headerRow !== undefined) {
    const last = top.rows.findIndex((row) => row.number === headerRow);
    return last < 0 ? undefined : headerBlocksEndingAt(top, last)[0];
  }
  const headers = new Set(Object.keys(saved.columns).map((header) => headerText(header).full));
  const held = (block: HeaderBlock): number =>
    block.cells.filter(
      (cell) =>
        headers.has(headerText(cell.text).full) || headers.has(headerText([...cell.groups, cell.text].join('')).full),
    ).length;
  const ranked = blocks.map((block) => ({ block, count: held(block) })).sort((a, b) => b.count - a.count);
  const recognised = recognitions.find(({ register }) => register === saved.register);
  const first = ranked[0];
  if (first === undefined || first.count === 0) return recognised?.block;
  // Several blocks end on the same row; the one the register was recognised by knows its captions.
  return recognised !== undefined && held(recognised.block) === first.count ? recognised.block : first.block;
}

function savedColumns(saved: SavedMapping): SavedColumns {
  return new Map(Object.entries(saved.columns).map(([header, field]) => [headerText(header).full, field]));
}

function linesAbove(top: SheetTop, block: HeaderBlock): readonly string[] {
  const first = block.rows[0] ?? 0;
  return top.rows
    .filter((row) => row.number < first)
    .flatMap((row) => row.cells.map(cellText))
    .filter((text) => text !== '');
}

function declaredUnit(top: SheetTop, block: HeaderBlock): number | null {
  for (const line of linesAbove(top, block).toReversed()) {
    const multiplier = declaredMultiplier(line);
    if (multiplier !== null) return multiplier;
  }
  return null;
}

function fingerprintOf(block: HeaderBlock): string {
  return headerFingerprint(block.cells.map(shownHeader));
}

function fileTitle(file: string): string {
  return file.replace(/\.[^.]*$/u, '');
}

function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}

const reasons = {
  saved: { zh: '按已保存的映射方案', en: 'as the saved mapping says' },
  recognised: (register: RegisterHeaders, winner: RegisterCandidate): Bilingual => ({
    zh: `${String(winner.matched)}个列名属于“${register.definition.label.zh}”`,
    en: `${String(winner.matched)} headers belong to “${register.definition.label.en}”`,
  }),
  likeness: (register: RegisterHeaders): Bilingual => ({
    zh: `列名与“${register.definition.label.zh}”近似，请确认`,
    en: `the headers are like those of “${register.definition.label.en}”; please confirm`,
  }),
  several: { zh: '与多种台账同样相符，请指定', en: 'several registers fit alike; please say which is meant' },
  none: { zh: '与任何台账都不相符', en: 'no register fits' },
} as const;
