import type { FieldId, RegisterId } from '../register/definition.ts';
import type { FieldValue, RegisterRecord } from '../register/record.ts';
import { textOf } from './cells.ts';
import { datesIn } from './dates-in-words.ts';
import type { FactResult, RegisterSet } from './fact.ts';
import { Unknown } from './fact.ts';
import { addMonths } from '../calendar/day-arithmetic.ts';
import { compareDates, dayOf, hasTime, isIsoDate } from './iso.ts';
import { comparableText } from './text.ts';

/** Start and end of a seizure or freeze as a register shows them. `undefined` is unknown, `null` known to be empty. */
export interface MeasureWindow {
  /** Moment from which it binds the body that received it. */
  readonly from: FieldValue;
  readonly releasedAt: FieldValue;
  readonly termEnd: FieldValue;
}

/**
 * How a measure stands to something done at a moment.
 * - `in-force` it bound then; `not-yet`, `ended` it did not
 * - `same-day` the order on that day cannot be told, because a time of day is missing
 * - `term-open` no last day is recorded, and the shortest of the longest lawful terms (one year) is over
 * - `undecided` a column or cell that would decide is missing
 */
export type MeasureState = 'in-force' | 'same-day' | 'term-open' | 'undecided' | 'not-yet' | 'ended';

/** 民诉法解释 485: deposits one year, movables two, real estate and other rights three. */
const SHORTEST_TERM_MONTHS = 12;
const LONGEST_TERM_MONTHS = 36;

/** Whether the order of two dates can be told. Two bare days of the same date cannot, nor a day and a moment of it. */
function orderKnown(a: string, b: string): boolean {
  return dayOf(a) !== dayOf(b) || (hasTime(a) && hasTime(b));
}

function endedBy(window: MeasureWindow, moment: string): boolean {
  const { releasedAt, termEnd } = window;
  // On the day of release or the last day of the term the reading that does not accuse is that it had ended.
  if (isIsoDate(releasedAt) && compareDates(moment, releasedAt) >= 0) return true;
  return isIsoDate(termEnd) && dayOf(moment) >= dayOf(termEnd);
}

/** State of a measure at a moment. What ends it is taken in favour of the body that acted. */
export function measureState(window: MeasureWindow, moment: string): MeasureState {
  const { from, releasedAt, termEnd } = window;
  if (from === null) return 'not-yet';
  if (!isIsoDate(from)) return 'undecided';
  if (endedBy(window, moment)) return 'ended';
  if (!orderKnown(from, moment)) return 'same-day';
  if (compareDates(moment, from) <= 0) return 'not-yet';
  // The usual headers of measures have no column of releases: then the recorded term tells.
  if (isIsoDate(termEnd) || dayOf(moment) === dayOf(from)) return 'in-force';
  if (releasedAt === undefined) return 'undecided';
  if (dayOf(moment) > addMonths(dayOf(from), LONGEST_TERM_MONTHS)) return 'ended';
  if (termEnd === undefined) return 'undecided';
  return dayOf(moment) <= addMonths(dayOf(from), SHORTEST_TERM_MONTHS) ? 'in-force' : 'term-open';
}

const LIFTED = /(?:已经?|[日号\d])[^未不;。]{0,8}(?:解除|解封|解冻|撤销)|^(?:裁定)?(?:解除|解封|解冻|撤销)/u;

/**
 * Whether the measure was lifted before the moment, by the words of its remark. Where no column tells releases and the
 * remark is silent, nobody knows: the recorded term stands, and a finding says that it may have been lifted before.
 */
export function liftedByWords(measure: RegisterRecord, remark: FieldId, moment: FieldValue): FactResult {
  const words = textOf(measure, remark);
  const on = datesIn(words)[0];
  if (LIFTED.test(words) && (on === undefined || !isIsoDate(moment) || compareDates(on, moment) <= 0)) return true;
  return measure.values.releasedAt === undefined ? new Unknown('missing', [`${measure.register}.releasedAt`]) : false;
}

type KeyIndex = ReadonlyMap<string, readonly RegisterRecord[]>;

/** By register, then by field. */
const indexes = new WeakMap<RegisterSet, Map<RegisterId, Map<FieldId, KeyIndex>>>();
const NONE: readonly RegisterRecord[] = [];

function indexOf(registers: RegisterSet, register: RegisterId, field: FieldId): KeyIndex {
  const byRegister = indexes.get(registers) ?? new Map<RegisterId, Map<FieldId, KeyIndex>>();
  indexes.set(registers, byRegister);
  const byField = byRegister.get(register) ?? new Map<FieldId, KeyIndex>();
  byRegister.set(register, byField);
  const index = byField.get(field) ?? Map.groupBy(registers.all(register), (record) => matchKey(record.values[field]));
  byField.set(field, index);
  return index;
}

/** A number plate with a mark after its letters: 琼A·12345, 琼A-12345. */
const MARKED_PLATE = /^([\u4e00-\u9fff][A-Z])[·•・.\-—]([A-Z0-9]{4,6}[A-Z0-9\u4e00-\u9fff])$/u;

/** Key under which two registers' spellings of a number meet: NFKC, no spaces, capitals, plates without their mark. */
export function matchKey(value: FieldValue): string {
  return typeof value === 'string' ? upperCase(comparableText(value)).replace(MARKED_PLATE, '$1$2') : '';
}

/** What may have a capital: small ASCII letters, and whatever lies outside the blocks that registers are written in. */
const SMALL = /[^\u0021-\u0060\u007b-\u007e\u3001-\u3011\u4e00-\u9fff]/u;

function upperCase(text: string): string {
  return SMALL.test(text) ? text.toUpperCase() : text;
}

/** Records of a register whose text field has the same `matchKey`; none for a blank key. Indexed on first use. */
export function recordsMatching(
  registers: RegisterSet,
  register: RegisterId,
  field: FieldId,
  key: string,
): readonly RegisterRecord[] {
  if (key === '') return NONE;
  const index = indexes.get(registers)?.get(register)?.get(field) ?? indexOf(registers, register, field);
  return index.get(key) ?? NONE;
}
