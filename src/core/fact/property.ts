import type { FieldId, RegisterId } from '../register/definition.ts';
import type { RegisterRecord } from '../register/record.ts';
import { dateOf, textOf, unknownOf } from './cells.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { compareDates, dayOf, hasTime } from './iso.ts';
import type { MeasureState } from './measure-window.ts';
import { liftedByWords, matchKey, measureState, recordsMatching } from './measure-window.ts';

/** Facts that hold registrations and contract filings against seizures served before. */
const REQUEST = 'assistanceRequest';
const SEALING = 'realEstateSealing';

/** 控制 is the name that the register's own list of kinds gives to seals, freezes and restrictions. */
const SEIZING =
  /查封|扣押|冻结|续封|控制|锁定|(?:限制|停止|暂停)(?:办理)?(?:转让|转移|过户|交易|权属|变更|抵押|网签|备案|登记)/u;
const NO_SEIZURE = /解除|解封|解冻|轮候/u;
/** Several kinds in one cell: 查询、查封 seizes, 查询查封情况 does not. */
const BETWEEN_KINDS = /[、,;/+]/u;

function isWaiting(record: RegisterRecord): boolean {
  const order = record.values.waitingOrder;
  return record.values.waiting === true || (typeof order === 'number' && order > 0);
}

function kindOf(record: RegisterRecord): string {
  return textOf(record, record.register === SEALING ? 'sealType' : 'assistanceCategory');
}

/** Whether the row records a seizure that takes effect when it is served: no release, no query, no waiting seizure. */
function seizes(record: RegisterRecord): boolean {
  const kind = kindOf(record);
  if (NO_SEIZURE.test(kind) || isWaiting(record)) return false;
  return kind.split(BETWEEN_KINDS).some((part) => SEIZING.test(part) && !part.includes('查询'));
}

interface Match {
  readonly state: MeasureState | 'other-body';
  readonly measure: RegisterRecord;
}

/** Strongest first: what a finding rests on where several measures stand against one registration. */
const STRENGTH: readonly Match['state'][] = [
  'in-force',
  'same-day',
  'undecided',
  'term-open',
  'other-body',
  'ended',
  'not-yet',
];

function strongest(matches: readonly Match[]): Match | null {
  return [...matches].sort((a, b) => STRENGTH.indexOf(a.state) - STRENGTH.indexOf(b.state))[0] ?? null;
}

const MEASURE_FIELDS = ['propertyId', 'servedAt', 'releasedAt', 'termEnd', 'waitingOrder'] as const;
const NEIGHBOURS = [
  { register: REQUEST, fields: [...MEASURE_FIELDS, 'assistanceCategory', 'assistingUnit', 'waiting'] },
  { register: SEALING, fields: [...MEASURE_FIELDS, 'sealType', 'registrar'] },
];

const RELEASING = /解除|解封|解冻/u;

/** Whether a release may be meant for the measure: the same case, else the same court; what is not told may fit. */
function mayRelease(release: RegisterRecord, measure: RegisterRecord): boolean {
  const same = ['caseNo', 'court']
    .map((field) => [release.values[field], measure.values[field]])
    .find(([a, b]) => typeof a === 'string' && typeof b === 'string');
  return same === undefined || same[0] === same[1];
}

/** A release that stands in a row of its own (解封, 解除查封), as registers without a column of releases have it. */
function releasedByRow(rows: readonly RegisterRecord[], measure: RegisterRecord): string | null {
  if (rows.length < 2) return null;
  const from = dateOf(measure, 'servedAt');
  const releases = rows
    .filter((row) => RELEASING.test(kindOf(row)) && mayRelease(row, measure))
    .map((row) => dateOf(row, 'servedAt'))
    .filter((date) => typeof date === 'string')
    .filter((date) => typeof from === 'string' && dayOf(date) >= dayOf(from));
  return releases.sort(compareDates)[0] ?? null;
}

