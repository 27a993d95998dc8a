import type { LocalDate } from '../calendar/local-date.ts';
import type { FieldValue, RegisterRecord } from '../register/record.ts';
import type { DerivedRegister, FactDefinition, RegisterSet } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, textOf } from './neighbours.ts';
import { comparableText } from './text.ts';
import { mentionsAny, namesIn } from './words.ts';

const PERSONNEL = 'courtPersonnel';
const CASES = 'enforcementCase';

const JUDGE_WORDS = ['法官', '审判员'];
const NO_JUDGE_WORDS = ['助理', '书记员', '法警', '司法警察', '辅助'];
const OFF_DUTY_WORDS = ['借调', '驻村', '病', '产假', '离岗', '停职', '退休', '调离', '挂职'];

/** A judge by the quota flag, else by post, grade or position; `undefined` when the roster says nothing. */
function isJudge(person: RegisterRecord): boolean | undefined {
  const { quotaJudge, post, position, judgeGrade } = person.values;
  if (typeof quotaJudge === 'boolean') return quotaJudge;
  const words = [post, position, judgeGrade].map(textOf).filter((text) => text !== null);
  if (words.length === 0) return undefined;
  return words.some((text) => mentionsAny(text, JUDGE_WORDS) && !mentionsAny(text, NO_JUDGE_WORDS));
}

function isOnDuty(person: RegisterRecord, day: LocalDate): boolean {
  const left = textOf(person.values.leftDate);
  if (left !== null && left <= day) return false;
  return !mentionsAny(textOf(person.values.onDutyStatus) ?? '', OFF_DUTY_WORDS);
}

function teamOf(person: RegisterRecord): string | null {
  return textOf(person.values.teamName) ?? textOf(person.values.department);
}

function courtKey(value: FieldValue): string {
  return comparableText(textOf(value) ?? '');
}

/** True when one is true; unknown when none is true and one is unknown. */
function some(values: readonly (boolean | undefined)[]): boolean | undefined {
  if (values.includes(true)) return true;
  return values.includes(undefined) ? undefined : false;
}

function isOpen(enforcementCase: RegisterRecord, asOf: LocalDate): boolean {
  const closed = textOf(enforcementCase.values.closeDate);
  return enforcementCase.values.closeDate !== undefined && (closed === null || closed > asOf);
}

function handlersOf(enforcementCase: RegisterRecord): readonly string[] {
  return namesIn(textOf(enforcementCase.values.handler) ?? '');
}

/** Whether a case and a person may be of one court: a court that is not named fits any. */
function sameCourt(enforcementCase: RegisterRecord, court: string): boolean {
  const own = courtKey(enforcementCase.values.court);
  return own === '' || court === '' || own === court;
}

interface Team {
  readonly court: FieldValue;
  readonly name: string;
  readonly members: RegisterRecord[];
}

function teamsOf(registers: RegisterSet, asOf: LocalDate): readonly Team[] {
  const teams = new Map<string, Team>();
  for (const person of registers.all(PERSONNEL)) {
    const name = teamOf(person);
    if (name === null || !isOnDuty(person, asOf)) continue;
    const key = `${courtKey(person.values.court)}|${comparableText(name)}`;
    const team = teams.get(key);
    if (team === undefined) teams.set(key, { court: person.values.court, name, members: [person] });
    else team.members.push(person);
  }
  return [...teams.values()];
}

