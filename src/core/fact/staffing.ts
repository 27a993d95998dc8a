import type { LocalDate } from '../calendar/local-date.ts';
import type { RegisterRecord } from '../register/record.ts';
import { courtKeys } from './court-name.ts';
import { enforcementTeamFacts, enforcementTeamRegister } from './enforcement-team.ts';
import type { DerivedRegister, FactContext, FactDefinition, FactParams, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { absentColumns, fixedReads, numberOf, textOf, wordsOf } from './neighbours.ts';
import { onceForRegisters } from './remember.ts';
import { dutyOn, isOtherDepartment } from './roster-person.ts';
import type { Answer } from './roster-person.ts';
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

function both(a: Answer, b: Answer): Answer {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'maybe' || b === 'maybe' ? 'maybe' : 'yes';
}

/** A quota judge stands on the establishment, whatever the column of the kind of post says of judges. */
function byStaffing(person: RegisterRecord, lists: Lists): Answer {
  const text = textOf(person.values.staffingType) ?? '';
  if (mentionsAny(text, lists.excludedStaffing)) return 'no';
  if (mentionsAny(text, lists.countedStaffing) || person.values.quotaJudge === true) return 'yes';
  return 'maybe';
}

/**
 * Enforcement staff by duty and place. Judicial police are so by their duty or their category; by position or place alone only
 * where no duty speaks against it. A branch tribunal may enforce itself: whose duty that is counts there too.
 */
function byPost(person: RegisterRecord, lists: Lists): Answer {
  const { post, staffingType, position, department, teamName } = person.values;
  const duty = textOf(post) ?? '';
  if (mentionsAny([duty, textOf(staffingType) ?? ''].join('、'), lists.excludedPosts)) return 'no';
  const place = [department, teamName].map((each) => textOf(each) ?? '').join('、');
  if (mentionsAny([textOf(position) ?? '', place].join('、'), lists.excludedPosts)) return duty === '' ? 'no' : 'maybe';
  if (mentionsAny(duty, ['执行']) && mentionsAny(place, ['法庭'])) return 'yes';
  if (isOtherDepartment(place, lists.otherDepartments)) return 'no';
  // Without any word of what the person does, he may be one of those who are left out.
  const isSilent = duty === '' && textOf(position) === null && person.values.quotaJudge !== true;
  return isSilent ? 'maybe' : 'yes';
}

/** Whether a person counts as enforcement staff on the establishment and on duty, on a day. */
function counts(person: RegisterRecord, lists: Lists, day: LocalDate): Answer {
  return both(byPost(person, lists), both(byStaffing(person, lists), dutyOn(person, day, lists)));
}

const courtsOf = onceForRegisters(({ registers }) => courtKeys(registers, [ESTABLISHMENT, PERSONNEL]));

/** People of a court; those without a court belong to the only court of the establishment table, else to nobody. */
function rosterOf(court: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  const own = courtsOf(context)(court.values.court);
  const named = peopleByCourt(context).get(own) ?? [];
  return courtsOfEstablishment(context).size === 1 ? [...named, ...(peopleByCourt(context).get('') ?? [])] : named;
}

const courtsOfEstablishment = onceForRegisters(
  (context) => new Set(context.registers.all(ESTABLISHMENT).map(({ values }) => courtsOf(context)(values.court))),
);

/** People of each court that the roster names; those without a court under the empty name. */
const peopleByCourt = onceForRegisters((context) => {
  const key = courtsOf(context);
  return Map.groupBy(context.registers.all(PERSONNEL), ({ values }) => key(values.court));
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
  const people = new Map<string, Answer>();
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
      ['staffingType', 'post', 'onDutyStatus'].map((field) => `${PERSONNEL}.${field}`),
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
        fields: [
          'court',
          'staffingType',
          'quotaJudge',
          'post',
          'position',
          'department',
          'teamName',
          'onDutyStatus',
          'startedDate',
          'leftDate',
        ],
      },
    ],
    ['minimum', ...LIST_NAMES],
  ),
  evaluate: staffRatio,
  describe: (record, context, params) => {
    const staffing = staffingOf(record, context, params);
    if (staffing instanceof Unknown) return {};
    return {
      counted: staffing.staff + staffing.unclear,
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
      return staffing.unclear > 0
        ? new Unknown('missing', [`${PERSONNEL}.staffingType`, `${PERSONNEL}.post`])
        : staffing[side];
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
