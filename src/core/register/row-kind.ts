import { cellText, isBlank } from '../sheet/cell-text.ts';
import type { SheetRow } from '../sheet/grid.ts';
import type { MergedRow } from '../sheet/merged-cells.ts';
import type { RegisterDefinition } from './definition.ts';
import { headerText } from './header-text.ts';
import type { RegisterIndex } from './register-index.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { isPlaceholder } from './value/normalise.ts';

/**
 * What a row under the header is.
 * - `record`: a row of the register, however odd its cells
 * - `group`: a caption over a block of rows; `total`: 合计, 小计, 总计
 * - `blank`: no cell of its own has content
 * - `other`: a repeated header, a line under the table (填表人, 审核, 备注), a row that holds nothing but its number or
 *   dashes
 * - `foreign`: the header of another table below this one; it and what follows is not read, but rejected row by row
 * - `rejected`: has content, but none in a column that is read
 */
export type RowKind = 'record' | 'group' | 'total' | 'blank' | 'repeatedHeader' | 'other' | 'foreign' | 'rejected';

interface OwnCell {
  readonly column: number;
  readonly text: string;
  /** As the words compare: without white space, half width. */
  readonly word: string;
}

/** Tells the rows of one sheet apart. Stateless: each row is judged by itself, inherited cells apart. */
export class RowClassifier {
  readonly #mapped: ReadonlySet<number>;
  readonly #caseColumns: ReadonlySet<number>;
  readonly #serialColumns: ReadonlySet<number>;
  readonly #firstColumn: number;
  readonly #headers: ReadonlyMap<number, ReadonlySet<string>>;
  readonly #width: number;
  readonly #index: RegisterIndex;