/** All seizures of both registers on one of the keys, each with its state at the moment. */
function matchesOf(
  context: FactContext,
  keys: readonly string[],
  moment: string,
  bound: (measure: RegisterRecord) => boolean,
): readonly Match[] {
  const rows: RegisterRecord[] = [];
  for (const register of [REQUEST, SEALING]) {
    for (const key of keys) rows.push(...recordsMatching(context.registers, register, 'propertyId', key));
  }
  return rows.filter(seizes).map((measure): Match => {
    const { servedAt: from, releasedAt, termEnd } = measure.values;
    const state = measureState({ from, releasedAt: releasedByRow(rows, measure) ?? releasedAt, termEnd }, moment);
    const stands = state !== 'ended' && state !== 'not-yet';
    return { measure, state: stands && !bound(measure) ? 'other-body' : state };
  });
}

/** Words for conditions; unknown where a column of the measure, or the register of requests, would decide. */
function stateOf(match: Match | null, context: FactContext): FactResult {
  if (match === null || match.state === 'ended' || match.state === 'not-yet') {
    return context.registers.has(REQUEST) ? 'none' : new Unknown('register-absent', [REQUEST]);
  }
  if (match.state !== 'undecided') return match.state;
  const register = match.measure.register;
  const missing = ['servedAt', 'releasedAt', 'termEnd'].filter((field) => match.measure.values[field] === undefined);
  return new Unknown(
    'missing',
    missing.map((field) => `${register}.${field}`),
  );
}

function describeMatch(match: Match | null): Readonly<Record<string, string | null>> {
  if (match === null) return {};
  const { values } = match.measure;
  const text = (field: string) => (typeof values[field] === 'string' ? values[field] : null);
  return {
    served: text('servedAt'),
    document: text('documentNo'),
    court: text('court'),
    caseNo: text('caseNo'),
    body: text('assistingUnit') ?? text('registrar'),
  };
}

function bodyOf(measure: RegisterRecord): string {
  return textOf(measure, measure.register === SEALING ? 'registrar' : 'assistingUnit');
}

/** Names of one body: equal, or one is the other's beginning or end (示例市不动产登记中心, 不动产登记中心). Blank fits. */
function sameBody(a: string, b: string): boolean {
  return a === '' || b === '' || a.includes(b) || b.includes(a);
}

function transferMatch(record: RegisterRecord, context: FactContext): Match | null {
  const moment = dateOf(record, 'registeredAt');
  if (typeof moment !== 'string') return null;
  const registrar = textOf(record, 'registrar');
  return strongest(
    matchesOf(context, [matchKey(record.values.propertyId)], moment, (measure) => sameBody(registrar, bodyOf(measure))),
  );
}

/**
 * How the strongest seizure on the property stood when the transfer was registered: `in-force`, `same-day`, `term-open`,
 * `other-body` (served on another body), or `none`. By minutes, and by the moment of service (查扣冻规定 1).
 */
const seizureAtTransfer: FactDefinition = {
  name: 'seizureAtTransfer',
  register: 'propertyTransfer',
  label: { zh: '登簿时查封的状态', en: 'state of the seizure when the transfer was registered' },
  type: 'text',
  shared: true,
  reads: () => ({ fields: ['propertyId', 'registeredAt', 'registrar'], neighbours: NEIGHBOURS, parameters: [] }),
  evaluate: (record, context) => stateOf(transferMatch(record, context), context),
  describe: (record, context) => describeMatch(transferMatch(record, context)),
  sources: (record, context) => [transferMatch(record, context)?.measure].filter((each) => each !== undefined),
};

/** Whether the seizure that the finding rests on was lifted, by its remark; see `liftedByWords`. */
function liftedFact(
  name: string,
  register: RegisterId,
  moment: FieldId,
  match: (record: RegisterRecord, context: FactContext) => Match | null,
): FactDefinition {
  return {
    name,
    register,
    label: { zh: '查封在此之前已解除', en: 'the seizure had been lifted before' },
    type: 'boolean',
    shared: true,
    reads: () => ({
      fields: [moment],
      neighbours: [
        { register: REQUEST, fields: ['propertyId', 'releasedAt', 'unhandledReason'] },
        { register: SEALING, fields: ['propertyId', 'releasedAt', 'remark'] },
      ],
      parameters: [],
    }),
    evaluate: (record, context) => {
      const measure = match(record, context)?.measure;
      // The column 备注 of the register of requests is read as the reason why a matter is not done.
      return measure === undefined
        ? false
        : liftedByWords(measure, measure.register === SEALING ? 'remark' : 'unhandledReason', record.values[moment]);
    },
  };
}

