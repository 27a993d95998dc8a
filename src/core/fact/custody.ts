import type { RegisterRecord } from '../register/record.ts';
import { dateOf, hasValue, saysNone, textOf } from './cells.ts';
import { addDays, minutesBetween } from './day-arithmetic.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { compareDates, dayOf, hasTime } from './iso.ts';
import { fixedReads } from './neighbours.ts';
import { comparableText } from './text.ts';

/** Facts on intake into custody (拘留所条例 9, 12, 19; 看守所条例 9, 10). Custody clocks never move over holidays. */
const REGISTER = 'custodyIntake';

/** Where the person belongs: 拘留所 for judicial detention, 看守所 for criminal detention and arrest. */
function facilityOf(record: RegisterRecord): 'detentionHouse' | 'custodyHouse' | null {
  const type = textOf(record, 'type');
  if (/司法拘留|民事拘留|司法性拘留/u.test(type)) return 'detentionHouse';
  if (/刑事|刑拘|逮捕/u.test(type)) return 'custodyHouse';
  // A court decides on no detention but the judicial one.
  if (type.includes('拘留') && textOf(record, 'decidingOrgan').includes('法院')) return 'detentionHouse';
  const facility = textOf(record, 'custodyFacility');
  if (facility.includes('拘留所')) return 'detentionHouse';
  return facility.includes('看守所') ? 'custodyHouse' : null;
}

/** Detention by the police as a penalty (行政拘留): in the same houses, and in none of these rules. */
function isAdministrative(record: RegisterRecord): boolean {
  const type = textOf(record, 'type');
  if (/行政拘留|治安拘留|行政处罚/u.test(type)) return true;
  return (
    facilityOf(record) === 'detentionHouse' &&
    !type.includes('司法') &&
    /公安|派出所|交警/u.test(textOf(record, 'decidingOrgan'))
  );
}

