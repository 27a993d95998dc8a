import type Database from 'better-sqlite3-multiple-ciphers';
import { reviewState, type FindingRow, type FindingsFilter, type FindingsOrder } from '../../../contract/model.ts';
import { inOrder, stableOrder } from './counting-order.ts';
import type { ColumnName, SearchColumn, TextColumn } from './finding-columns.ts';
import { readFindingColumn, readFindingIds, readSearchColumn, searchedColumns } from './finding-columns.ts';
import { searchable } from '../../../core/searchable.ts';

const states: readonly FindingRow['state'][] = reviewState.options;

export type FacetId = (ColumnName & keyof FindingsFilter) | 'state';
const facetIds: readonly FacetId[] = ['class', 'severity', 'state', 'ruleId', 'party', 'change', 'month'];

/** The first digits of a finding's id, as a person copies them from a report. */
const FINDING_ID = /^[0-9a-f]{8,64}$/u;

/** The filter with clauses turned into rules, which are what findings have. */
export interface IndexFilter extends Pick<FindingsFilter, FacetId | 'text'> {
  /** Rules of the clauses asked for; `null` where no clause is. */
  readonly clauseRules: ReadonlySet<string> | null;
}

/** For each code of a column whether the filter lets it pass; `null` where nothing is filtered. */
function allowed({ texts }: TextColumn, wanted: readonly string[]): Uint8Array | null {
  if (wanted.length === 0) return null;
  const set = new Set(wanted);
  return Uint8Array.from(texts, (text) => (set.has(text) ? 1 : 0));
}

/**
 * The listed findings column by column, in memory: filters, counts and orders over 100,000 of them take milliseconds, and the
 * file is asked for the rows of one page only. Read anew after a run; decisions change it in place.
 */
export class FindingIndex {
  readonly #database: Database.Database;
  readonly #ids: Int32Array;
  readonly #columns: Readonly<Record<FacetId | 'subject', TextColumn>>;
  #search: readonly (SearchColumn & Pick<TextColumn, 'codes'>)[] | null = null;
  #fingerprints: readonly string[] | null = null;
  readonly #orders = new Map<FindingsOrder['by'], Int32Array>();
  readonly #lists = new Map<string, Int32Array>();

