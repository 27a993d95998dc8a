import type { RegisterRecord } from '../register/record.ts';
import { seatOf } from './conflict-of-interest.ts';
import { courtKeys } from './court-name.ts';
import { declaredNumbers } from './declared-relatives.ts';
import type { FactDefinition } from './fact.ts';
import { fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';
import { identifies } from './party-number.ts';
import { onceForRecord, onceForRegisters, type SharedContext } from './remember.ts';
import { isJudge } from './roster-person.ts';
import { mentionsAny } from './words.ts';

/** Agents of a case against the people of its court: former staff, and relatives whom staff have declared (法官法24、36条). */
const CASES = 'enforcementCase';
const PARTIES = 'caseParty';
const STAFF = 'courtPersonnel';

/** 离岗时间 alone may be a move within the court; these words say that the court was left. */
const LEFT_COURT = ['退休', '离职', '辞职', '辞退', '开除', '离任', '调离', '调出'];

type Bond = 'formerJudge' | 'formerStaff' | 'staffRelative';

interface AgentConflict {
  readonly bond: Bond;
  readonly agent: RegisterRecord;
  readonly person: RegisterRecord;
}

const courtsOf = onceForRegisters(({ registers }) => courtKeys(registers, [STAFF, CASES]));

/** People of the roster by the numbers of the relatives whom they declared. */
const declarers = onceForRegisters(({ registers }) => {
  const byNumber = new Map<string, RegisterRecord[]>();
  for (const person of registers.all(STAFF)) {
    for (const number of declaredNumbers(person)) byNumber.set(number, [...(byNumber.get(number) ?? []), person]);
  }
  return byNumber;
});

function bondOfFormer(person: RegisterRecord, filedDate: string): Bond | null {
  const left = textOf(person.values.leftDate);
  if (left === null || left > filedDate) return null;
  const hasLeftCourt = mentionsAny(textOf(person.values.onDutyStatus) ?? '', LEFT_COURT);
  return hasLeftCourt && isJudge(person) === true ? 'formerJudge' : 'formerStaff';
}

function conflictOf(agent: RegisterRecord, record: RegisterRecord, context: SharedContext): AgentConflict | null {
  const number = textOf(agent.values.identityNo);
  const filedDate = textOf(record.values.filedDate);
  if (number === null || !identifies(number) || filedDate === null) return null;
  const key = courtsOf(context);
  const isOfCourt = ({ values }: RegisterRecord): boolean => key(values.court) === key(record.values.court);
  for (const person of context.registers.by(STAFF, 'identityNo', number).filter(isOfCourt)) {
    const bond = bondOfFormer(person, filedDate);
    if (bond !== null) return { bond, agent, person };
  }
  const [person] = (declarers(context).get(number) ?? []).filter(isOfCourt);
  return person === undefined ? null : { bond: 'staffRelative', agent, person };
}

/** Agents stand only in the table of parties, and only there have numbers: without them this is one check less, no gap. */
const agentConflict = onceForRecord((record, context): AgentConflict | null => {
  const agents = known(recordsOfCase(record, context, PARTIES)).filter(
    ({ values }) => seatOf(textOf(values.partyRole) ?? '') === 'agent',
  );
  for (const agent of agents) {
    const conflict = conflictOf(agent, record, context);
    if (conflict !== null) return conflict;
  }
  return null;
});

export const agentConflictFacts: readonly FactDefinition[] = [
  {
    name: 'agentBond',
    register: CASES,
    label: { zh: '代理人与本院人员的关系', en: 'how an agent stands to the people of the court' },
    type: 'text',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'court', 'filedDate'],
      [
        { register: STAFF, fields: ['court', 'identityNo', 'leftDate', 'onDutyStatus', 'relativesDeclared'] },
        { register: PARTIES, fields: ['partyRole', 'identityNo'] },
      ],
    ),
    evaluate: (record, context) => agentConflict(record, context)?.bond ?? 'none',
    describe: (record, context) => {
      const conflict = agentConflict(record, context);
      if (conflict === null) return {};
      const { agent, person } = conflict;
      return {
        agent: textOf(agent.values.partyName),
        person: textOf(person.values.name),
        left: textOf(person.values.leftDate),
      };
    },
    sources: (record, context) => {
      const conflict = agentConflict(record, context);
      return conflict === null ? [] : [conflict.agent, conflict.person];
    },
  },
];
