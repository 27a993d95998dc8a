import type { LocalDate } from '../calendar/local-date.ts';
import type { FieldValue, RegisterRecord } from '../register/record.ts';
import { enforcementTeamFacts, enforcementTeamRegister } from './enforcement-team.ts';
import type { DerivedRegister, FactContext, FactDefinition, FactParams, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { absentColumns, fixedReads, numberOf, textOf, wordsOf } from './neighbours.ts';
import { onceForRegisters } from './remember.ts';
import { comparableText } from './text.ts';
import { mentionsAny } from './words.ts';

const ESTABLISHMENT = 'courtEstablishment';
const PERSONNEL = 'courtPersonnel';

/** Lists of the rule that say who is counted; all of them parameters, because no text settles them. */
interface Lists {
  readonly countedStaffing: readonly string[];
  readonly excludedStaffing: readonly string[];
  readonly excludedPosts: readonly string[];
  readonly offDuty: readonly string[];
  readonly onDuty: readonly string[];
  readonly otherDepartments: readonly string[];
}
const LIST_NAMES = [
  'countedStaffing',
  'excludedStaffing',
  'excludedPosts',
  'offDuty',
  'onDuty',
  'otherDepartments',
] as const satisfies readonly (keyof Lists)[];

function listsOf(record: RegisterRecord, context: FactContext, params: FactParams): Lists | Unknown {
  const lists: Partial<Record<keyof Lists, readonly string[]>> = {};
  for (const name of LIST_NAMES) {
    const words = wordsOf(record, context, params, name);
    if (words instanceof Unknown) return words;
    lists[name] = words;
  }
  return lists as Lists;
}

type Counted = 'yes' | 'no' | 'maybe';

function both(a: Counted, b: Counted): Counted {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'maybe' || b === 'maybe' ? 'maybe' : 'yes';
}

function byStaffing(value: FieldValue, lists: Lists): Counted {
  const text = textOf(value);
  if (text === null) return 'maybe';
  if (mentionsAny(text, lists.excludedStaffing)) return 'no';
  return mentionsAny(text, lists.countedStaffing) ? 'yes' : 'maybe';
}

function byDuty(person: RegisterRecord, lists: Lists, day: LocalDate): Counted {
  const { leftDate, startedDate, onDutyStatus } = person.values;
  const left = textOf(leftDate);
  const started = textOf(startedDate);
  if (left !== null && left <= day) return 'no';
  if (started !== null && started > day) return 'no';
  const status = textOf(onDutyStatus);
  if (status === null) return 'maybe';
  if (mentionsAny(status, lists.offDuty)) return 'no';
  return mentionsAny(status, lists.onDuty) ? 'yes' : 'maybe';
}

function byPost(person: RegisterRecord, lists: Lists): Counted {
  const { post, department, teamName } = person.values;
  if (mentionsAny(textOf(post) ?? '', lists.excludedPosts)) return 'no';
  const place = [department, teamName].map((each) => textOf(each) ?? '').join('');
  return mentionsAny(place, lists.otherDepartments) && !mentionsAny(place, ['执行']) ? 'no' : 'yes';
}

/** Whether a person counts as enforcement staff on the establishment and on duty, on a day. */
function counts(person: RegisterRecord, lists: Lists, day: LocalDate): Counted {
  return both(byPost(person, lists), both(byStaffing(person.values.staffingType, lists), byDuty(person, lists, day)));
}

/** People of a court; those without a court belong to the only court of the establishment table, else to nobody. */
function rosterOf(court: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  const name = textOf(court.values.court);
  if (context.registers.all(ESTABLISHMENT).length !== 1) return peopleByCourt(context).get(comparableName(name)) ?? [];
  return context.registers.all(PERSONNEL).filter((person) => {
    const own = textOf(person.values.court);
    return own === null || (name !== null && comparableText(own) === comparableText(name));
  });
}

function comparableName(court: string | null): string | null {
  return court === null ? null : comparableText(court);
}

/** People of each court that the roster names. */
const peopleByCourt = onceForRegisters(({ registers }) => {
  const named = registers.all(PERSONNEL).filter((person) => textOf(person.values.court) !== null);
  return Map.groupBy(named, (person) => comparableName(textOf(person.values.court)));
});

interface Staffing {
  readonly staff: number;
  /** People of whom the roster does not say enough. */
  readonly unclear: number;
  readonly base: number;
  readonly baseField: 'actualPosts' | 'approvedPosts';
  readonly day: LocalDate;
}

function identityOf(person: RegisterRecord): string {
  return textOf(person.values.identityNo) ?? comparableText(textOf(person.values.name) ?? `row ${person.row}`);
}

function staffingOf(court: RegisterRecord, context: FactContext, params: FactParams): Staffing | Unknown {
  const absent = absentColumns(context, PERSONNEL, []);
  if (absent !== null) return absent;
  const lists = listsOf(court, context, params);
  if (lists instanceof Unknown) return lists;
  const baseField = numberOf(court.values.actualPosts) === null ? 'approvedPosts' : 'actualPosts';
  const base = numberOf(court.values[baseField]);
  if (base === null || base <= 0) return new Unknown('missing', ['actualPosts', 'approvedPosts']);
  const roster = rosterOf(court, context);
  if (roster.length === 0) return new Unknown('missing', [`${PERSONNEL}.court`]);
  const day = textOf(court.values.reportedDate) ?? context.asOf;
  const people = new Map<string, Counted>();
  for (const person of roster) {
    const counted = counts(person, lists, day);
    const key = identityOf(person);
    if (people.get(key) !== 'yes') people.set(key, counted);
  }
  const verdicts = [...people.values()];
  return {
    staff: verdicts.filter((each) => each === 'yes').length,
    unclear: verdicts.filter((each) => each === 'maybe').length,
    base,
    baseField,
    day,
  };
}

/**
 * Share of enforcement staff on the establishment and on duty in the court's posts. People of whom the roster says too little are
 * counted in the court's favour where that alone decides; where they would tip the balance, the share is unknown.
 */
function staffRatio(court: RegisterRecord, context: FactContext, params: FactParams): FactResult {
  const staffing = staffingOf(court, context, params);
  if (staffing instanceof Unknown) return staffing;
  const minimum = context.parameter(String(params.minimum), court);
  if (typeof minimum !== 'number') return minimum;
  const least = staffing.staff / staffing.base;
  const most = (staffing.staff + staffing.unclear) / staffing.base;
  if (least < minimum && most >= minimum) {
    return new Unknown(
      'missing',
      ['staffingType', 'onDutyStatus'].map((field) => `${PERSONNEL}.${field}`),
    );
  }
  return least >= minimum ? least : most;
}

function percent(ratio: number): string {
  return `${(Math.floor(ratio * 10_000) / 100).toFixed(2)}%`;
}

const PARAMS = Object.fromEntries(['minimum', ...LIST_NAMES].map((name) => [name, { kind: 'parameter' } as const]));

const ratioFact: FactDefinition = {
  name: 'enforcementStaffRatio',
  register: ESTABLISHMENT,
  label: { zh: '在岗在编执行人员占政法编制比例', en: 'share of enforcement staff on duty in the posts' },
  type: 'number',
  params: PARAMS,
  reads: fixedReads(
    ['court', 'actualPosts', 'approvedPosts', 'reportedDate'],
    [
      {
        register: PERSONNEL,
        fields: ['court', 'staffingType', 'post', 'department', 'onDutyStatus', 'startedDate', 'leftDate'],
      },
    ],
    ['minimum', ...LIST_NAMES],
  ),
  evaluate: staffRatio,
  describe: (record, context, params) => {
    const staffing = staffingOf(record, context, params);
    if (staffing instanceof Unknown) return {};
    return {
      staff: staffing.staff,
      unclear: staffing.unclear,
      base: staffing.base,
      baseLabel: staffing.baseField === 'actualPosts' ? '实有政法编制' : '核定政法编制',
      day: staffing.day,
      percent: percent((staffing.staff + staffing.unclear) / staffing.base),
    };
  },
  sources: (record, context) => rosterOf(record, context),
};

/** One side of the share, for the indicator: with people of whom the roster says too little it is unknown. */
function sideFact(name: string, label: FactDefinition['label'], side: 'staff' | 'base'): FactDefinition {
  return {
    name,
    register: ESTABLISHMENT,
    label,
    type: 'number',
    params: PARAMS,
    reads: (params) => ratioFact.reads(params),
    evaluate: (record, context, params) => {
      const staffing = staffingOf(record, context, params);
      if (staffing instanceof Unknown) return staffing;
      return staffing.unclear > 0 ? new Unknown('missing', [`${PERSONNEL}.staffingType`]) : staffing[side];
    },
  };
}

export const staffingFacts: readonly FactDefinition[] = [
  ratioFact,
  sideFact('countedStaff', { zh: '在岗在编执行人员', en: 'enforcement staff on duty' }, 'staff'),
  sideFact('staffingBase', { zh: '政法编制', en: 'posts of the court' }, 'base'),
  ...enforcementTeamFacts,
];
export const staffingRegisters: readonly DerivedRegister[] = [enforcementTeamRegister];