const HOUSING = /住建|住房|建设局|房管|房产(?:管理|交易)|房屋交易|网签/u;

/** Served on the housing department itself: art. 192(三) binds who received the notice, not other bodies. */
function servedOnHousing(measure: RegisterRecord): boolean {
  return HOUSING.test(`${textOf(measure, 'departmentCategory')} ${bodyOf(measure)}`);
}

/** Names of a house in other registers: its code, or project, building and unit in one. */
function houseKeys(record: RegisterRecord): readonly string[] {
  const place = ['project', 'building', 'unit'].map((field) => matchKey(record.values[field]));
  const keys = [matchKey(record.values.houseCode)];
  if (place.every((part) => part !== '')) keys.push(place.join(''));
  return keys.filter((key) => key !== '');
}

function signingMatch(record: RegisterRecord, context: FactContext): Match | null {
  const moment = dateOf(record, 'signedAt');
  if (typeof moment !== 'string') return null;
  return strongest(matchesOf(context, houseKeys(record), moment, servedOnHousing));
}

/** As `seizureAtTransfer`, for an online signing; `other-body` is a seizure that only the registry is known to have. */
const seizureAtSigning: FactDefinition = {
  name: 'seizureAtSigning',
  register: 'netSigning',
  label: { zh: '网签时查封的状态', en: 'state of the seizure at the online signing' },
  type: 'text',
  shared: true,
  reads: () => ({
    fields: ['houseCode', 'project', 'building', 'unit', 'signedAt'],
    neighbours: [
      { register: REQUEST, fields: [...MEASURE_FIELDS, 'assistanceCategory', 'assistingUnit', 'departmentCategory'] },
      { register: SEALING, fields: [...MEASURE_FIELDS, 'sealType'] },
    ],
    parameters: [],
  }),
  evaluate: (record, context) =>
    houseKeys(record).length === 0
      ? new Unknown('missing', ['houseCode'])
      : stateOf(signingMatch(record, context), context),
  describe: (record, context) => describeMatch(signingMatch(record, context)),
  sources: (record, context) => [signingMatch(record, context)?.measure].filter((each) => each !== undefined),
};

/** Moment at which the notice that the signing ignored, or another on the same house, was served on the housing department. */
const housingNoticeServedAt: FactDefinition = {
  name: 'housingNoticeServedAt',
  register: 'netSigning',
  label: { zh: '协助执行通知书送达住建部门时间', en: 'service of the notice on the housing department' },
  type: 'dateTime',
  shared: true,
  reads: () => ({
    fields: ['houseCode', 'project', 'building', 'unit'],
    neighbours: [{ register: REQUEST, fields: ['propertyId', 'servedAt', 'assistanceCategory', 'assistingUnit'] }],
    parameters: [],
  }),
  evaluate: (record, context): FactResult => {
    if (!context.registers.has(REQUEST)) return new Unknown('register-absent', [REQUEST]);
    const served = houseKeys(record)
      .flatMap((key) => recordsMatching(context.registers, REQUEST, 'propertyId', key))
      .filter((measure) => seizes(measure) && servedOnHousing(measure))
      .map((measure) => dateOf(measure, 'servedAt'))
      .filter((date) => typeof date === 'string');
    // The latest service: where there were several, the recording may answer to any of them.
    return served.sort(compareDates).at(-1) ?? null;
  },
};

interface WaitingRow {
  readonly record: RegisterRecord;
  readonly servedAt: string;
  readonly order: number;
}

