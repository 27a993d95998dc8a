import type { RegisterRecord } from '../register/record.ts';
import { declaredNumbers } from './declared-relatives.ts';
import type { FactDefinition } from './fact.ts';
import { Unknown } from './fact.ts';
import { absentColumns, fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';
import { identifies } from './party-number.ts';
import { onceForRecord, type SharedContext } from './remember.ts';
import { comparableText } from './text.ts';
import { namesIn } from './words.ts';

/** Whether those who handle a case are parties of it, or relatives of one (民诉法47条). */
const CASES = 'enforcementCase';
const PARTIES = 'caseParty';
const STAFF = 'courtPersonnel';

/** Columns of a case that name those who handle it. */
const OFFICERS = ['handler', 'clerk', 'presidingJudge', 'panel'] as const;
/** A name of one or two characters is no mark of a person. */
const SHORTEST_USEFUL_NAME = 3;

type Tie = 'self' | 'relative' | 'sameName' | 'none';

interface Conflict {
  readonly tie: Tie;
  readonly officer: RegisterRecord | null;
  readonly party: string | null;
}

interface Party {
  readonly name: string;
  readonly number: string | null;
}

/** Parties with their numbers: of the table of parties, else of the case. Unknown where no number is whole. */
function partiesOf(record: RegisterRecord, context: SharedContext): readonly Party[] | Unknown {
  const listed = known(recordsOfCase(record, context, PARTIES));
  const { applicant, applicantIdentityNo, debtor, debtorIdentityNo } = record.values;
  const party = (name: unknown, number: unknown): Party => ({
    name: comparableText(typeof name === 'string' ? name : ''),
    number: typeof number === 'string' && identifies(number) ? number : null,
  });
  const parties =
    listed.length > 0
      ? listed.map((row) => party(row.values.partyName, row.values.identityNo))
      : [party(applicant, applicantIdentityNo), party(debtor, debtorIdentityNo)];
  if (parties.some(({ number }) => number !== null)) return parties;
  return new Unknown('missing', [`${PARTIES}.identityNo`]);
}

/** Officers of the case on the roster of its court; a name that two people there have is nobody's. */
function officersOf(record: RegisterRecord, context: SharedContext): readonly RegisterRecord[] {
  const court = textOf(record.values.court);
  const names = OFFICERS.flatMap((field) => namesIn(textOf(record.values[field]) ?? ''));
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
  if (party.number !== null) {
    if (party.number === number) return 'self';
    if (declaredNumbers(officer).includes(party.number)) return 'relative';
    if (number !== null) return 'none';
  }
  const name = comparableText(textOf(officer.values.name) ?? '');
  return name.length >= SHORTEST_USEFUL_NAME && name === party.name ? 'sameName' : 'none';
}

const TIES: readonly Tie[] = ['self', 'relative', 'sameName'];

const conflictOf = onceForRecord((record, context): Conflict | Unknown => {
  const absent = absentColumns(context, STAFF, ['name', 'identityNo']);
  if (absent !== null) return absent;
  const parties = partiesOf(record, context);
  if (parties instanceof Unknown) return parties;
  const officers = officersOf(record, context);
  if (officers.length === 0) return new Unknown('missing', [`${STAFF}.name`]);
  const conflicts = officers.flatMap((officer) =>
    parties.map((party): Conflict => ({ tie: tieOf(officer, party), officer, party: party.name })),
  );
  for (const tie of TIES) {
    const found = conflicts.find((each) => each.tie === tie);
    if (found !== undefined) return found;
  }
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
        { register: PARTIES, fields: ['partyName', 'identityNo'] },
      ],
    ),
    evaluate: (record, context) => {
      const conflict = conflictOf(record, context);
      return conflict instanceof Unknown ? conflict : conflict.tie;
    },
    describe: (record, context) => {
      const conflict = conflictOf(record, context);
      if (conflict instanceof Unknown || conflict.officer === null) return {};
      return { officer: textOf(conflict.officer.values.name), party: conflict.party };
    },
    sources: (record, context) => {
      const conflict = conflictOf(record, context);
      if (conflict instanceof Unknown || conflict.officer === null) return [];
      const rows = known(recordsOfCase(record, context, PARTIES)).filter(
        ({ values }) => comparableText(textOf(values.partyName) ?? '') === conflict.party,
      );
      return [conflict.officer, ...rows];
    },
  },
];
