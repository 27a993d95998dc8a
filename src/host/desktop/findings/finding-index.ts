import type Database from 'better-sqlite3-multiple-ciphers';
import type { FindingsFilter, FindingsOrder } from '../../../contract/model.ts';
import { compareText } from '../../../core/finding/order.ts';
import { searchable } from './search-text.ts';

const classes = ['violation', 'overLimit', 'lead'] as const;
const severities = ['critical', 'major', 'minor'] as const;
const states = ['open', 'proposed', 'moreInfo', 'confirmed', 'referred', 'dismissed'] as const;
const changes = ['new', 'changed', 'unchanged', 'gone'] as const;

/** A column of few distinct texts, as small numbers that sort like the texts. */
class Column {
  readonly values: readonly string[];
  readonly codes: Int32Array;

  constructor(texts: readonly string[], order?: readonly string[]) {
    this.values = order ?? [...new Set(texts)].sort(compareText);
    const codeOf = new Map(this.values.map((value, code) => [value, code]));
    this.codes = Int32Array.from(texts, (text) => codeOf.get(text) ?? -1);
  }

  /** For each code whether the filter lets it pass; `null` where nothing is filtered. */
  allowed(wanted: readonly string[]): Uint8Array | null {
    if (wanted.length === 0) return null;
    const set = new Set(wanted);
    return Uint8Array.from(this.values, (value) => (set.has(value) ? 1 : 0));
  }
}

export type FacetId = 'class' | 'severity' | 'state' | 'ruleId' | 'party' | 'change' | 'month';
const facetIds: readonly FacetId[] = ['class', 'severity', 'state', 'ruleId', 'party', 'change', 'month'];

type Row = [
  id: number,
  fingerprint: string,
  kind: string,
  severity: string,
  state: string,
  ruleId: string,
  party: string,
  subject: string,
  change: string,
  search: string,
  initials: string,
  month: string,
];

/** The filter with clauses turned into rules, which are what findings have. */
export interface IndexFilter extends Pick<FindingsFilter, FacetId | 'text'> {
  /** Rules of the clauses asked for; `null` where no clause is. */
  readonly clauseRules: ReadonlySet<string> | null;
}

/**
 * The listed findings column by column, in memory: filters, counts and orders over 100,000 of them take milliseconds, and the
 * file is asked for the rows of one page only. Rebuilt after a run; decisions change it in place.
 */
export class FindingIndex {
  readonly #ids: Int32Array;
  readonly #fingerprints: readonly string[];
  readonly #columns: Readonly<Record<FacetId | 'subject', Column>>;
  readonly #search: readonly string[];
  readonly #initials: readonly string[];
  readonly #positions: ReadonlyMap<string, number>;
  readonly #lists = new Map<string, Int32Array>();

