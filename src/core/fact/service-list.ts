import type { LocalDate } from '../calendar/local-date.ts';
import { dateAtStart } from './dates-in-words.ts';

/** Somebody on whom a document may be served, and the words by which registers name them. */
export interface ServicePerson<Id extends string> {
  readonly id: Id;
  /** Matched at the start of what is left to read (patterns begin with ^); the more specific first. */
  readonly words: readonly (RegExp | string)[];
}

/** What a cell such as 被不起诉人2026-03-01；公安机关2026-03-02 tells of one person. */
export interface ServiceEntry {
  /** `undefined`: the text does not tell. */
  readonly served: boolean | undefined;
  readonly date: LocalDate | null;
}

const NOT_DONE = /^(?:尚未|未|没有|没)(?:送达|送|签收)?/u;
const NO_SUCH_PERSON = /^无(?!法)/u;
/** Words that add nothing to who was served and when. 等 is none of them: it says that the list goes on. */
const FILLER =
  /^(?:已经?|均|都|分别|一并|送达|送交|送|交付|交|给|于|日期|时间|签收|回证|邮寄|直接|留置|电子|当场|当面|宣布|宣告|并|和|及|与|其|或者|或|的|在案|[、:.()[\]/|\-—~])/u;
const CLAUSE_END = /^[;,。\n]/u;

interface Clause<Id> {
  readonly persons: Id[];
  readonly dates: LocalDate[];
  readonly dated: Map<Id, LocalDate>;
  /** The clause begins with a date: each date belongs to the names after it, not to those before. */
  leading: LocalDate | null;
  negated: boolean;
  absent: boolean;
  understood: boolean;
}

function newClause<Id>(): Clause<Id> {
  return { persons: [], dates: [], dated: new Map(), leading: null, negated: false, absent: false, understood: true };
}

/** The day counts for all that were named and have none yet. */
function giveDate<Id>(clause: Clause<Id>, day: LocalDate): void {
  for (const person of clause.persons) if (!clause.dated.has(person)) clause.dated.set(person, day);
}

function atStart(text: string, word: RegExp | string): string | undefined {
  if (typeof word === 'string') return text.startsWith(word) ? word : undefined;
  return word.exec(text)?.[0];
}

/** Reads one piece of the clause at the start of the text; its length, 0 where it means nothing known. */
function readPiece<Id extends string>(text: string, clause: Clause<Id>, people: readonly ServicePerson<Id>[]): number {
  const date = dateAtStart(text);
  if (date !== undefined) {
    if (clause.leading !== null || clause.persons.length === 0) clause.leading = date.day;
    else giveDate(clause, date.day);
    clause.dates.push(date.day);
    return date.length;
  }
  for (const { id, words } of people) {
    const name = words.map((word) => atStart(text, word)).find((found) => found !== undefined && found !== '');
    if (name === undefined) continue;
    clause.persons.push(id);
    if (clause.leading !== null && !clause.dated.has(id)) clause.dated.set(id, clause.leading);
    return name.length;
  }
  const not = NOT_DONE.exec(text)?.[0];
  if (not !== undefined) {
    clause.negated = true;
    return not.length;
  }
  const none = NO_SUCH_PERSON.exec(text)?.[0];
  if (none !== undefined) {
    clause.absent = true;
    return none.length;
  }
  return FILLER.exec(text)?.[0].length ?? 0;
}

function readClauses<Id extends string>(text: string, people: readonly ServicePerson<Id>[]): readonly Clause<Id>[] {
  const clauses = [newClause<Id>()];
  for (let rest = text; rest !== '';) {
    const clause = clauses.at(-1);
    if (clause === undefined) break;
    if (CLAUSE_END.test(rest)) {
      rest = rest.slice(1);
      clauses.push(newClause());
      continue;
    }
    const length = readPiece(rest, clause, people);
    if (length === 0) clause.understood = false;
    rest = rest.slice(Math.max(length, 1));
  }
  return clauses;
}

/** `公安机关、被不起诉人，2026年4月2日`: a clause that is nothing but a date belongs to the names before it. */
function joinLooseDates<Id extends string>(clauses: readonly Clause<Id>[]): void {
  clauses.forEach((clause, at) => {
    const date = clause.dates[0];
    const before = clauses[at - 1];
    if (date !== undefined && clause.persons.length === 0 && before !== undefined) giveDate(before, date);
  });
}

/**
 * Who was served, and when, by a cell that lists it in words. Someone the text does not name was not served only where all
 * of the text was understood and it names somebody; a word that is not known leaves them open.
 * @param text full width and half width alike, without white space other than line ends (see `comparableText`)
 */
export function readServiceList<Id extends string>(
  text: string,
  people: readonly ServicePerson<Id>[],
): ReadonlyMap<Id, ServiceEntry> {
  const clauses = readClauses(text, people);
  joinLooseDates(clauses);
  const complete = clauses.every(({ understood }) => understood) && clauses.some(({ persons }) => persons.length > 0);
  const entries = new Map<Id, ServiceEntry>();
  for (const { id } of people) {
    const naming = clauses.filter(({ persons, absent }) => !absent && persons.includes(id));
    const served = naming.find(({ negated }) => !negated);
    if (served !== undefined) entries.set(id, { served: true, date: served.dated.get(id) ?? null });
    else if (naming.some(({ understood }) => understood)) entries.set(id, { served: false, date: null });
    else entries.set(id, { served: complete ? false : undefined, date: null });
  }
  return entries;
}
