import type { LocalDate } from '../calendar/local-date.ts';
import type { FieldValue, RegisterRecord } from '../register/record.ts';
import { courtKeys } from './court-name.ts';
import type { DerivedRegister, FactContext, FactDefinition, RegisterSet } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, textOf } from './neighbours.ts';
import { onceForRegisters } from './remember.ts';
import { dutyOn, handlerNames, isJudge, isOtherDepartment, teamOf } from './roster-person.ts';
import { comparableText } from './text.ts';

const PERSONNEL = 'courtPersonnel';
const CASES = 'enforcementCase';

const DUTY_WORDS = {
  onDuty: ['在岗', '在职', '正常'],
  offDuty: ['借调', '驻村', '病', '产假', '离岗', '离职', '停职', '退休', '调离', '调出', '挂职', '脱产'],
};
/** Departments that handle no enforcement cases: their people form no enforcement team. */
const OTHER_DEPARTMENTS = [
  '民事',
  '民一',
  '民二',
  '民三',
  '刑事',
  '刑一',
  '刑二',
  '行政庭',
  '行政审判',
  '立案',
  '诉讼服务',
  '审监',
  '审判监督',
  '审判管理',
  '审管',
  '综合审判',
  '院领导',
  '政治部',
  '政工',
  '监察',
  '督察',
  '办公室',
  '研究室',
  '后勤',
  '财务',
  '机关',
];

