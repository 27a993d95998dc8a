import type { RegisterRecord } from '../register/record.ts';
import { dateOf, textOf } from './cells.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { compareDates, dayOf, hasTime, isIsoDate } from './iso.ts';
import type { MeasureState } from './measure-window.ts';
import { liftedByWords, matchKey, measureState, recordsMatching } from './measure-window.ts';

/** Facts on frozen shares: publication, its order, and changes that were registered during the freeze. */
const FREEZE = 'equityFreeze';
const CHANGE = 'equityChange';

/** 法释〔2021〕20号 19: from this day a freeze takes effect by publication, before it by service. */
const BY_PUBLICATION_FROM = '2022-01-01';

function isOldRule(freeze: RegisterRecord): boolean {
  const served = dateOf(freeze, 'servedAt');
  return typeof served === 'string' && dayOf(served) < BY_PUBLICATION_FROM;
}

function freezeState(freeze: RegisterRecord, moment: string): MeasureState {
  return measureState(
    {
      from: freeze.values[isOldRule(freeze) ? 'servedAt' : 'publishedAt'],
      releasedAt: freeze.values.releasedAt,
      termEnd: freeze.values.termEnd,
    },
    moment,
  );
}

/** Whether a change concerns the frozen share, by full identity number or code; a name alone is only a lead. */
type Share = 'same' | 'name-only' | 'other' | 'unrecorded';

function shareOf(change: RegisterRecord, freeze: RegisterRecord): Share {
  const own = change.values.shareholderIdentityNo;
  const frozen = freeze.values.identityNo;
  if (typeof own === 'string' && typeof frozen === 'string') return own === frozen ? 'same' : 'other';
  const name = textOf(change, 'shareholder');
  const debtor = textOf(freeze, 'debtor');
  if (name !== '' && debtor !== '') return name.includes(debtor) ? 'name-only' : 'other';
  return 'unrecorded';
}

const PLEDGE = /出质|质押/u;

/** Whether the notice forbids the registry this very matter; art. 7 alone does not bind the registry. */
function noticeForbids(change: RegisterRecord, freeze: RegisterRecord): boolean {
  const forbidden = textOf(freeze, 'forbiddenMatters');
  if (/一切|全部|任何|所有/u.test(forbidden)) return true;
  return PLEDGE.test(textOf(change, 'changeItem')) ? PLEDGE.test(forbidden) : /股东|转让|变更|过户/u.test(forbidden);
}

/**
 * - `forbidden` the freeze was in force on this share, and the notice forbids the matter
 * - `notice-silent`, `name-only`, `unrecorded`, `same-day`, `term-open`, `old-rule`: one of these is not proven
 */
type ShareState =
  | 'forbidden'
  | 'undecided'
  | 'notice-silent'
  | 'name-only'
  | 'unrecorded'
  | 'same-day'
  | 'term-open'
  | 'old-rule'
  | 'none';

const STRENGTH: readonly ShareState[] = [
  'forbidden',
  'undecided',
  'notice-silent',
  'name-only',
  'unrecorded',
  'same-day',
  'term-open',
  'old-rule',
  'none',
];

function shareState(change: RegisterRecord, freeze: RegisterRecord, approved: string): ShareState {
  const share = shareOf(change, freeze);
  const state = freezeState(freeze, approved);
  if (share === 'other' || state === 'not-yet' || state === 'ended') return 'none';
  if (state === 'undecided') return 'undecided';
  if (isOldRule(freeze)) return 'old-rule';
  if (state !== 'in-force') return state;
  if (share !== 'same') return share;
  return noticeForbids(change, freeze) ? 'forbidden' : 'notice-silent';
}

interface FreezeMatch {
  readonly state: ShareState;
  readonly freeze: RegisterRecord;
}

function freezesOf(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  return context.registers.by(FREEZE, 'creditCode', record.values.creditCode);
}

function shareMatch(record: RegisterRecord, context: FactContext): FreezeMatch | null {
  const approved = dateOf(record, 'approvedDate');
  if (typeof approved !== 'string') return null;
  const matches = freezesOf(record, context).map((freeze) => ({ freeze, state: shareState(record, freeze, approved) }));
  return matches.sort((a, b) => STRENGTH.indexOf(a.state) - STRENGTH.indexOf(b.state))[0] ?? null;
}

const FREEZE_FIELDS = ['creditCode', 'servedAt', 'publishedAt', 'releasedAt', 'termEnd'] as const;

/** How the strongest freeze stood towards this change of shareholder or pledge. The company is matched by its full code. */
const frozenShareChange: FactDefinition = {
  name: 'frozenShareChange',
  register: CHANGE,
  label: { zh: '核准时被冻结股权的状态', en: 'state of the frozen share at the approval' },
  type: 'text',
  shared: true,
  reads: () => ({
    fields: ['creditCode', 'approvedDate', 'changeItem', 'shareholder', 'shareholderIdentityNo'],
    neighbours: [{ register: FREEZE, fields: [...FREEZE_FIELDS, 'debtor', 'identityNo', 'forbiddenMatters'] }],
    parameters: [],
  }),
  evaluate: (record, context): FactResult => {
    if (!context.registers.has(FREEZE)) return new Unknown('register-absent', [FREEZE]);
    const state = shareMatch(record, context)?.state ?? 'none';
    if (state !== 'undecided') return state;
    return new Unknown('missing', [
      'shareholder',
      'shareholderIdentityNo',
      `${FREEZE}.releasedAt`,
      `${FREEZE}.termEnd`,
    ]);
  },
  describe: (record, context) => {
    const freeze = shareMatch(record, context)?.freeze;
    if (freeze === undefined) return {};
    const { publishedAt, servedAt, documentNo, court, debtor } = freeze.values;
    return { published: publishedAt, served: servedAt, document: documentNo, court, debtor };
  },
  sources: (record, context) => [shareMatch(record, context)?.freeze].filter((each) => each !== undefined),
};