const administrativeDetention: FactDefinition = {
  name: 'administrativeDetention',
  register: REGISTER,
  label: { zh: '公安机关决定的行政拘留', en: 'administrative detention decided by the police' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(['type', 'decidingOrgan', 'custodyFacility']),
  evaluate: isAdministrative,
};

const isJudicialDetention: FactDefinition = {
  name: 'isJudicialDetention',
  register: REGISTER,
  label: { zh: '人民法院决定的拘留', en: 'detention decided by a court' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(['type', 'custodyFacility', 'decidingOrgan']),
  evaluate: (record): FactResult => {
    if (isAdministrative(record)) return false;
    const facility = facilityOf(record);
    return facility === null ? new Unknown('missing', ['type']) : facility === 'detentionHouse';
  },
};

const facilityKind: FactDefinition = {
  name: 'facilityKind',
  register: REGISTER,
  label: { zh: '收押场所种类', en: 'kind of facility' },
  type: 'text',
  shared: true,
  reads: fixedReads(['type', 'custodyFacility', 'decidingOrgan']),
  evaluate: (record): FactResult => facilityOf(record) ?? 'unsaid',
};

const NOT_ADMITTED = /拒收|拒绝|未收|不予收|不收|未予收|退回|退押/u;

function notAdmitted(record: RegisterRecord): boolean | Unknown {
  const { result, admittedAt } = record.values;
  if (NOT_ADMITTED.test(textOf(record, 'result'))) return true;
  if (typeof result === 'string' || hasValue(record, 'admittedAt')) return false;
  const reason = textOf(record, 'refusalReason');
  if ((reason !== '' && !saysNone(reason)) || hasValue(record, 'refusalNoticeNo')) return true;
  return result === undefined && admittedAt === undefined ? new Unknown('missing', ['result', 'admittedAt']) : false;
}

/** Whether the facility turned the person away: the result says so, or a reason or notice of refusal stands without intake. */
const custodyRefused: FactDefinition = {
  name: 'custodyRefused',
  register: REGISTER,
  label: { zh: '不予收拘或者收押', en: 'admission refused' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(['result', 'admittedAt', 'refusalReason', 'refusalNoticeNo']),
  evaluate: notAdmitted,
};

const REASONS_TABLE = 'custody-refusal-reasons';

/** Whether the reason contains a word of the facility's list in the parameter table. */
function isListed(reason: string, facility: string, context: FactContext): boolean {
  const table = context.tables[REASONS_TABLE] as
    { readonly facilities: Readonly<Record<string, { readonly words: readonly string[] }>> } | undefined;
  const words = table?.facilities[facility]?.words;
  if (words === undefined) throw new Error(`no list of lawful reasons for ${facility}`);
  return words.some((word) => reason.includes(comparableText(word)));
}

/** Ages at which the quoted art. 18 of the implementing measures excludes detention: under 16, from 70. */
const ADULT_AGE = 16;
const OLD_AGE = 70;
/** From 16 to 18 it excludes a first offence; whether it is one the reason need not say. */
const MAJORITY = 18;
/** 现年75岁, 17岁: the age of the person, and not of a child (婴儿8个月, 子女3岁). */
const AGE_IN_WORDS = /(?:^|[,;、。(])(?:该|其|被拘留人|本人|年龄|现年|现|已经?|年?满|系|为)*(\d{1,3})周?岁/gu;

/** 七十五岁, 十五周岁: the same in Chinese numerals, decided by the tens alone. */
const EXCLUDED_AGE_IN_NUMERALS =
  /(?<![二三四五六七八九])(?:[七八九]十[一二三四五六七八九]?|十[一二三四五六七]?)(?:周岁|岁)/u;

/** 患有严重心脏病: an illness that the list does not name, but says to be grave. */
const GRAVE_ILLNESS = /严重[^,;。]{0,6}(?:病|疾|癌|衰竭|炎)|(?:病|癌|衰竭)[^,;。]{0,4}(?:严重|晚期)|病危|尿毒症/u;

function isExcludedByAge(age: number, within: number): boolean {
  return age < within || age >= OLD_AGE;
}

function agesIn(reason: string): readonly number[] {
  return [...reason.matchAll(AGE_IN_WORDS)].map((match) => Number(match[1]));
}

/** 未带拘留决定书, 手续不全, 逮捕证与本人不符: the papers for admission are lacking (拘留所条例 9, 看守所条例 9); a health report is none of them. */
const PAPERS = /文书|手续|凭证|材料|决定书|逮捕证|拘留证|提押证|身份(?:证明|信息|不)/u;
const PAPERS_LACKING = /未[带附出提随送交见]|没有|缺|欠|不全|不齐|不完[整备]|不符|不一致|不明|有误|错误|无/u;
const HEALTH = /体检|健康|核酸|病历/u;

function papersLacking(reason: string): boolean {
  return PAPERS.test(reason) && PAPERS_LACKING.test(reason) && !HEALTH.test(reason);
}

/**
 * What the reason given for a refusal is worth: `lawful` (on the list of the facility, or proven by age or incomplete
 * papers), `other`, or `none`. Where the kind of facility is not known, both lists count.
 */
const custodyRefusalReason: FactDefinition = {
  name: 'custodyRefusalReason',
  register: REGISTER,
  label: { zh: '拒收理由的性质', en: 'what the reason for refusal is worth' },
  type: 'text',
  shared: true,
  reads: fixedReads(['refusalReason', 'type', 'custodyFacility', 'decidingOrgan', 'age', 'documentsComplete']),
  evaluate: (record, context): FactResult => {
    if (record.values.documentsComplete === false) return 'lawful';
    const facility = facilityOf(record);
    const age = record.values.age;
    if (facility !== 'custodyHouse' && typeof age === 'number' && isExcludedByAge(age, ADULT_AGE)) return 'lawful';
    const given = record.values.refusalReason;
    if (given === undefined) return new Unknown('missing', ['refusalReason']);
    const reason = textOf(record, 'refusalReason');
    if (reason === '' || saysNone(reason)) return 'none';
    const lists = (['detentionHouse', 'custodyHouse'] as const).filter(
      (each) => facility === null || facility === each,
    );
    const aged =
      EXCLUDED_AGE_IN_NUMERALS.test(reason) || agesIn(reason).some((each) => isExcludedByAge(each, MAJORITY));
    if (facility !== 'custodyHouse' && aged) return 'lawful';
    if (papersLacking(reason) || GRAVE_ILLNESS.test(reason)) return 'lawful';
    return lists.some((each) => isListed(reason, each, context)) ? 'lawful' : 'other';
  },
};

const HOUR_MINUTES = 60;

/** Whether an intake that is still open has outlasted both the day of arrival and the hours. */
function openIntakeLate(arrived: string, hours: number, context: FactContext): boolean {
  const start = hasTime(arrived) ? Number(arrived.slice(11, 13)) : 0;
  const lastDay = start + hours >= 24 ? addDays(dayOf(arrived), 1) : dayOf(arrived);
  if (context.asOf > lastDay) return true;
  context.notePending(lastDay);
  return false;
}

/**
 * Whether a person who arrived was taken in late. With clock times: when both the day has passed and the hours are over;
 * without: when it was not the same day. Unknown where intake lies before arrival.
 */
const intakeLate: FactDefinition = {
  name: 'intakeLate',
  register: REGISTER,
  label: { zh: '收拘迟延', en: 'taken in late' },
  type: 'boolean',
  params: { hours: { kind: 'parameter' } },
  reads: fixedReads(['arrivedAt', 'broughtAt', 'admittedAt'], [], ['hours']),
  evaluate: (record, context, params): FactResult => {
    const hours = context.parameter(String(params.hours), record);
    if (hours instanceof Unknown) return hours;
    if (typeof hours !== 'number') throw new TypeError('the limit of intake is not a number of hours');
    const arrived = dateOf(record, 'arrivedAt') ?? dateOf(record, 'broughtAt');
    if (typeof arrived !== 'string') return new Unknown('missing', ['arrivedAt']);
    const admitted = dateOf(record, 'admittedAt');
    if (admitted === undefined) return new Unknown('missing', ['admittedAt']);
    if (admitted === null) return openIntakeLate(arrived, hours, context);
    if (compareDates(admitted, arrived) < 0) return new Unknown('missing', ['arrivedAt', 'admittedAt']);
    if (dayOf(admitted) === dayOf(arrived)) return false;
    if (!hasTime(admitted) || !hasTime(arrived)) return true;
    return minutesBetween(arrived, admitted) > hours * HOUR_MINUTES;
  },
  // A register with one column for the way there (送押时间) has no other.
  describe: (record) => ({ arrived: dateOf(record, 'arrivedAt') ?? dateOf(record, 'broughtAt') ?? null }),
};

/**
 * Last day of a detention: the recorded one, else the day of intake plus the days decided (the day of intake to the next
 * is one day, 拘留所条例 32). With `leave`, days on leave are added (条例 27).
 */
const custodyTermEnd: FactDefinition = {
  name: 'custodyTermEnd',
  register: REGISTER,
  label: { zh: '拘留期满日', en: 'last day of the detention' },
  type: 'date',
  params: { leave: { kind: 'boolean' } },
  shared: true,
  reads: fixedReads(['termEndDate', 'admittedAt', 'detentionDays', 'leaveDays']),
  evaluate: (record, _context, params): FactResult => {
    const recorded = dateOf(record, 'termEndDate');
    const admitted = dateOf(record, 'admittedAt');
    const { detentionDays, leaveDays } = record.values;
    const computed =
      typeof admitted === 'string' && typeof detentionDays === 'number'
        ? addDays(dayOf(admitted), detentionDays)
        : undefined;
    const end = typeof recorded === 'string' ? recorded : computed;
    if (end === undefined) return new Unknown('missing', ['termEndDate', 'detentionDays']);
    return params.leave === true && typeof leaveDays === 'number' ? addDays(end, leaveDays) : end;
  },
  describe: (record, context, params) => {
    const end = context.fact('custodyTermEnd', record, params);
    return typeof end === 'string' ? { end } : {};
  },
};

const TOWN = /乡|镇|村|农村|郊/u;
const CITY = /城|市区|街道/u;

/** Whether the spot lies in town, where the police should be sooner; unknown where the area is not said. */
const inTown: FactDefinition = {
  name: 'inTown',
  register: 'violenceResponse',
  label: { zh: '现场在城区', en: 'the spot lies in town' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(['areaKind']),
  evaluate: (record): FactResult => {
    const area = textOf(record, 'areaKind');
    if (TOWN.test(area)) return false;
    return CITY.test(area) ? true : new Unknown('missing', ['areaKind']);
  },
};

export const custodyFacts: readonly FactDefinition[] = [
  isJudicialDetention,
  administrativeDetention,
  facilityKind,
  custodyRefused,
  custodyRefusalReason,
  intakeLate,
  custodyTermEnd,
  inTown,
];
