import type { RegisterRecord } from '../register/record.ts';
import type { RegisterSet } from './fact.ts';
import { textOf } from './neighbours.ts';
import type { ListingState } from './listing-window.ts';
import { listingState, restrictionState } from './listing-window.ts';
import type { PartyNumber } from './party-number.ts';
import { compareNumbers, identifies, partyNumbers } from './party-number.ts';
import { restrictsConsumption } from './restriction-order.ts';
import { comparableText } from './text.ts';

/** The registers that say against whom a measure stands. */
export type ListingRegister = 'dishonestListing' | 'consumptionRestriction';

/** Somebody who is looked up: the judged record's party. */
export interface Party {
  readonly numbers: readonly PartyNumber[];
  /** Comparable text; empty where no name is known. */
  readonly name: string;
}

/**
 * How sure it is that a row is about the party.
 * - `number` the whole identity number or credit code is the same
 * - `partial` the names are the same and so are the visible parts of the numbers
 * - `name` the names are the same and no number says otherwise
 * - `too-short` as before, but a name of one or two characters is no mark of a person
 */
export type Likeness = 'number' | 'partial' | 'name' | 'too-short';

export interface ListingMatch {
  readonly likeness: Likeness;
  readonly row: RegisterRecord;
}

interface Entry {
  readonly row: RegisterRecord;
  readonly numbers: readonly PartyNumber[];
}

interface ListingIndex {
  readonly byNumber: ReadonlyMap<string, readonly Entry[]>;
  readonly byName: ReadonlyMap<string, readonly Entry[]>;
}

const NAME_FIELD: Readonly<Record<ListingRegister, string>> = {
  dishonestListing: 'name',
  consumptionRestriction: 'restrictedPerson',
};
const SHORTEST_USEFUL_NAME = 3;
const HIDDEN = /[*＊×✱•●■□#?…某]/u;

const indexes = new WeakMap<RegisterSet, Map<ListingRegister, ListingIndex>>();

/** A name as it is compared; empty where it is blank or partly hidden. */
export function partyName(value: unknown): string {
  return typeof value === 'string' && !HIDDEN.test(value) ? comparableText(value) : '';
}

function add(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = map.get(key);
  if (entries === undefined) map.set(key, [entry]);
  else entries.push(entry);
}

function buildIndex(registers: RegisterSet, register: ListingRegister): ListingIndex {
  const byNumber = new Map<string, Entry[]>();
  const byName = new Map<string, Entry[]>();
  for (const row of registers.all(register)) {
    if (register === 'consumptionRestriction' && !restrictsConsumption(row)) continue;
    const { identityNo, identityNoMasked } = row.values;
    const entry = { row, numbers: partyNumbers(identityNo, identityNoMasked) };
    for (const number of entry.numbers) if (number.kind === 'full') add(byNumber, number.number, entry);
    const name = partyName(row.values[NAME_FIELD[register]]);
    if (name !== '') add(byName, name, entry);
  }
  return { byNumber, byName };
}

function indexOf(registers: RegisterSet, register: ListingRegister): ListingIndex {
  let built = indexes.get(registers);
  if (built === undefined) {
    built = new Map();
    indexes.set(registers, built);
  }
  let index = built.get(register);
  if (index === undefined) {
    index = buildIndex(registers, register);
    built.set(register, index);
  }
  return index;
}

function likenessOf(party: Party, entry: Entry): Likeness | null {
  let agrees = false;
  let compared = 0;
  let different = 0;
  for (const own of party.numbers) {
    for (const other of entry.numbers) {
      const comparison = compareNumbers(own, other);
      if (comparison === 'same') return 'number';
      agrees ||= comparison === 'agree';
      compared += 1;
      if (comparison === 'differ') different += 1;
    }
  }
  if (agrees) return 'partial';
  // A cell that names several people is contradicted only where each of its numbers is somebody else's.
  if (compared > 0 && compared === different) return null;
  return party.name.length >= SHORTEST_USEFUL_NAME ? 'name' : 'too-short';
}

/** Rows of the register about the party, by number or by name; the index is built once for a register set. */
export function listingMatches(
  registers: RegisterSet,
  register: ListingRegister,
  party: Party,
): readonly ListingMatch[] {
  const index = indexOf(registers, register);
  const found: ListingMatch[] = [];
  const rows = new Set<RegisterRecord>();
  for (const number of party.numbers) {
    const entries = number.kind === 'full' ? index.byNumber.get(number.number) : undefined;
    // A passport number alone, without the name, is no match.
    if (entries === undefined || number.kind !== 'full' || !identifies(number.number)) continue;
    for (const { row } of entries) {
      if (rows.has(row)) continue;
      rows.add(row);
      found.push({ likeness: 'number', row });
    }
  }
  const named = party.name === '' ? undefined : index.byName.get(party.name);
  if (named === undefined) return found;
  for (const entry of named) {
    if (rows.has(entry.row)) continue;
    const likeness = likenessOf(party, entry);
    if (likeness !== null) found.push({ likeness, row: entry.row });
  }
  return found;
}

/** State of a row of either register at a moment. */
export function stateAt(row: RegisterRecord, moment: string): ListingState {
  return row.register === 'dishonestListing' ? listingState(row, moment) : restrictionState(row, moment);
}

/** Name of the person or organisation that a row is about. */
export function listedName(row: RegisterRecord): string | null {
  return textOf(row.values[row.register === 'dishonestListing' ? 'name' : 'restrictedPerson']);
}
