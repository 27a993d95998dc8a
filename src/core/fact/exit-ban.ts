import type { RegisterRecord } from '../register/record.ts';
import { dateOf, textOf } from './cells.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { compareDates } from './iso.ts';
import { liftedByWords, matchKey, measureState, recordsMatching } from './measure-window.ts';
import { recordsOfCase } from './neighbours.ts';
import { onceForRecord } from './remember.ts';

/** Facts on bans on leaving the country, held against departures on record. */
const BAN = 'exitBan';
const DEPARTURE = 'exitRecord';

interface Departure {
  readonly at: string;
  /** The row of the departure register; the ban's own row where its column 出境时间 says it. */
  readonly record: RegisterRecord;
}

/** Departures of the person, by full document number; a masked number or a name matches nothing. */
const departures = onceForRecord((ban, context): readonly Departure[] => {
  const key = matchKey(ban.values.identityNo);
  const found: Departure[] = [];
  const add = (record: RegisterRecord) => {
    const at = dateOf(record, 'exitedAt');
    if (typeof at === 'string') found.push({ at, record });
  };
  add(ban);
  if (!key.includes('*'))
    for (const record of recordsMatching(context.registers, DEPARTURE, 'identityNo', key)) add(record);
  return found.sort((a, b) => compareDates(a.at, b.at));
});

type Found = Departure | 'undecided' | null;

/** The first departure while the ban stood, counted from a moment of the ban. Unsure ones only where none is sure. */
function departureSince(ban: RegisterRecord, context: FactContext, from: string | null): Found {
  const window = { from, releasedAt: ban.values.releasedAt, termEnd: ban.values.termEnd };
  let unsure = false;
  for (const departure of departures(ban, context)) {
    const state = measureState(window, departure.at);
    // Without a last day on record the departure still counts; release or expiry end the ban.
    if (state === 'in-force' || state === 'term-open') return departure;
    unsure ||= state === 'undecided' || state === 'same-day';
  }
  return unsure ? 'undecided' : null;
}

function afterEntry(ban: RegisterRecord, context: FactContext): Found {
  return departureSince(ban, context, dateOf(ban, 'enteredAt') ?? null);
}

/** A departure after service that the entry into the system does not precede; a day without time of day proves nothing. */
function beforeEntry(ban: RegisterRecord, context: FactContext): Found {
  const found = departureSince(ban, context, dateOf(ban, 'servedAt') ?? null);
  const entered = dateOf(ban, 'enteredAt');
  if (found === null || found === 'undecided' || entered === null) return found;
  return entered !== undefined && compareDates(found.at, entered) < 0 ? found : null;
}

const OWN_FIELDS = ['identityNo', 'servedAt', 'enteredAt', 'exitedAt', 'releasedAt', 'termEnd'];

function departureFact(
  name: string,
  zh: string,
  en: string,
  find: (ban: RegisterRecord, context: FactContext) => Found,
): FactDefinition {
  const certain = (record: RegisterRecord, context: FactContext): Departure | null => {
    const found = find(record, context);
    return found === 'undecided' ? null : found;
  };
  return {
    name,
    register: BAN,
    label: { zh, en },
    type: 'dateTime',
    shared: true,
    reads: () => ({
      fields: OWN_FIELDS,
      neighbours: [{ register: DEPARTURE, fields: ['identityNo', 'exitedAt'] }],
      parameters: [],
    }),
    evaluate: (record, context): FactResult => {
      const found = find(record, context);
      return found === 'undecided' ? new Unknown('missing', OWN_FIELDS.slice(1)) : (found?.at ?? null);
    },
    describe: (record, context) => {
      const departure = certain(record, context);
      return departure === null ? {} : { at: departure.at };
    },
    sources: (record, context) => {
      const departure = certain(record, context);
      return departure === null || departure.record === record ? [] : [departure.record];
    },
  };
}

/** Whether the ban was lifted before, by its remark; see `liftedByWords`. */
const banLifted: FactDefinition = {
  name: 'banLifted',
  register: BAN,
  label: { zh: '限制出境在此之前已解除', en: 'the ban had been lifted before' },
  type: 'boolean',
  shared: true,
  reads: () => ({ fields: ['releasedAt', 'remark'], neighbours: [], parameters: [] }),
  evaluate: (record, context) => liftedByWords(record, 'remark', departures(record, context)[0]?.at ?? null),
};

/** Other bans of the same person in the same case that end later: the ban went on under another row. */
function laterBans(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] {
  const end = dateOf(record, 'termEnd');
  const rows = recordsOfCase(record, context, BAN);
  if (typeof end !== 'string' || rows instanceof Unknown) return [];
  const key = matchKey(record.values.identityNo);
  const samePerson = (row: RegisterRecord) => {
    const other = matchKey(row.values.identityNo);
    return key === '' || other === '' || key.includes('*') || other.includes('*')
      ? textOf(row, 'person') === textOf(record, 'person')
      : other === key;
  };
  return rows.filter((row) => row !== record && samePerson(row) && (dateOf(row, 'termEnd') ?? '') > end);
}

const laterBan: FactDefinition = {
  name: 'laterBan',
  register: BAN,
  label: { zh: '同案同一人另有更晚到期的限制出境', en: 'a later ban of the same person in the case' },
  type: 'boolean',
  shared: true,
  reads: () => ({ fields: ['caseNo', 'identityNo', 'person', 'termEnd'], neighbours: [], parameters: [] }),
  evaluate: (record, context) => laterBans(record, context).length > 0,
  sources: laterBans,
};

/** Departures are optional data: where none is on record the facts are blank, and nobody is accused. */
export const exitBanFacts: readonly FactDefinition[] = [
  departureFact('departureAfterEntry', '录入生效后的出境时间', 'departure after the ban was entered', afterEntry),
  departureFact(
    'departureBeforeEntry',
    '送达后、录入前的出境时间',
    'departure after service, before entry',
    beforeEntry,
  ),
  banLifted,
  laterBan,
];
