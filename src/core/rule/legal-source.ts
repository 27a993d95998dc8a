import type { LocalDate } from '../calendar/local-date.ts';
import type { Bilingual, Language } from '../language.ts';
import type { Confidence, LegalReference } from './format.ts';
import type { BasisClass, SourceInForce } from './pack.ts';

/** What kind of text a source is; decides how a breach of it may be called. */
export type SourceRank =
  | 'law'
  | 'judicialInterpretation'
  | 'administrativeRegulation'
  | 'departmentRule'
  | 'localRegulation'
  | 'supremeCourtDocument'
  | 'jointDocument'
  | 'departmentDocument'
  | 'partyRegulation'
  | 'npcResolution'
  | 'localDocument'
  | 'businessGuide';

export interface SourceVersion {
  /** First day in force; `null` where that day was not seen (first version only). */
  readonly from: LocalDate | null;
  /** Last day in force; none for the version in force. */
  readonly to?: LocalDate;
  /** 2023年修正; none where there is nothing to tell it from. */
  readonly name?: Bilingual;
  /** 文号, where it differs from the source's. */
  readonly number?: string;
  /** How much of the text was seen when it was written down. */
  readonly seen: SourceInForce['seen'];
  readonly note?: Bilingual;
}

export interface ArticleNumber {
  readonly from: LocalDate | null;
  readonly article: string;
}

/** A law, interpretation or document: `rules/sources/<id>.json`, form in `rules/source.schema.json`. */
export interface LegalSource {
  readonly id: string;
  readonly title: Bilingual;
  readonly shortTitle: Bilingual;
  readonly number: string | null;
  readonly rank: SourceRank;
  /** Ascending. */
  readonly versions: readonly [SourceVersion, ...SourceVersion[]];
  /** Current number of an article → its numbers over time, ascending. */
  readonly articles?: Readonly<Record<string, readonly ArticleNumber[]>>;
  readonly confidence: Confidence;
  readonly note: Bilingual;
}

export type LegalSources = ReadonlyMap<string, LegalSource>;

/** `118`, `111-1` (第111条之一), `118.2` (第2款), `192(4)` (第4项), `114.1(5)`. */
const ARTICLE =
  /^(?<article>[1-9]\d*)(?:-(?<inserted>[1-9]\d*))?(?:\.(?<paragraph>[1-9]\d*))?(?:\((?<item>[1-9]\d*)\))?$/;

interface ArticleParts {
  readonly article: string;
  readonly inserted: string | undefined;
  readonly paragraph: string | undefined;
  readonly item: string | undefined;
}

function partsOf(article: string): ArticleParts | undefined {
  const groups = ARTICLE.exec(article)?.groups;
  if (groups === undefined) return undefined;
  const { article: number = '', inserted, paragraph, item } = groups;
  return { article: number, inserted, paragraph, item };
}

/** What is wrong with the form of an article in a reference; `null` where nothing is. */
export function articleFault(article: string): string | null {
  return partsOf(article) === undefined
    ? 'write the number of the article, then .2 for its second paragraph and (4) for its fourth item: 118, 118.2, 192(4)'
    : null;
}

/** The version in force on a day; `undefined` before the first. */
export function versionInForce(source: LegalSource, day: LocalDate): SourceVersion | undefined {
  return source.versions.findLast(({ from }) => from === null || from <= day);
}

function currentVersion(source: LegalSource): SourceVersion {
  return source.versions.at(-1) ?? source.versions[0];
}

/**
 * The number that an article had on a day, by its current number (paragraph and item kept).
 * @returns `undefined` where the source was not in force, or its older numbering is not known
 */
export function articleInForce(source: LegalSource, currentArticle: string, day: LocalDate): string | undefined {
  const parts = partsOf(currentArticle);
  const version = versionInForce(source, day);
  if (parts === undefined || version === undefined) return undefined;
  const numbers = parts.inserted === undefined ? source.articles?.[parts.article] : undefined;
  if (numbers === undefined) return version === currentVersion(source) ? currentArticle : undefined;
  const number = numbers.findLast(({ from }) => from === null || from <= day);
  return number === undefined ? undefined : number.article + currentArticle.slice(parts.article.length);
}

