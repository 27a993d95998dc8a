import type { RegisterRecord } from '../register/record.ts';
import { declaredNumbers, declaredWords } from './declared-relatives.ts';
import type { FactDefinition } from './fact.ts';
import { Unknown } from './fact.ts';
import { absentColumns, fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';
import { identifies } from './party-number.ts';
import { onceForRecord, type SharedContext } from './remember.ts';
import { handlerNames } from './roster-person.ts';
import { comparableText } from './text.ts';
import { mentionsAny } from './words.ts';

/** Whether those who handle a case are parties of it, or relatives of a party or of its agent (民诉法47条). */
const CASES = 'enforcementCase';
const PARTIES = 'caseParty';
const STAFF = 'courtPersonnel';

/** Columns of a case that name those who handle it. */
const OFFICERS = ['handler', 'clerk', 'presidingJudge', 'panel'] as const;
/** A name of one or two characters is no mark of a person. */
const SHORTEST_USEFUL_NAME = 3;

type Tie = 'self' | 'relative' | 'sameName' | 'relativeName' | 'none';

interface Conflict {
  readonly tie: Tie;
  readonly officer: RegisterRecord | null;
  readonly party: Party | null;
}

type Seat = 'party' | 'agent' | 'other';

interface Party {
  readonly name: string;
  readonly number: string | null;
  readonly seat: Seat;
}

const PARTY_WORDS = ['申请', '执行人', '当事人', '原告', '被告', '第三人', '异议', '债权人', '债务人'];

/** 案外人、证人、买受人 are no parties; where nothing is said, the row is one of a party. */
export function seatOf(role: string): Seat {
  if (mentionsAny(role, ['代理'])) return 'agent';
  return role === '' || mentionsAny(role, PARTY_WORDS) ? 'party' : 'other';
}

/** Parties and agents with their numbers: of the table of parties, else of the case. */
function partiesOf(record: RegisterRecord, context: SharedContext): readonly Party[] {
  const listed = known(recordsOfCase(record, context, PARTIES));
  const { applicant, applicantIdentityNo, debtor, debtorIdentityNo } = record.values;
  const party = (name: unknown, number: unknown, role: string): Party => ({
    name: comparableText(typeof name === 'string' ? name : ''),
    number: typeof number === 'string' && identifies(number) ? number : null,
    seat: seatOf(role),
  });
  const parties =
    listed.length > 0
      ? listed.map((row) => party(row.values.partyName, row.values.identityNo, textOf(row.values.partyRole) ?? ''))
      : [party(applicant, applicantIdentityNo, ''), party(debtor, debtorIdentityNo, '')];
  return parties.filter(({ seat }) => seat !== 'other');
}

/** Officers of the case on the roster of its court; a name that two people there have is nobody's. */
function officersOf(record: RegisterRecord, context: SharedContext): readonly RegisterRecord[] {
  const court = textOf(record.values.court);
  const names = OFFICERS.flatMap((field) => handlerNames(textOf(record.values[field]) ?? ''));
  return [...new Set(names)].flatMap((name) => {
    const found = context.registers.by(STAFF, 'name', name).filter(({ values }) => {
      const own = textOf(values.court);
      return own === null || court === null || own === court;
    });
    return found.length === 1 ? found : [];
  });
}

function tieOf(officer: RegisterRecord, party: Party): Tie {
  const own = textOf(officer.values.identityNo);
  const number = own !== null && identifies(own) ? own : null;
  const declared = declaredNumbers(officer);
  if (party.number !== null) {
    if (party.number === number && party.seat === 'party') return 'self';
    if (declared.includes(party.number)) return 'relative';
  }
  if (party.name.length < SHORTEST_USEFUL_NAME) return 'none';
  // Two numbers that differ are two people, whatever their names.
  const name = comparableText(textOf(officer.values.name) ?? '');
  const mayBeSelf = party.seat === 'party' && (party.number === null || number === null);
  if (mayBeSelf && name === party.name) return 'sameName';
  const mayBeRelative = party.number === null || declared.length === 0;
  return mayBeRelative && declaredWords(officer).includes(party.name) ? 'relativeName' : 'none';
}

const TIES: readonly Tie[] = ['self', 'relative', 'sameName', 'relativeName'];

const conflictOf = onceForRecord((record, context): Conflict | Unknown => {
  const absent = absentColumns(context, STAFF, ['name', 'identityNo']);
  if (absent !== null) return absent;
  const parties = partiesOf(record, context);
  const officers = officersOf(record, context);
  if (officers.length === 0) return new Unknown('missing', [`${STAFF}.name`]);
  const conflicts = officers.flatMap((officer) =>
    parties.map((party): Conflict => ({ tie: tieOf(officer, party), officer, party })),
  );
  for (const tie of TIES) {
    const found = conflicts.find((each) => each.tie === tie);
    if (found !== undefined) return found;
  }
  if (parties.every(({ number }) => number === null)) return new Unknown('missing', [`${PARTIES}.identityNo`]);
  return { tie: 'none', officer: null, party: null };
});

export const conflictOfInterestFacts: readonly FactDefinition[] = [
  {
    name: 'officerTie',
    register: CASES,
    label: { zh: '办案人员与当事人的关系', en: 'how those who handle the case stand to its parties' },
    type: 'text',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'court', ...OFFICERS, 'applicant', 'applicantIdentityNo', 'debtor', 'debtorIdentityNo'],
      [
        { register: STAFF, fields: ['court', 'name', 'identityNo', 'relativesDeclared'] },
        { register: PARTIES, fields: ['partyName', 'identityNo', 'partyRole'] },
      ],
    ),
    evaluate: (record, context) => {
      const conflict = conflictOf(record, context);
      return conflict instanceof Unknown ? conflict : conflict.tie;
    },
    describe: (record, context) => {
      const conflict = conflictOf(record, context);
      if (conflict instanceof Unknown || conflict.officer === null) return {};
      return { officer: textOf(conflict.officer.values.name), party: conflict.party?.name ?? null };
    },
    sources: (record, context) => {
      const conflict = conflictOf(record, context);
      if (conflict instanceof Unknown || conflict.officer === null) return [];
      const rows = known(recordsOfCase(record, context, PARTIES)).filter(
        ({ values }) => comparableText(textOf(values.partyName) ?? '') === conflict.party?.name,
      );
      return [conflict.officer, ...rows];
    },
  },
];