/** A freeze in force whose notice was served on the company and asks it to report beforehand (art. 8). */
function reportFreeze(record: RegisterRecord, context: FactContext): RegisterRecord | null {
  const approved = dateOf(record, 'approvedDate');
  if (typeof approved !== 'string') return null;
  const asked = freezesOf(record, context).find((freeze) => {
    const served = dateOf(freeze, 'companyServedDate');
    if (freeze.values.reportRequired !== true || typeof served !== 'string') return false;
    return compareDates(served, approved) < 0 && !isOldRule(freeze) && freezeState(freeze, approved) === 'in-force';
  });
  return asked ?? null;
}

/** Day on which the company was told to report before a change of capital; blank when it was not told. */
const reportDutyServedDate: FactDefinition = {
  name: 'reportDutyServedDate',
  register: CHANGE,
  label: { zh: '要求公司事前书面报告的通知送达日', en: 'service of the notice that asks the company to report' },
  type: 'date',
  shared: true,
  reads: () => ({
    fields: ['creditCode', 'approvedDate'],
    neighbours: [{ register: FREEZE, fields: [...FREEZE_FIELDS, 'reportRequired', 'companyServedDate'] }],
    parameters: [],
  }),
  evaluate: (record, context): FactResult => {
    if (!context.registers.has(FREEZE)) return new Unknown('register-absent', [FREEZE]);
    const served = reportFreeze(record, context)?.values.companyServedDate;
    return isIsoDate(served) ? served : null;
  },
  describe: (record, context) => {
    const freeze = reportFreeze(record, context);
    return freeze === null ? {} : { served: freeze.values.companyServedDate, document: freeze.values.documentNo };
  },
  sources: (record, context) => [reportFreeze(record, context)].filter((each) => each !== null),
};

/** Whether the freeze that the finding rests on was lifted before, by its remark; see `liftedByWords`. */
const shareFreezeLifted: FactDefinition = {
  name: 'shareFreezeLifted',
  register: CHANGE,
  label: { zh: '冻结在此之前已解除', en: 'the freeze had been lifted before' },
  type: 'boolean',
  shared: true,
  reads: () => ({
    fields: ['creditCode', 'approvedDate'],
    neighbours: [{ register: FREEZE, fields: ['creditCode', 'releasedAt', 'remark'] }],
    parameters: [],
  }),
  evaluate: (record, context): FactResult => {
    const freeze = shareMatch(record, context)?.freeze ?? reportFreeze(record, context);
    return freeze === null ? false : liftedByWords(freeze, 'remark', record.values.approvedDate);
  },
};

/** Whether the order of two dates is certain, and `a` comes first. */
function certainlyBefore(a: string, b: string): boolean {
  return dayOf(a) === dayOf(b) && !(hasTime(a) && hasTime(b)) ? false : compareDates(a, b) < 0;
}

/** A freeze of another court on the same debtor's share that was served earlier and published later, or not yet. */
function overtaken(record: RegisterRecord, context: FactContext): RegisterRecord | null {
  const served = dateOf(record, 'servedAt');
  const published = dateOf(record, 'publishedAt');
  const debtor = matchKey(record.values.debtor);
  const court = textOf(record, 'court');
  if (typeof served !== 'string' || typeof published !== 'string' || debtor === '' || court === '') return null;
  const freezes = recordsMatching(context.registers, FREEZE, 'debtor', debtor);
  if (freezes.length < 2) return null;
  const other = freezes.find((each) => {
    if (each === record || each.values.creditCode !== record.values.creditCode) return false;
    const otherServed = dateOf(each, 'servedAt');
    if (typeof otherServed !== 'string' || !certainlyBefore(otherServed, served)) return false;
    const otherPublished = dateOf(each, 'publishedAt');
    if (typeof otherPublished !== 'string' || !certainlyBefore(published, otherPublished)) return false;
    const otherCourt = textOf(each, 'court');
    return otherCourt !== '' && otherCourt !== court;
  });
  return other ?? null;
}

/** Whether this freeze was published before one of another court on the same share that was served earlier. */
const publicityOrderConflict: FactDefinition = {
  name: 'publicityOrderConflict',
  register: FREEZE,
  label: { zh: '公示先后与收件先后不一致', en: 'order of publication differs from order of service' },
  type: 'boolean',
  shared: true,
  reads: () => ({
    fields: ['creditCode', 'debtor', 'court', 'servedAt', 'publishedAt'],
    neighbours: [],
    parameters: [],
  }),
  evaluate: (record, context) => overtaken(record, context) !== null,
  describe: (record, context) => {
    const other = overtaken(record, context);
    if (other === null) return {};
    return { served: other.values.servedAt, published: other.values.publishedAt, court: other.values.court };
  },
  sources: (record, context) => [overtaken(record, context)].filter((each) => each !== null),
};

/** Facts on frozen shares. */
export const equityFacts: readonly FactDefinition[] = [
  frozenShareChange,
  reportDutyServedDate,
  shareFreezeLifted,
  publicityOrderConflict,
];
