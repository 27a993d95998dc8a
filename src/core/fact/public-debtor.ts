import type { FieldId, RegisterId } from '../register/definition.ts';
import type { RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { partyName, stateAt } from './listing-index.ts';
import { matchKey } from './measure-window.ts';
import { absentColumns, fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';
import type { PartyNumber } from './party-number.ts';
import { compareNumbers, identifies, partyNumbers } from './party-number.ts';
import type { SharedContext } from './remember.ts';
import { onceForRecord, onceForRegisters } from './remember.ts';
import { mentionsAny } from './words.ts';

/** Facts on listed debtors who are on the public payroll or are public bodies, and on who was told of the listing. */
const LISTING = 'dishonestListing';
const NOTICES = 'listingNotice';
const SHORTEST_USEFUL_NAME = 3;

/** A roster of people or bodies, and the columns that name them. */
interface Roster {
  readonly register: RegisterId;
  readonly number: FieldId;
  readonly name: FieldId;
  /** Whether a row of the roster counts. */
  readonly counts: (row: RegisterRecord) => boolean;
}

const EMPLOYEES: Roster = {
  register: 'publicEmployee',
  number: 'employeeNo',
  name: 'employeeName',
  counts: () => true,
};
const GOVERNMENT_KINDS = ['机关', '事业', '政府', '法院', '检察院'];
const PUBLIC_KINDS = [...GOVERNMENT_KINDS, '国有', '国企'];

function bodiesOf(kinds: readonly string[]): Roster {
  return {
    register: 'publicBody',
    number: 'bodyCode',
    name: 'bodyName',
    counts: (row) => mentionsAny(textOf(row.values['bodyKind']) ?? '', kinds),
  };
}

/** `number`: the whole number is the same; `name`: the name is, and no number says otherwise; `none`. */
interface RosterMatch {
  readonly likeness: 'number' | 'name' | 'none';
  readonly row: RegisterRecord | null;
}

/** A row of a roster under its name, with its numbers read once for all the listings that are compared with it. */
interface NamedRow {
  readonly row: RegisterRecord;
  readonly numbers: readonly PartyNumber[];
}

interface RosterIndex {
  readonly byNumber: ReadonlyMap<unknown, RegisterRecord>;
  readonly byName: ReadonlyMap<string, readonly NamedRow[]>;
}

function indexOfRoster({ register, number, name, counts }: Roster): (context: SharedContext) => RosterIndex {
  return onceForRegisters(({ registers }) => {
    const rows = registers.all(register).filter(counts);
    const named = rows.map((row) => ({ row, numbers: partyNumbers(row.values[number]) }));
    return {
      // The first row of a number counts: what comes later does not replace it.
      byNumber: new Map(rows.toReversed().map((row) => [row.values[number], row])),
      byName: Map.groupBy(named, ({ row }) => matchKey(row.values[name])),
    };
  });
}

/** Whom the listing is about; three facts ask for it in turn. */
const listedParty = onceForRecord(({ values: { identityNo, identityNoMasked, name } }) => {
  const own = partyName(name);
  return { numbers: partyNumbers(identityNo, identityNoMasked), name: own, key: matchKey(own) };
});

const NO_MATCH: RosterMatch = { likeness: 'none', row: null };

function matchIn(
  record: RegisterRecord,
  context: FactContext,
  roster: Roster,
  indexOf: (context: SharedContext) => RosterIndex,
): RosterMatch | Unknown {
  const absent = absentColumns(context, roster.register, [roster.name, roster.number]);
  if (absent !== null) return absent;
  const { numbers, name, key } = listedParty(record, context);
  const index = indexOf(context);
  for (const number of numbers) {
    if (number.kind !== 'full' || !identifies(number.number)) continue;
    const row = index.byNumber.get(number.number);
    if (row !== undefined) return { likeness: 'number', row };
  }
  if (name.length < SHORTEST_USEFUL_NAME) {
    return numbers.length > 0 ? NO_MATCH : new Unknown('missing', ['identityNo']);
  }
  const differs = (others: readonly PartyNumber[]) =>
    others.some((other) => numbers.some((number) => compareNumbers(number, other) === 'differ'));
  const named = index.byName.get(key)?.find((each) => !differs(each.numbers));
  return named === undefined ? NO_MATCH : { likeness: 'name', row: named.row };
}

function rosterFact(name: string, label: FactDefinition['label'], roster: Roster): FactDefinition {
  const indexOf = indexOfRoster(roster);
  const found = (record: RegisterRecord, context: FactContext): RegisterRecord | null => {
    const match = matchIn(record, context, roster, indexOf);
    return match instanceof Unknown ? null : match.row;
  };
  return {
    name,
    register: LISTING,
    label,
    type: 'text',
    shared: true,
    reads: fixedReads(
      ['identityNo', 'identityNoMasked', 'name'],
      [{ register: roster.register, fields: [roster.number, roster.name] }],
    ),
    evaluate: (record, context): FactResult => {
      const match = matchIn(record, context, roster, indexOf);
      return match instanceof Unknown ? match : match.likeness;
    },
    describe: (record, context) => {
      const row = found(record, context);
      const { employerUnit = null, superiorUnit = null, bodyKind = null } = row?.values ?? {};
      return { unit: textOf(employerUnit) ?? textOf(superiorUnit), kind: textOf(bodyKind) };
    },
    sources: (record, context) => {
      const row = found(record, context);
      return row === null ? [] : [row];
    },
  };
}

/** Notices about the listed party: by whole number, or by the name in the same case. */
function noticesOf(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] | Unknown {
  const absent = absentColumns(context, NOTICES, ['notifiedParty', 'notifiedDate']);
  if (absent !== null) return absent;
  const { identityNo, identityNoMasked, name, caseNo } = record.values;
  const byNumber = partyNumbers(identityNo, identityNoMasked).flatMap((number) =>
    number.kind === 'full' ? context.registers.by(NOTICES, 'notifiedPartyNo', number.number) : [],
  );
  const key = matchKey(name);
  const inCase = context.registers
    .by(NOTICES, 'caseNo', caseNo)
    .filter((row) => key !== '' && matchKey(row.values['notifiedParty']) === key);
  return [...new Set([...byNumber, ...inCase])];
}

const listingReported: FactDefinition = {
  name: 'listingReported',
  register: LISTING,
  label: { zh: '已有通报记录', en: 'a notice of the listing is on record' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(
    ['identityNo', 'name', 'caseNo'],
    [{ register: NOTICES, fields: ['notifiedParty', 'notifiedPartyNo', 'notifiedDate'] }],
  ),
  evaluate: (record, context) => {
    const notices = noticesOf(record, context);
    return notices instanceof Unknown ? notices : notices.length > 0;
  },
  sources: (record, context) => known(noticesOf(record, context)),
};

/** State of the case of a listing: `closed`, `open`, or `unknown` where the table of cases does not tell. */
const listingCaseState: FactDefinition = {
  name: 'listingCaseState',
  register: LISTING,
  label: { zh: '名单所涉案件是否结案', en: 'whether the case of the listing is closed' },
  type: 'text',
  shared: true,
  reads: fixedReads(['caseNo'], [{ register: 'enforcementCase', fields: ['closeDate'] }]),
  evaluate: (record, context) => {
    const cases = recordsOfCase(record, context, 'enforcementCase', ['closeDate']);
    if (cases instanceof Unknown || cases.length === 0) return 'unknown';
    const closed = cases.some((each) => (textOf(each.values['closeDate']) ?? '9999') <= context.asOf);
    return closed ? 'closed' : 'open';
  },
};

const listingStateNow: FactDefinition = {
  name: 'listingStateNow',
  register: LISTING,
  label: { zh: '检查基准日名单状态', en: 'state of the listing on the as-of date' },
  type: 'text',
  shared: true,
  reads: fixedReads(['publishedDate', 'shieldedDate', 'termEnd', 'listingStatus']),
  evaluate: (record, context) => {
    const state = stateAt(record, context.asOf);
    return state === 'undecided' ? new Unknown('missing', ['shieldedDate']) : state;
  },
};

export const publicDebtorFacts: readonly FactDefinition[] = [
  rosterFact('publicEmployeeMatch', { zh: '是否财政供养人员', en: 'whether on the public payroll' }, EMPLOYEES),
  rosterFact(
    'publicBodyMatch',
    { zh: '是否机关、事业单位、国企', en: 'whether a public body' },
    bodiesOf(PUBLIC_KINDS),
  ),
  rosterFact(
    'governmentBodyMatch',
    { zh: '是否机关、事业单位', en: 'whether an organ or institution of the state' },
    bodiesOf(GOVERNMENT_KINDS),
  ),
  listingReported,
  listingCaseState,
  listingStateNow,
];