  constructor(database: Database.Database) {
    const rows = database
      .prepare<[], Row>(
        `SELECT id, fingerprint, class, severity, state, rule_id, party, subject, change, search, initials, coalesce(month, '')
         FROM listed ORDER BY id`,
      )
      .raw()
      .all();
    const column = (at: 2 | 3 | 4 | 5 | 6 | 7 | 8 | 11, order?: readonly string[]): Column =>
      new Column(
        rows.map((row) => row[at]),
        order,
      );
    this.#ids = Int32Array.from(rows, ([id]) => id);
    this.#fingerprints = rows.map((row) => row[1]);
    this.#positions = new Map(this.#fingerprints.map((fingerprint, position) => [fingerprint, position]));
    this.#columns = {
      class: column(2, classes),
      severity: column(3, severities),
      state: column(4, states),
      ruleId: column(5),
      party: column(6),
      subject: column(7),
      change: column(8, changes),
      month: column(11),
    };
    this.#search = rows.map((row) => row[9]);
    this.#initials = rows.map((row) => row[10]);
  }

  /** Findings listed, whatever the filter. */
  get size(): number {
    return this.#ids.length;
  }

  has(fingerprint: string): boolean {
    return this.#positions.has(fingerprint);
  }

  /** Row ids in the file for positions. */
  rowIds(positions: Int32Array): number[] {
    return Array.from(positions, (position) => this.#ids[position] ?? 0);
  }

  fingerprints(positions: Int32Array): string[] {
    return Array.from(positions, (position) => this.#fingerprints[position] ?? '');
  }

  setState(fingerprint: string, state: string): void {
    const position = this.#positions.get(fingerprint);
    const code = this.#columns.state.values.indexOf(state);
    if (position !== undefined) this.#columns.state.codes[position] = code;
    this.#lists.clear();
  }

  /** Positions that pass the filter, in the order asked for. */
  list(filter: IndexFilter, order: FindingsOrder): Int32Array {
    const key = JSON.stringify([filter, [...(filter.clauseRules ?? [])], order]);
    let list = this.#lists.get(key);
    if (list === undefined) {
      list = this.#sorted(this.#matching(filter), order);
      if (this.#lists.size >= 20) this.#lists.clear();
      this.#lists.set(key, list);
    }
    return list;
  }

  countSubjects(positions: Int32Array): number {
    const { codes } = this.#columns.subject;
    return new Set(positions.map((position) => codes[position] ?? -1)).size;
  }

  /** Counts of each facet's values under all other filters; rules also feed the counts of clauses. */
  facets(filter: IndexFilter): Readonly<Record<FacetId, ReadonlyMap<string, number>>> & {
    readonly rulesWithoutClause: ReadonlyMap<string, number>;
  } {
    const texts = this.#textMatches(filter.text);
    const allowed = facetIds.map((id) => this.#columns[id].allowed(filter[id]));
    const clause = this.#clauseAllowed(filter);
    const counts = facetIds.map((id) => new Int32Array(this.#columns[id].values.length));
    const withoutClause = new Int32Array(this.#columns.ruleId.values.length);
    const codes = facetIds.map((id) => this.#columns[id].codes);
    const ruleCodes = this.#columns.ruleId.codes;
    for (let position = 0; position < this.#ids.length; position += 1) {
      if (texts !== null && texts[position] === 0) continue;
      // Counted under a facet when no other one refuses it.
      let refusals = 0;
      let refusing = -1;
      for (let facet = 0; facet < codes.length; facet += 1) {
        const pass = allowed[facet];
        if (pass === null || pass === undefined || pass[codes[facet]?.[position] ?? 0] === 1) continue;
        refusals += 1;
        refusing = facet;
      }
      const rule = ruleCodes[position] ?? 0;
      const clausePasses = clause === null || clause[rule] === 1;
      if (refusals === 0) withoutClause[rule] = (withoutClause[rule] ?? 0) + 1;
      if (refusals > 1 || !clausePasses) continue;
      for (let facet = 0; facet < codes.length; facet += 1) {
        if (refusals === 1 && facet !== refusing) continue;
        const count = counts[facet];
        const code = codes[facet]?.[position] ?? 0;
        if (count !== undefined) count[code] = (count[code] ?? 0) + 1;
      }
    }
    const named = (id: FacetId, count: Int32Array | undefined): ReadonlyMap<string, number> =>
      new Map(this.#columns[id].values.map((value, code) => [value, count?.[code] ?? 0]));
    const [ofClass, ofSeverity, ofState, ofRule, ofParty, ofChange, ofMonth] = counts;
    return {
      class: named('class', ofClass),
      severity: named('severity', ofSeverity),
      state: named('state', ofState),
      ruleId: named('ruleId', ofRule),
      party: named('party', ofParty),
      change: named('change', ofChange),
      month: named('month', ofMonth),
      rulesWithoutClause: named('ruleId', withoutClause),
    };
  }

  #clauseAllowed({ clauseRules }: IndexFilter): Uint8Array | null {
    return clauseRules === null
      ? null
      : Uint8Array.from(this.#columns.ruleId.values, (rule) => (clauseRules.has(rule) ? 1 : 0));
  }

  #matching(filter: IndexFilter): Int32Array {
    const texts = this.#textMatches(filter.text);
    const clause = this.#clauseAllowed(filter);
    const tests = facetIds.flatMap((id) => {
      const pass = this.#columns[id].allowed(filter[id]);
      return pass === null ? [] : [{ pass, codes: this.#columns[id].codes }];
    });
    if (clause !== null) tests.push({ pass: clause, codes: this.#columns.ruleId.codes });
    const found: number[] = [];
    for (let position = 0; position < this.#ids.length; position += 1) {
      if (texts !== null && texts[position] === 0) continue;
      if (tests.every(({ pass, codes }) => pass[codes[position] ?? 0] === 1)) found.push(position);
    }
    return Int32Array.from(found);
  }

  /** Every word must be found, in the text or (letters and digits alone) among the pinyin initials. */
  #textMatches(text: string): Uint8Array | null {
    const words = text
      .split(/\s+/u)
      .map(searchable)
      .filter((word) => word !== '');
    if (words.length === 0) return null;
    return Uint8Array.from(this.#search, (search, position) =>
      words.every(
        (word) =>
          search.includes(word) || (/^[a-z0-9]+$/u.test(word) && (this.#initials[position] ?? '').includes(word)),
      )
        ? 1
        : 0,
    );
  }

  #sorted(positions: Int32Array, { group, by }: FindingsOrder): Int32Array {
    const { class: kind, severity, ruleId, party, subject } = this.#columns;
    const grave = (position: number): number =>
      (severity.codes[position] ?? 0) * classes.length + (kind.codes[position] ?? 0);
    const leading = { severity: null, subject, rule: ruleId, party }[by];
    const rank = (position: number): number => (leading === null ? grave(position) : (leading.codes[position] ?? 0));
    const groups = { case: subject, party, rule: ruleId, none: null }[group];
    const best = groups === null ? null : bestRanks(positions, groups.codes, rank, groups.values.length);
    return positions.sort((a, b) => {
      if (groups !== null && best !== null) {
        const groupA = groups.codes[a] ?? 0;
        const groupB = groups.codes[b] ?? 0;
        const order = (best[groupA] ?? 0) - (best[groupB] ?? 0) || groupA - groupB;
        if (order !== 0) return order;
      }
      return (
        rank(a) - rank(b) ||
        grave(a) - grave(b) ||
        (ruleId.codes[a] ?? 0) - (ruleId.codes[b] ?? 0) ||
        (subject.codes[a] ?? 0) - (subject.codes[b] ?? 0) ||
        a - b
      );
    });
  }
}

/** The rank of each group's first member: groups stand in that order. */
function bestRanks(
  positions: Int32Array,
  codes: Int32Array,
  rank: (position: number) => number,
  groups: number,
): Int32Array {
  const best = new Int32Array(groups).fill(2 ** 31 - 1);
  for (const position of positions) {
    const group = codes[position] ?? 0;
    best[group] = Math.min(best[group] ?? 0, rank(position));
  }
  return best;
}