  /** Over columns that are ready: see `storeFindingColumns`. */
  constructor(database: Database.Database) {
    const column = (name: ColumnName): TextColumn => readFindingColumn(database, name);
    this.#database = database;
    this.#ids = readFindingIds(database);
    this.#columns = {
      class: column('class'),
      severity: column('severity'),
      state: { texts: states, codes: new Int32Array(this.#ids.length) },
      ruleId: column('ruleId'),
      party: column('party'),
      subject: column('subject'),
      change: column('change'),
      month: column('month'),
    };
    const decided = database.prepare<[], { id: number; state: string }>(
      "SELECT id, state FROM listed WHERE state <> 'open'",
    );
    for (const { id, state } of decided.iterate()) this.setState(id, state);
  }

  /** Findings listed, whatever the filter. */
  get size(): number {
    return this.#ids.length;
  }

  /** Row ids in the file for positions. */
  rowIds(positions: Int32Array): number[] {
    return Array.from(positions, (position) => this.#ids[position] ?? 0);
  }

  #allFingerprints(): readonly string[] {
    return (this.#fingerprints ??= this.#readFingerprints());
  }

  fingerprints(positions: Int32Array): string[] {
    const all = this.#allFingerprints();
    return Array.from(positions, (position) => all[position] ?? '');
  }

  /** Where a finding stands in a list; -1 where it is not in it. */
  placeOf(fingerprint: string, list: Int32Array): number {
    const position = this.#allFingerprints().indexOf(fingerprint);
    return position < 0 ? -1 : list.indexOf(position);
  }

  /** Read from the index over fingerprints alone, which is far smaller than the list. */
  #readFingerprints(): string[] {
    const all = Array.from({ length: this.size }, () => '');
    const rows = this.#database.prepare<[], { id: number; fingerprint: string }>('SELECT id, fingerprint FROM listed');
    for (const { id, fingerprint } of rows.iterate()) all[this.#positionOf(id)] = fingerprint;
    return all;
  }

  /** Ids ascend: halving finds one. @returns -1 where there is no such finding */
  #positionOf(id: number): number {
    let low = 0;
    let high = this.#ids.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#ids[middle] ?? 0;
      if (found === id) return middle;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  setState(id: number, state: string): void {
    const { texts, codes } = this.#columns.state;
    const position = this.#positionOf(id);
    if (position >= 0) codes[position] = texts.indexOf(state);
    this.#lists.clear();
  }

  /** Positions that pass the filter, in the order asked for. */
  list(filter: IndexFilter, order: FindingsOrder): Int32Array {
    const key = JSON.stringify([filter, [...(filter.clauseRules ?? [])], order]);
    let list = this.#lists.get(key);
    if (list === undefined) {
      list = this.#grouped(this.#matching(filter, this.#wholeOrder(order.by)), order);
      if (this.#lists.size >= 20) this.#lists.clear();
      this.#lists.set(key, list);
    }
    return list;
  }

  countSubjects(positions: Int32Array): number {
    const { codes, texts } = this.#columns.subject;
    const seen = new Uint8Array(texts.length);
    let count = 0;
    for (const position of positions) {
      const code = codes[position] ?? 0;
      count += 1 - (seen[code] ?? 1);
      seen[code] = 1;
    }
    return count;
  }

  /** Counts of each facet's values under all other filters; rules also feed the counts of clauses. */
  facets(filter: IndexFilter): Readonly<Record<FacetId, ReadonlyMap<string, number>>> & {
    readonly rulesWithoutClause: ReadonlyMap<string, number>;
  } {
    const texts = this.#textMatches(filter.text);
    const passes = facetIds.map((id) => allowed(this.#columns[id], filter[id]));
    const clause = this.#clauseAllowed(filter);
    const counts = facetIds.map((id) => new Int32Array(this.#columns[id].texts.length));
    const withoutClause = new Int32Array(this.#columns.ruleId.texts.length);
    const codes = facetIds.map((id) => this.#columns[id].codes);
    const ruleCodes = this.#columns.ruleId.codes;
    for (let position = 0; position < this.#ids.length; position += 1) {
      if (texts?.[position] === 0) continue;
      // Counted under a facet when no other one refuses it.
      let refusals = 0;
      let refusing = -1;
      for (let facet = 0; facet < codes.length; facet += 1) {
        const pass = passes[facet];
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
      new Map(this.#columns[id].texts.map((text, code) => [text, count?.[code] ?? 0]));
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
      : Uint8Array.from(this.#columns.ruleId.texts, (rule) => (clauseRules.has(rule) ? 1 : 0));
  }

  /** Those of the positions that pass, in the order given. */
  #matching(filter: IndexFilter, positions: Int32Array): Int32Array {
    const texts = this.#textMatches(filter.text);
    const clause = this.#clauseAllowed(filter);
    const tests = facetIds.flatMap((id) => {
      const pass = allowed(this.#columns[id], filter[id]);
      return pass === null ? [] : [{ pass, codes: this.#columns[id].codes }];
    });
    if (clause !== null) tests.push({ pass: clause, codes: this.#columns.ruleId.codes });
    const found = new Int32Array(positions.length);
    let count = 0;
    for (const position of positions) {
      if (texts?.[position] === 0) continue;
      if (!tests.every(({ pass, codes }) => pass[codes[position] ?? 0] === 1)) continue;
      found[count] = position;
      count += 1;
    }
    return found.subarray(0, count);
  }

  /** Every word must be found: in a text, at the beginning of the id, or (letters and digits alone) among the pinyin initials. */
  #textMatches(text: string): Uint8Array | null {
    const words = text
      .split(/\s+/u)
      .map(searchable)
      .filter((word) => word !== '');
    if (words.length === 0) return null;
    this.#search ??= searchedColumns.map((name) => readSearchColumn(this.#database, name));
    const matches = new Uint8Array(this.#ids.length).fill(1);
    for (const word of words) {
      const ids = FINDING_ID.test(word) ? this.#allFingerprints() : null;
      const byInitials = /^[a-z0-9]+$/u.test(word);
      const tests = this.#search.map(({ search, initials, codes }) => ({
        codes,
        pass: Uint8Array.from(search, (each, code) =>
          each.includes(word) || (byInitials && (initials[code] ?? '').includes(word)) ? 1 : 0,
        ),
      }));
      for (let position = 0; position < matches.length; position += 1) {
        if (ids?.[position]?.startsWith(word)) continue;
        if (!tests.some(({ pass, codes }) => pass[codes[position] ?? 0] === 1)) matches[position] = 0;
      }
    }
    return matches;
  }

  /** All positions in order, without groups: what leads, then the gravest, by rule and subject. */
  #wholeOrder(by: FindingsOrder['by']): Int32Array {
    let order = this.#orders.get(by);
    if (order === undefined) {
      const { class: kind, severity, ruleId, party, subject } = this.#columns;
      const leading = { severity: [], subject: [subject], rule: [ruleId], party: [party] }[by];
      order = [...leading, severity, kind, ruleId, subject].reduceRight(
        (items, { codes, texts }) => stableOrder(items, codes, texts.length),
        inOrder(this.size),
      );
      this.#orders.set(by, order);
    }
    return order;
  }

  #groupsBy(group: FindingsOrder['group']): TextColumn | null {
    const { ruleId, party, subject } = this.#columns;
    return { case: subject, party, rule: ruleId, none: null }[group];
  }

  /** How many stand together in each group of a list; empty for a list without groups. */
  groupSizes(positions: Int32Array, group: FindingsOrder['group']): number[] {
    const codes = this.#groupsBy(group)?.codes;
    const sizes: number[] = [];
    let current = -1;
    if (codes === undefined) return sizes;
    for (const position of positions) {
      const code = codes[position] ?? 0;
      if (code !== current) sizes.push(0);
      current = code;
      sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + 1;
    }
    return sizes;
  }

  /** Groups stand in the order of their best member. */
  #grouped(positions: Int32Array, { group, by }: FindingsOrder): Int32Array {
    const { class: kind, severity, ruleId, party, subject } = this.#columns;
    const groups = this.#groupsBy(group);
    if (groups === null) return positions;
    const leading = { severity: null, subject, rule: ruleId, party }[by];
    const grades = leading === null ? severity.texts.length * kind.texts.length : leading.texts.length;
    const grade = (position: number): number =>
      leading === null
        ? (severity.codes[position] ?? 0) * kind.texts.length + (kind.codes[position] ?? 0)
        : (leading.codes[position] ?? 0);
    const best = new Int32Array(groups.texts.length).fill(grades);
    for (const position of positions) {
      const code = groups.codes[position] ?? 0;
      best[code] = Math.min(best[code] ?? grades, grade(position));
    }
    const placeOf = new Int32Array(groups.texts.length);
    stableOrder(inOrder(groups.texts.length), best, grades + 1).forEach((code, place) => {
      placeOf[code] = place;
    });
    const places = groups.codes.map((code) => placeOf[code] ?? 0);
    return stableOrder(positions, places, groups.texts.length);
  }
}
