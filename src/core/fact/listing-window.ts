import type { RegisterRecord } from '../register/record.ts';
import { compareDates, dayOf, hasTime } from './iso.ts';
import { textOf } from './neighbours.ts';
import { restrictionIssuedOn } from './restriction-order.ts';
import { mentionsAny } from './words.ts';

/**
 * How a listing or a restriction stands to something done at a moment.
 * - `in-force` it bound then; `out` it did not
 * - `term-over` its term had ended, but it had not been taken off yet
 * - `same-day` it began or ended on that day, and a time of day that would decide is missing
 * - `undecided` a column or cell that would decide is missing
 */
export type ListingState = 'in-force' | 'term-over' | 'same-day' | 'undecided' | 'out';

const REMOVED_WORDS = ['删除', '屏蔽', '撤销', '移除', '退出', '下架', '失效'];
const NOT_REMOVED_WORDS = ['未删除', '未屏蔽', '未撤销', '待删除', '待屏蔽', '未移除', '未退出'];
const LISTED_WORDS = ['有效', '公布', '发布', '公开', '在列', '生效', '正常', ...NOT_REMOVED_WORDS];

/** What the state of a listing says of its removal; nothing where it is blank or says neither. */
export function removalByStatus(record: RegisterRecord): 'removed' | 'listed' | 'silent' {
  const status = textOf(record.values.listingStatus) ?? '';
  const removed = mentionsAny(status, REMOVED_WORDS) && !mentionsAny(status, NOT_REMOVED_WORDS);
  if (removed || mentionsAny(status, ['无效'])) return 'removed';
  return mentionsAny(status, LISTED_WORDS) ? 'listed' : 'silent';
}

/** Whether it had been taken off: `undecided` where nothing tells whether it ever was. */
function removedBy(removed: string | null | undefined, moment: string): ListingState {
  if (removed === undefined) return 'undecided';
  if (removed === null) return 'in-force';
  if (dayOf(removed) !== dayOf(moment)) return removed < moment ? 'out' : 'in-force';
  if (!hasTime(removed) || !hasTime(moment)) return 'same-day';
  return compareDates(moment, removed) >= 0 ? 'out' : 'in-force';
}

/** Day or moment of removal: `null` while listed, `undefined` where it cannot be told. */
export function removedOn(listing: RegisterRecord): string | null | undefined {
  const { shieldedDate } = listing.values;
  if (typeof shieldedDate === 'string') return shieldedDate;
  const byStatus = removalByStatus(listing);
  if (byStatus === 'removed') return undefined;
  return shieldedDate === null || byStatus === 'listed' ? null : undefined;
}

/**
 * State of a listing (published ≤ moment < removed or the end of its term; the day of publication counts). A listing past
 * its term that had not been removed is no listing that binds, and is told apart.
 */
export function listingState(listing: RegisterRecord, moment: string): ListingState {
  const { publishedDate, effectiveDate, decisionDate, termEnd } = listing.values;
  const published = textOf(publishedDate);
  const day = dayOf(moment);
  const [begun] = [published, textOf(effectiveDate), textOf(decisionDate)].filter((each) => each !== null);
  if (begun !== undefined && day < begun) return 'out';
  const state = removedBy(removedOn(listing), moment);
  if (state === 'out') return 'out';
  if (published === null) return 'undecided';
  const end = textOf(termEnd);
  if (end === null || day < end) return state;
  // Where nothing tells of removals the recorded term does.
  return state === 'undecided' ? 'out' : 'term-over';
}

/** State of an order that restricts consumption. It begins with its issue; on the day of issue or release the order is open. */
export function restrictionState(order: RegisterRecord, moment: string): ListingState {
  const { releasedDate, termEnd } = order.values;
  const issued = restrictionIssuedOn(order);
  const day = dayOf(moment);
  const end = textOf(termEnd);
  if (end !== null && day > end) return 'out';
  const released = releasedDate === null ? null : (textOf(releasedDate) ?? undefined);
  // Without a column of releases the recorded term tells.
  const state = removedBy(released === undefined && end !== null ? null : released, moment);
  if (state === 'out' || (issued !== null && day < issued)) return 'out';
  if (issued === null) return 'undecided';
  return state === 'in-force' && day === issued ? 'same-day' : state;
}