function isOnDuty(person: RegisterRecord, day: LocalDate): boolean {
  return dutyOn(person, day, DUTY_WORDS) !== 'no';
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

/** What the derived records are worked out from. */
interface Tables {
  readonly registers: RegisterSet;
  readonly asOf: LocalDate;
  /** A court as the tables tell courts apart; empty where none is named. */
  readonly courtOf: (record: RegisterRecord) => string;
}

function tablesOf(registers: RegisterSet, asOf: LocalDate): Tables {
  const key = courtKeys(registers, [PERSONNEL, CASES]);
  return { registers, asOf, courtOf: (record) => key(record.values.court) };
}

/** Whether two records may be of one court: a court that is not named fits any. */
function mayShareCourt(a: string, b: string): boolean {
  return a === '' || b === '' || a === b;
}

interface Team {
  readonly court: FieldValue;
  readonly courtKey: string;
  readonly name: string;
  readonly members: RegisterRecord[];
}

function teamsOf({ registers, asOf, courtOf }: Tables): readonly Team[] {
  const teams = new Map<string, Team>();
  for (const person of registers.all(PERSONNEL)) {
    const name = teamOf(person);
    if (name === null || isOtherDepartment(name, OTHER_DEPARTMENTS) || !isOnDuty(person, asOf)) continue;
    const courtKey = courtOf(person);
    const key = `${courtKey}|${comparableText(name)}`;
    const team = teams.get(key);
    if (team === undefined) teams.set(key, { court: person.values.court, courtKey, name, members: [person] });
    else team.members.push(person);
  }
  return [...teams.values()];
}

function handlersOf(enforcementCase: RegisterRecord): readonly string[] {
  return handlerNames(textOf(enforcementCase.values.handler) ?? '');
}

function nameOf(person: RegisterRecord): string {
  return comparableText(textOf(person.values.name) ?? '');
}

/** Number of open cases of each handler, by court and name. */
function openCasesByHandler({ registers, asOf, courtOf }: Tables): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const each of registers.all(CASES)) {
    if (!isOpen(each, asOf)) continue;
    for (const handler of handlersOf(each)) {
      const key = `${courtOf(each)}|${handler}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

function openCasesOf({ courtKey, members }: Team, counts: ReadonlyMap<string, number>): number {
  return members.reduce((all, member) => {
    const named = counts.get(`${courtKey}|${nameOf(member)}`) ?? 0;
    return all + named + (courtKey === '' ? 0 : (counts.get(`|${nameOf(member)}`) ?? 0));
  }, 0);
}

interface Loads {
  readonly open: ReadonlyMap<Team, number>;
  /** Mean over all teams that were handed over; `null` where there are fewer than two courts to compare. */
  readonly mean: number | null;
}

function loadsOf(teams: readonly Team[], tables: Tables): Loads {
  const counts = openCasesByHandler(tables);
  const open = new Map(teams.map((team) => [team, openCasesOf(team, counts)]));
  const courts = new Set(teams.map(({ courtKey }) => courtKey));
  const cases = [...open.values()].reduce((all, count) => all + count, 0);
  const members = teams.reduce((all, team) => all + team.members.length, 0);
  const comparable = tables.registers.has(CASES) && courts.size > 1 && cases > 0;
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
  readonly courtKey: string;
  readonly names: readonly string[];
  readonly cases: RegisterRecord[];
}

/** Who handles cases. A cell with several names is judged as a whole: one of them on the roster is enough. */
function handlersWithCases({ registers, courtOf }: Tables): readonly Handler[] {
  const handlers = new Map<string, Handler>();
  for (const each of registers.all(CASES)) {
    const names = handlersOf(each);
    if (names.length === 0) continue;
    const courtKey = courtOf(each);
    const key = `${courtKey}|${names.join('、')}`;
    const handler = handlers.get(key);
    if (handler === undefined) handlers.set(key, { court: each.values.court, courtKey, names, cases: [each] });
    else handler.cases.push(each);
  }
  return [...handlers.values()];
}

/** Cases assigned to somebody after the day on which everyone of that name had left. */
function assignedAfterLeaving(handler: Handler, people: readonly RegisterRecord[]): readonly RegisterRecord[] {
  const left = people.map((person) => textOf(person.values.leftDate));
  const last = left.filter((day) => day !== null).sort();
  const final = last.at(-1);
  if (final === undefined || last.length < left.length) return [];
  return handler.cases.filter((each) => {
    const assigned = textOf(each.values.assignedDate) ?? textOf(each.values.filedDate);
    return assigned !== null && assigned > final;
  });
}

/** Closed cases say nothing of the roster of today; assigned to somebody who had left, they still count. */
function handlerRecords(tables: Tables): readonly RegisterRecord[] {
  const { registers, asOf, courtOf } = tables;
  const roster = registers.all(PERSONNEL).map((person) => ({ person, name: nameOf(person), court: courtOf(person) }));
  const byName = Map.groupBy(roster, ({ name }) => name);
  const courts = [...new Set(roster.map(({ court }) => court))];
  return handlersWithCases(tables).flatMap((handler) => {
    const people = handler.names
      .flatMap((name) => byName.get(name) ?? [])
      .filter(({ court }) => mayShareCourt(court, handler.courtKey))
      .map(({ person }) => person);
    const open = handler.cases.filter((each) => isOpen(each, asOf));
    const late = assignedAfterLeaving(handler, people);
    if (open.length === 0 && late.length === 0) return [];
    // Without people of the court nobody can be missing from the roster.
    const covered = courts.some((court) => mayShareCourt(court, handler.courtKey));
    return [
      {
        register: enforcementTeamRegister.id,
        mapping: null,
        row: 0,
        values: {
          court: handler.court,
          kind: '承办人',
          unitName: handler.names.join('、'),
          memberCount: null,
          hasJudge: null,
          leadIsNoJudge: null,
          openCases: open.length,
          loadRatio: null,
          onRoster: covered ? people.length > 0 : undefined,
          assignedAfterLeaving: late.length > 0,
        },
      },
    ];
  });
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
    const tables = tablesOf(registers, asOf);
    const teams = teamsOf(tables);
    const loads = loadsOf(teams, tables);
    return [...teams.map((team) => teamRecord(team, loads, registers)), ...handlerRecords(tables)];
  },
};

const courtsOf = onceForRegisters(({ registers }) => courtKeys(registers, [PERSONNEL, CASES]));

function membersBehind(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  const { court, unitName } = record.values;
  const key = courtsOf(context);
  return context.registers
    .all(PERSONNEL)
    .filter(
      (person) =>
        comparableText(teamOf(person) ?? '') === comparableText(textOf(unitName) ?? '') &&
        key(person.values.court) === key(court),
    );
}

function casesBehind(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  const { court, unitName } = record.values;
  const key = courtsOf(context);
  return context.registers
    .all(CASES)
    .filter((each) => handlersOf(each).join('、') === unitName && mayShareCourt(key(each.values.court), key(court)));
}

function openCasesBehind(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  return casesBehind(record, context).filter((each) => isOpen(each, context.asOf));
}

function fieldFact(
  name: string,
  field: string,
  label: FactDefinition['label'],
  neighbour: { readonly register: string; readonly fields: readonly string[] },
  type: FactDefinition['type'],
  sources: NonNullable<FactDefinition['sources']>,
): FactDefinition {
  return {
    name,
    register: enforcementTeamRegister.id,
    label,
    type,
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
    'boolean',
    membersBehind,
  ),
  fieldFact(
    'teamLeadIsNoJudge',
    'leadIsNoJudge',
    { zh: '团队负责人不是法官', en: 'the lead of the team is no judge' },
    { register: PERSONNEL, fields: ['isTeamLead', 'quotaJudge'] },
    'boolean',
    membersBehind,
  ),
  fieldFact(
    'handlerOnRoster',
    'onRoster',
    { zh: '承办人在花名册中', en: 'the handler is on the roster' },
    { register: PERSONNEL, fields: ['name'] },
    'boolean',
    openCasesBehind,
  ),
  fieldFact(
    'handlerAssignedAfterLeaving',
    'assignedAfterLeaving',
    { zh: '承办人离岗后仍被分案', en: 'cases were assigned after the handler had left' },
    { register: CASES, fields: ['assignedDate', 'filedDate'] },
    'boolean',
    casesBehind,
  ),
  fieldFact(
    'teamLoad',
    'loadRatio',
    { zh: '团队人均在办与均值之比', en: 'load of the team against the mean' },
    { register: PERSONNEL, fields: ['name', 'teamName'] },
    'number',
    membersBehind,
  ),
];