const CHINESE_DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 1–999 in Chinese numerals, as articles are numbered. */
function chineseNumber(number: number): string {
  const hundreds = Math.floor(number / 100);
  const tens = Math.floor((number % 100) / 10);
  const ones = CHINESE_DIGITS[number % 10] ?? '';
  if (hundreds > 0) {
    const rest = number % 100 === 0 ? '' : tens === 0 ? `零${ones}` : `${CHINESE_DIGITS[tens] ?? ''}十${ones}`;
    return `${CHINESE_DIGITS[hundreds] ?? ''}百${rest}`;
  }
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : (CHINESE_DIGITS[tens] ?? '')}十${ones}`;
}

/** Documents are known by their number, laws and interpretations by their name. */
const CITED_BY_NUMBER: ReadonlySet<SourceRank> = new Set<SourceRank>([
  'supremeCourtDocument',
  'jointDocument',
  'departmentDocument',
  'partyRegulation',
]);

function numberWords(source: LegalSource, version: SourceVersion): string | null {
  return CITED_BY_NUMBER.has(source.rank) ? (version.number ?? source.number) : null;
}

function articleWords(article: string, byNumber: boolean, language: Language): string {
  const parts = partsOf(article);
  if (parts === undefined) return article;
  const { article: number, inserted, paragraph, item } = parts;
  if (language === 'en') {
    const inside = [paragraph, item].filter((part) => part !== undefined).map((part) => `(${part})`);
    return `art. ${number}${inserted === undefined ? '' : `-${inserted}`}${inside.join('')}`;
  }
  const chinese = (part: string) => chineseNumber(Number(part));
  const words = [`第${byNumber ? chinese(number) : number}条`];
  if (inserted !== undefined) words.push(`之${chinese(inserted)}`);
  if (paragraph !== undefined) words.push(`第${chinese(paragraph)}款`);
  if (item !== undefined) words.push(`第（${chinese(item)}）项`);
  return words.join('');
}

/** References of one source that print alike, but for their articles. */
interface Citation {
  readonly source: LegalSource;
  readonly version: SourceVersion;
  /** Whether the articles carry current numbers although an older version applied. */
  readonly currentNumbers: boolean;
  readonly articles: string[];
}

function citationsOf(
  sources: LegalSources,
  references: readonly LegalReference[],
  day: LocalDate,
): readonly Citation[] {
  const citations = new Map<string, Citation>();
  for (const { source: id, article } of references) {
    const source = sources.get(id);
    if (source === undefined) continue;
    const inForce = versionInForce(source, day);
    const number = article === undefined ? undefined : articleInForce(source, article, day);
    const currentNumbers = article !== undefined && number === undefined;
    const version = currentNumbers || inForce === undefined ? currentVersion(source) : inForce;
    const key = `${id} ${currentNumbers}`;
    const citation = citations.get(key) ?? { source, version, currentNumbers, articles: [] };
    citations.set(key, citation);
    if (article !== undefined) citation.articles.push(number ?? article);
  }
  return [...citations.values()];
}

function citationWords({ source, version, currentNumbers, articles }: Citation, language: Language): string {
  const number = numberWords(source, version);
  const articleList = articles.map((article) => articleWords(article, number !== null, language));
  if (language === 'zh') {
    const name = number ?? `《${source.shortTitle.zh}》`;
    const listed = articleList.length === 0 ? '' : (currentNumbers ? '现行' : '') + articleList.join('、');
    return `${name}${listed}${version.name === undefined ? '' : `（${version.name.zh}）`}`;
  }
  const name =
    number === null || number === source.shortTitle.en ? source.shortTitle.en : `${source.shortTitle.en} (${number})`;
  const remarks = [currentNumbers ? 'current numbering' : '', version.name?.en ?? ''].filter((remark) => remark !== '');
  const listed = articleList.length === 0 ? '' : ` ${articleList.join(', ')}`;
  return `${name}${listed}${remarks.length === 0 ? '' : ` (${remarks.join('; ')})`}`;
}

/**
 * Words for references, with the article numbers in force on a day: 《民事诉讼法》第117条、第118条（2023年修正）;
 * 法发〔2025〕8号第五条. Where the older number is not known, the current one is printed and called so (现行第27条).
 * A reference to a source that the pack does not hold prints nothing: the lint refuses it.
 */
export function citation(
  sources: LegalSources,
  references: readonly LegalReference[],
  day: LocalDate,
  language: Language,
): string {
  return citationsOf(sources, references, day)
    .map((each) => citationWords(each, language))
    .join(language === 'zh' ? '、' : '; ');
}

/** The same in both languages; what messages take for `{{law}}`. */
export function citationWriter(
  sources: LegalSources,
): (references: readonly LegalReference[], day: LocalDate) => Bilingual {
  return (references, day) => ({
    zh: citation(sources, references, day, 'zh'),
    en: citation(sources, references, day, 'en'),
  });
}

/** Looks up what a source was on a day. */
export function sourceFinder(sources: LegalSources): (id: string, day: LocalDate) => SourceInForce | undefined {
  return (id, day) => {
    const source = sources.get(id);
    const version = source === undefined ? undefined : versionInForce(source, day);
    if (source === undefined || version === undefined) return undefined;
    return {
      title: source.title,
      number: version.number ?? source.number,
      name: version.name ?? null,
      from: version.from,
      to: version.to ?? null,
      seen: version.seen,
    };
  };
}

/** How a parameter that rests on a basis (`source#article`, `source`, or a word for none) is called. */
export function basisClassOf(sources: LegalSources, basis: string): BasisClass {
  if (basis === 'policy-default' || basis === 'local-practice') return basis;
  const rank = sources.get(basis.split('#')[0] ?? '')?.rank;
  switch (rank) {
    case 'law':
    case 'judicialInterpretation':
    case 'administrativeRegulation':
    case 'departmentRule':
    case 'localRegulation':
    case 'npcResolution':
      return 'statutory';
    case 'jointDocument':
    case 'partyRegulation':
      return 'joint-doc';
    case 'supremeCourtDocument':
    case 'departmentDocument':
      return 'normative-doc';
    case 'localDocument':
    case 'businessGuide':
      return 'local-practice';
    case undefined:
      return 'policy-default';
  }
}