/** A waiting seizure that still stands on the as-of date, with service and order; `null` otherwise. */
function waitingRow(record: RegisterRecord, rows: readonly RegisterRecord[], asOf: string): WaitingRow | null {
  const servedAt = dateOf(record, 'servedAt');
  const order = record.values.waitingOrder;
  if (typeof servedAt !== 'string' || typeof order !== 'number' || order <= 0) return null;
  // A table without a column of releases shows none: the usual header of this register has no such column.
  if (record.values.releasedAt !== undefined && dateOf(record, 'releasedAt') !== null) return null;
  if (releasedByRow(rows, record) !== null) return null;
  const termEnd = dateOf(record, 'termEnd');
  return typeof termEnd === 'string' && dayOf(termEnd) < asOf ? null : { record, servedAt, order };
}

const MINUTE_LENGTH = 'YYYY-MM-DDTHH:mm'.length;

type Order = 'inverted' | 'same-minute' | 'same-day' | 'none';

/** Whether `own` stands behind `other` although it was served earlier. Only the order counts, not the number. */
function orderOf(own: WaitingRow, other: WaitingRow): Order {
  if (own.order <= other.order) return 'none';
  if (dayOf(own.servedAt) !== dayOf(other.servedAt)) return own.servedAt < other.servedAt ? 'inverted' : 'none';
  if (!hasTime(own.servedAt) || !hasTime(other.servedAt)) return 'same-day';
  const ownMinute = own.servedAt.slice(0, MINUTE_LENGTH);
  const otherMinute = other.servedAt.slice(0, MINUTE_LENGTH);
  if (ownMinute === otherMinute) return 'same-minute';
  return ownMinute < otherMinute ? 'inverted' : 'none';
}

const ORDER_STRENGTH: readonly Order[] = ['inverted', 'same-minute', 'same-day', 'none'];

function overtaker(
  record: RegisterRecord,
  context: FactContext,
): { readonly order: Order; readonly other: RegisterRecord } | null {
  const rows = recordsMatching(context.registers, SEALING, 'propertyId', matchKey(record.values.propertyId));
  if (rows.length < 2) return null;
  const own = waitingRow(record, rows, context.asOf);
  if (own === null) return null;
  const found = rows
    .filter((each) => each !== record)
    .map((each) => waitingRow(each, rows, context.asOf))
    .filter((each) => each !== null)
    .map((other) => ({ order: orderOf(own, other), other: other.record }));
  return found.sort((a, b) => ORDER_STRENGTH.indexOf(a.order) - ORDER_STRENGTH.indexOf(b.order))[0] ?? null;
}

/**
 * Whether this waiting seizure stands behind one that was served later: `inverted`; `same-minute`, which decides
 * nothing; or `none`. Reported on the one that was overtaken, so each pair once. Released and lapsed ones do not count
 * (实施细则 91).
 */
const waitingOrderConflict: FactDefinition = {
  name: 'waitingOrderConflict',
  register: SEALING,
  label: { zh: '轮候顺序与送达先后', en: 'order of waiting seizures against order of service' },
  type: 'text',
  shared: true,
  reads: () => ({
    fields: ['propertyId', 'servedAt', 'waitingOrder', 'releasedAt', 'termEnd'],
    neighbours: [],
    parameters: [],
  }),
  evaluate: (record, context): FactResult => {
    const unknown = unknownOf(record, ['propertyId', 'servedAt', 'waitingOrder']);
    if (unknown !== null) return unknown;
    const order = overtaker(record, context)?.order ?? 'none';
    return order === 'same-day' ? new Unknown('missing', ['servedAt']) : order;
  },
  describe: (record, context) => {
    const other = overtaker(record, context)?.other;
    if (other === undefined) return {};
    const { servedAt, waitingOrder, court, documentNo } = other.values;
    return { served: servedAt, order: waitingOrder, court, document: documentNo };
  },
  sources: (record, context) => [overtaker(record, context)?.other].filter((each) => each !== undefined),
};

/** Facts on registrations of transfers, online signings and waiting seizures. */
export const propertyFacts: readonly FactDefinition[] = [
  seizureAtTransfer,
  seizureAtSigning,
  housingNoticeServedAt,
  waitingOrderConflict,
  liftedFact('transferSeizureLifted', 'propertyTransfer', 'registeredAt', transferMatch),
  liftedFact('signingSeizureLifted', 'netSigning', 'signedAt', signingMatch),
];
