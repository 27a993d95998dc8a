import type { RegisterRecord } from '../register/record.ts';
import { addMonths } from './day-arithmetic.ts';
import type { FactContext, FactDefinition, FactParams, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf } from './iso.ts';
import { listedConduct } from './listing-conduct.ts';
import { fixedReads, numberOf, textOf } from './neighbours.ts';
import { mentionsAny } from './words.ts';

const LISTINGS = 'dishonestListing';
const MONTHS_IN_YEAR = 12;
const STARTS = ['effectiveDate', 'termStart', 'publishedDate'] as const;
/** Art. 2(1): violence or threats of a grave kind, or several acts of dishonesty. */
const GROUND_WORDS = ['暴力', '威胁', '多项', '多次', '两项', '二项', '数项'];
const SEPARATORS = /[、,，;；/和及\s]+/u;

/**
 * Day from which the term is counted: the day on which the decision took effect or the term was set to begin, the later of the
 * two, which is the reading that does not accuse; publication only where neither is on record.
 */
function startOf(record: RegisterRecord): string | null {
  const { effectiveDate, termStart, publishedDate } = record.values;
  const begun = [effectiveDate, termStart].map(textOf).filter((day) => day !== null);
  const start = begun.sort().at(-1) ?? textOf(publishedDate);
  return start === null ? null : dayOf(start);
}

/** Whether the row names a ground on which a listing may be extended; unknown where it has no column for one. */
function hasGround(record: RegisterRecord): boolean | undefined {
  const { behaviour, conductCode, remark } = record.values;
  const words = [behaviour, remark].map((each) => textOf(each) ?? '');
  if (words.some((each) => mentionsAny(each, GROUND_WORDS))) return true;
  const codes = (textOf(conductCode) ?? '').split(SEPARATORS).filter((code) => code !== '');
  if (codes.length > 1) return true;
  return behaviour === undefined && conductCode === undefined ? undefined : false;
}

/**
 * How the stated end of a listing stands to art. 2(1): two years, one to three more on its grounds.
 * - `within` two years, or two and the extension on record
 * - `beyond-most` past two and three years together
 * - `beyond-extension` past the extension on record; `no-extension` past two years with none on record
 */
type TermState = 'within' | 'beyond-most' | 'beyond-extension' | 'no-extension';

function monthsOf(record: RegisterRecord, context: FactContext, name: unknown): number | Unknown {
  const limit = context.limit(String(name), record);
  return limit instanceof Unknown ? limit : limit.amount;
}

function termState(record: RegisterRecord, context: FactContext, params: FactParams): FactResult {
  const end = textOf(record.values.termEnd);
  const start = startOf(record);
  if (end === null) return new Unknown('missing', ['termEnd']);
  if (start === null) return new Unknown('missing', [...STARTS]);
  const base = monthsOf(record, context, params.base);
  const most = monthsOf(record, context, params.most);
  if (base instanceof Unknown) return base;
  if (most instanceof Unknown) return most;
  const state = (extension: number): TermState | null => (end <= addMonths(start, base + extension) ? 'within' : null);
  if (state(0) !== null) return 'within' satisfies TermState;
  if (state(most) === null) return 'beyond-most' satisfies TermState;
  const { extensionYears } = record.values;
  if (extensionYears === undefined) return new Unknown('missing', ['extensionYears']);
  const years = numberOf(extensionYears) ?? 0;
  if (years <= 0) return 'no-extension' satisfies TermState;
  return state(years * MONTHS_IN_YEAR) ?? ('beyond-extension' satisfies TermState);
}

export const listingTermFacts: readonly FactDefinition[] = [
  {
    name: 'listedConduct',
    register: LISTINGS,
    label: { zh: '失信行为情形的种类', en: 'kind of the conduct listed' },
    type: 'text',
    shared: true,
    reads: fixedReads(['conductCode', 'behaviour']),
    evaluate: (record) =>
      record.values.conductCode === undefined && record.values.behaviour === undefined
        ? new Unknown('missing', ['conductCode', 'behaviour'])
        : listedConduct(record),
  },
  {
    name: 'listingTermState',
    register: LISTINGS,
    label: { zh: '纳入期限与二年及延长的关系', en: 'stated end against two years and the extension' },
    type: 'text',
    params: { base: { kind: 'limit' }, most: { kind: 'limit' } },
    reads: fixedReads(['termEnd', ...STARTS, 'extensionYears'], [], ['base', 'most']),
    evaluate: termState,
    describe: (record) => ({ start: startOf(record) }),
  },
  {
    name: 'extensionGround',
    register: LISTINGS,
    label: { zh: '载明可以延长的事由', en: 'a ground of extension is named' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['behaviour', 'conductCode', 'remark']),
    evaluate: (record) => hasGround(record) ?? new Unknown('missing', ['behaviour', 'conductCode']),
  },
];