/** Number of open cases of each handler, by court and name. */
function openCasesByHandler(registers: RegisterSet, asOf: LocalDate): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const each of registers.all(CASES)) {
    if (!isOpen(each, asOf)) continue;
    for (const handler of handlersOf(each)) {
      const key = `${courtKey(each.values.court)}|${handler}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

function openCasesOf(team: Team, counts: ReadonlyMap<string, number>): number {
  const court = courtKey(team.court);
  return team.members.reduce((all, member) => {
    const name = comparableText(textOf(member.values.name) ?? '');
    const named = counts.get(`${court}|${name}`) ?? 0;
    return all + named + (court === '' ? 0 : (counts.get(`|${name}`) ?? 0));
  }, 0);
}

interface Loads {
  readonly open: ReadonlyMap<Team, number>;
  /** Mean over all teams that were handed over; `null` where there are fewer than two courts to compare. */
  readonly mean: number | null;
}

function loadsOf(teams: readonly Team[], registers: RegisterSet, asOf: LocalDate): Loads {
  const counts = openCasesByHandler(registers, asOf);
  const open = new Map(teams.map((team) => [team, openCasesOf(team, counts)]));
  const courts = new Set(teams.map((team) => courtKey(team.court)));
  const cases = [...open.values()].reduce((all, count) => all + count, 0);
  const members = teams.reduce((all, team) => all + team.members.length, 0);
  const comparable = registers.has(CASES) && courts.size > 1 && cases > 0;
  return { open, mean: comparable ? cases / members : null };
}

/** Whether a lead of the team is no judge; false where the roster has no column that could name a lead. */
function leadIsNoJudge(team: Team, registers: RegisterSet): boolean | undefined {
  if (!registers.hasField(PERSONNEL, 'isTeamLead')) return false;
  const leads = team.members.filter((member) => member.values.isTeamLead === true).map(isJudge);
  return leads.length === 0 ? undefined : some(leads.map((judge) => (judge === undefined ? undefined : !judge)));
}

function teamRecord(team: Team, loads: Loads, registers: RegisterSet): RegisterRecord {
  const perMember = (loads.open.get(team) ?? 0) / team.members.length;
  return {
    register: enforcementTeamRegister.id,
    mapping: null,
    row: 0,
    values: {
      court: team.court,
      kind: '团队',
      unitName: team.name,
      memberCount: team.members.length,
      hasJudge: some(team.members.map(isJudge)),
      leadIsNoJudge: leadIsNoJudge(team, registers),
      openCases: loads.mean === null ? null : (loads.open.get(team) ?? 0),
      loadRatio: loads.mean === null ? null : perMember / loads.mean,
      onRoster: null,
      assignedAfterLeaving: null,
    },
  };
}

interface Handler {
  readonly court: FieldValue;
  readonly name: string;
  readonly cases: RegisterRecord[];
}

/** Handlers of open cases. A cell with several names is judged as a whole: one of them on the roster is enough. */
function handlersWithOpenCases(registers: RegisterSet, asOf: LocalDate): readonly Handler[] {
  const handlers = new Map<string, Handler>();
  for (const each of registers.all(CASES)) {
    const name = textOf(each.values.handler);
    if (name === null || !isOpen(each, asOf)) continue;
    const key = `${courtKey(each.values.court)}|${comparableText(name)}`;
    const handler = handlers.get(key);
    if (handler === undefined) handlers.set(key, { court: each.values.court, name, cases: [each] });
    else handler.cases.push(each);
  }
  return [...handlers.values()];
}

function peopleOf(handler: Handler, registers: RegisterSet): readonly RegisterRecord[] {
  const names = namesIn(handler.name);
  const court = courtKey(handler.court);
  return registers.all(PERSONNEL).filter((person) => {
    const own = courtKey(person.values.court);
    return (
      names.includes(comparableText(textOf(person.values.name) ?? '')) && (own === '' || court === '' || own === court)
    );
  });
}

/** Whether the roster has the court's people at all; without them nobody can be missing from it. */
function rosterCovers(handler: Handler, registers: RegisterSet): boolean {
  const court = courtKey(handler.court);
  return registers.all(PERSONNEL).some((person) => {
    const own = courtKey(person.values.court);
    return own === '' || court === '' || own === court;
  });
}

/** Cases assigned to somebody after the day on which everyone of that name had left. */
function assignedAfterLeaving(handler: Handler, people: readonly RegisterRecord[]): boolean {
  const left = people.map((person) => textOf(person.values.leftDate));
  if (left.length === 0 || left.some((day) => day === null)) return false;
  const last =
    left
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? '';
  return handler.cases.some((each) => {
    const assigned = textOf(each.values.assignedDate) ?? textOf(each.values.filedDate);
    return assigned !== null && assigned > last;
  });
}

function handlerRecord(handler: Handler, registers: RegisterSet): RegisterRecord {
  const people = peopleOf(handler, registers);
  const covered = rosterCovers(handler, registers);
  return {
    register: enforcementTeamRegister.id,
    mapping: null,
    row: 0,
    values: {
      court: handler.court,
      kind: '承办人',
      unitName: handler.name,
      memberCount: null,
      hasJudge: null,
      leadIsNoJudge: null,
      openCases: handler.cases.length,
      loadRatio: null,
      onRoster: covered ? people.length > 0 : undefined,
      assignedAfterLeaving: assignedAfterLeaving(handler, people),
    },
  };
}

/** Each team of the roster, and each person who has open cases: what a team lacks shows on neither table alone. */
export const enforcementTeamRegister: DerivedRegister = {
  id: 'enforcementTeam',
  label: { zh: '执行团队与承办人', en: 'Enforcement teams and handlers' },
  needs: [PERSONNEL],
  fields: [
    { id: 'court', label: { zh: '法院', en: 'Court' }, type: 'text' },
    { id: 'kind', label: { zh: '对象', en: 'Kind' }, type: 'text' },
    { id: 'unitName', label: { zh: '团队或承办人', en: 'Team or handler' }, type: 'text' },
    { id: 'memberCount', label: { zh: '在岗人数', en: 'Members on duty' }, type: 'number' },
    { id: 'hasJudge', label: { zh: '有员额法官', en: 'Has a judge' }, type: 'boolean' },
    { id: 'leadIsNoJudge', label: { zh: '负责人非法官', en: 'Lead is no judge' }, type: 'boolean' },
    { id: 'openCases', label: { zh: '在办案件数', en: 'Open cases' }, type: 'number' },
    { id: 'loadRatio', label: { zh: '人均在办与均值之比', en: 'Load against the mean' }, type: 'number' },
    { id: 'onRoster', label: { zh: '在花名册', en: 'On the roster' }, type: 'boolean' },
    { id: 'assignedAfterLeaving', label: { zh: '离岗后分案', en: 'Assigned after leaving' }, type: 'boolean' },
  ],
  identity: ['court', 'kind', 'unitName'],
  subject: ['unitName'],
  derive: (registers, asOf) => {
    const teams = teamsOf(registers, asOf);
    const loads = loadsOf(teams, registers, asOf);
    return [
      ...teams.map((team) => teamRecord(team, loads, registers)),
      ...handlersWithOpenCases(registers, asOf).map((handler) => handlerRecord(handler, registers)),
    ];
  },
};

function membersBehind(record: RegisterRecord, registers: RegisterSet): readonly RegisterRecord[] {
  const { court, unitName } = record.values;
  return registers
    .all(PERSONNEL)
    .filter((person) => teamOf(person) === unitName && courtKey(person.values.court) === courtKey(court));
}

function casesBehind(record: RegisterRecord, registers: RegisterSet, asOf: LocalDate): readonly RegisterRecord[] {
  const { court, unitName } = record.values;
  return registers
    .all(CASES)
    .filter((each) => each.values.handler === unitName && isOpen(each, asOf) && sameCourt(each, courtKey(court)));
}

function fieldFact(
  name: string,
  field: string,
  label: FactDefinition['label'],
  neighbour: { readonly register: string; readonly fields: readonly string[] },
  sources: NonNullable<FactDefinition['sources']>,
): FactDefinition {
  return {
    name,
    register: enforcementTeamRegister.id,
    label,
    type: 'boolean',
    reads: fixedReads([field], [neighbour]),
    evaluate: (record) => {
      const value = record.values[field];
      return value === undefined
        ? new Unknown(
            'missing',
            neighbour.fields.map((each) => `${neighbour.register}.${each}`),
          )
        : value;
    },
    sources,
  };
}

const JUDGE_FIELDS = { register: PERSONNEL, fields: ['quotaJudge', 'post'] } as const;

export const enforcementTeamFacts: readonly FactDefinition[] = [
  fieldFact(
    'teamHasJudge',
    'hasJudge',
    { zh: '团队有员额法官', en: 'the team has a judge' },
    JUDGE_FIELDS,
    (record, context) => membersBehind(record, context.registers),
  ),
  fieldFact(
    'teamLeadIsNoJudge',
    'leadIsNoJudge',
    { zh: '团队负责人不是法官', en: 'the lead of the team is no judge' },
    { register: PERSONNEL, fields: ['isTeamLead', 'quotaJudge'] },
    (record, context) => membersBehind(record, context.registers),
  ),
  fieldFact(
    'handlerOnRoster',
    'onRoster',
    { zh: '承办人在花名册中', en: 'the handler is on the roster' },
    { register: PERSONNEL, fields: ['name'] },
    (record, context) => casesBehind(record, context.registers, context.asOf),
  ),
  fieldFact(
    'handlerAssignedAfterLeaving',
    'assignedAfterLeaving',
    { zh: '承办人离岗后仍被分案', en: 'cases were assigned after the handler had left' },
    { register: CASES, fields: ['assignedDate', 'filedDate'] },
    (record, context) => casesBehind(record, context.registers, context.asOf),
  ),
];