  constructor(plan: SheetPlan, definition: RegisterDefinition, index: RegisterIndex) {
    const typeOf = new Map(definition.fields.map((field) => [field.id, field.type]));
    this.#mapped = new Set(plan.columns.map(({ column }) => column));
    this.#caseColumns = new Set(
      plan.columns.filter(({ field }) => typeOf.get(field) === 'caseNo').map(({ column }) => column),
    );
    this.#serialColumns = new Set(
      plan.columns.filter(({ header }) => serialHeaders.has(headerText(header).key)).map(({ column }) => column),
    );
    const all = [...plan.columns, ...plan.unmapped];
    this.#firstColumn = Math.min(...all.map(({ column }) => column));
    this.#width = all.length;
    this.#headers = new Map(
      all.map(({ column, header }) => [column, new Set([header, ...header.split('/')].map(wordOf))]),
    );
    this.#index = index;
  }

  kindOf(row: SheetRow, merged: MergedRow): RowKind {
    const own = ownCells(row);
    const first = own[0];
    // Nothing but inherited cells: a record drawn two rows high is one record.
    if (first === undefined) return 'blank';
    const hasCaseNo = own.some(({ column, word }) => this.#caseColumns.has(column) && caseNoLike.test(word));
    if (!hasCaseNo && isTotal(own)) return 'total';
    if (this.#repeatsHeader(own)) return 'repeatedHeader';
    if (!hasCaseNo && this.#isForeignHeader(own)) return 'foreign';
    if (!hasCaseNo && this.#isLineBelow(own, merged)) return 'other';
    if (!hasCaseNo && merged.inherited.size === 0 && this.#isGroupCaption(own, merged)) return 'group';
    // Numbered in advance and never filled in, or filled with dashes: there is no matter that could be judged.
    if (merged.inherited.size === 0 && own.every((cell) => this.#saysNothing(cell))) return 'other';
    if (own.some(({ column }) => this.#mapped.has(column))) return 'record';
    return [...merged.inherited.keys()].some((column) => this.#mapped.has(column)) ? 'record' : 'rejected';
  }

  #saysNothing({ column, word }: OwnCell): boolean {
    return this.#serialColumns.has(column) || isPlaceholder(word);
  }

  /** The same header again, as long printouts have it on each page. */
  #repeatsHeader(own: readonly OwnCell[]): boolean {
    const same = own.filter(({ column, word }) => this.#headers.get(column)?.has(word) ?? false).length;
    return same >= 2 && same * 5 >= own.length * 3;
  }

  /** A row of header words that stand over other columns than ours: the table below is another one. */
  #isForeignHeader(own: readonly OwnCell[]): boolean {
    if (own.length < 4) return false;
    // Rows of data have digits and long words; asking the index for each of their cells would cost more than reading them.
    const wordy = own.filter(({ word }) => word.length <= longestHeaderWord && !/\d/u.test(word));
    if (wordy.length * 5 < own.length * 4) return false;
    const known = wordy.filter(({ text }) => this.#index.spread(headerText(text).full) > 0).length;
    return known >= 4 && known * 5 >= own.length * 4;
  }

  #isLineBelow(own: readonly OwnCell[], merged: MergedRow): boolean {
    const first = own[0];
    if (first === undefined || own.length * 2 > Math.max(this.#width, 4)) return false;
    if (signatureLine.test(first.word)) return true;
    if (own.length > 1) return own.every(({ word }) => signatureLine.test(word) || word.length === 0);
    // A sentence across the table is a note; a caption is short.
    const wide = merged.widthAt(first.column) > 1;
    return (
      (wide || first.column === this.#firstColumn) &&
      (first.word.length > 40 || /^[(]?注[)]?[:1一]|[。;]/u.test(first.word))
    );
  }

  #isGroupCaption(own: readonly OwnCell[], merged: MergedRow): boolean {
    const only = own[0];
    if (only === undefined || own.length > 1 || this.#width < 3) return false;
    if (!/\p{L}/u.test(only.word) || /^\d{4}[-/.年]\d/u.test(only.word)) return false;
    if (merged.widthAt(only.column) > 1 || captionNumber.test(only.word)) return true;
    return only.column === this.#firstColumn;
  }
}

const longestHeaderWord = 30;
const serialHeaders = new Set(['序号', '编号', '顺序号', 'no']);
const caseNoLike = /^[(〔【[]?(?:19|20)\d{2}[)〕】\]]?[^年月\d]{1,14}\d*[^年月\d]{0,8}\d+(?:[-之]\d+)?号?/u;
const totalWord =
  /^(?:本[页月季年]|全[院省市年]|[上下]半年|第?[一二三四1-4]季度)?(?:合计|小计|总计|累计|共计|总合计|合共)(?:$|[:(\d,，]|[件案元人万])/u;
const totalTail = /^.{1,12}(?:小计|合计|总计)[:)]?$/u;
const captionNumber =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十\d]{1,3}[部批季编章组])/u;
const signatureLine =
  /^(?:填表人?|填报人?|填报单位|制表人?|制单人?|审核人?|复核人?|审批人?|核对人?|经办人|统计人?|单位负责人|分管领导|负责人|联系人|联系电话|填表日期|填报日期|填报时间|制表日期|制表时间|打印日期|打印时间|导出时间|统计时间|统计日期|数据来源|备注|说明|填表说明|注|单位\(?盖章\)?)(?:[:(]|$)|^第\d+页|^共\d+页|^以[上下](?:空白|无正文|数据)|^[-—]*\d+\/\d+[-—]*$/u;

function ownCells(row: SheetRow): readonly OwnCell[] {
  const own: OwnCell[] = [];
  row.cells.forEach((cell, column) => {
    if (isBlank(cell)) return;
    const text = cellText(cell);
    own.push({ column, text, word: wordOf(text) });
  });
  return own;
}

function wordOf(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}

/** The word stands in the first cell, or in the second after a number. */
function isTotal(own: readonly OwnCell[]): boolean {
  return own
    .slice(0, 2)
    .some(
      ({ word }, at) =>
        (at === 0 || /^\d+$/u.test(own[0]?.word ?? '')) && (totalWord.test(word) || totalTail.test(word)),
    );
}
