import type { FactDefinition, FactParams, FactResult } from '../src/core/fact/fact.ts';
import type { PreparedFact, Reader } from '../src/core/fact/reader.ts';
import { isPrepared } from '../src/core/fact/reader.ts';
import type { FactRegistry } from '../src/core/fact/registry.ts';
import type { RegisterRecord } from '../src/core/register/record.ts';
import { RuleContext } from '../src/core/rule/context.ts';

/** A limit that is running behind the value is told again whenever the value is read. */
interface Answer {
  readonly value: FactResult;
  readonly running: boolean;
}

/** Answers of all facts, a row for each record, computed the first time: before anything is timed. */
class AnswerTable {
  readonly #rows = new Map<RegisterRecord, (Answer | undefined)[]>();
  #columns = 0;
  #last: RegisterRecord | null = null;
  #row: (Answer | undefined)[] = [];

  /** The column of one fact for one rule, or for all rules that share it. */
  reader(compute: Reader, context: RuleContext): Reader {
    const column = this.#columns;
    this.#columns += 1;
    return (record) => {
      const row = record === this.#last ? this.#row : this.#find(record);
      const answer = row[column] ?? answered(compute, context, row, column, record);
      if (answer.running) context.notePending();
      return answer.value;
    };
  }

  #find(record: RegisterRecord): (Answer | undefined)[] {
    const row = this.#rows.get(record) ?? [];
    this.#rows.set(record, row);
    this.#last = record;
    this.#row = row;
    return row;
  }
}

function answered(
  compute: Reader,
  context: RuleContext,
  row: (Answer | undefined)[],
  column: number,
  record: RegisterRecord,
): Answer {
  const noted = context.pendingNoted;
  context.clearPending();
  const answer = { value: compute(record), running: context.pendingNoted };
  context.pendingNoted = noted;
  // Without holes, which would make a slow table of the row.
  while (row.length < column) row.push(undefined);
  row[column] = answer;
  return answer;
}

function atHand(definition: FactDefinition, answers: AnswerTable): PreparedFact {
  const shared = definition.shared === true;
  const columns = new Map<string, Reader>();
  return {
    ...definition,
    // As without a table: what rules share says the same to each, and is read where it stands.
    ...(shared ? { direct: true as const } : {}),
    prepare: (context, params) => {
      if (!(context instanceof RuleContext)) throw new TypeError('answers are kept for rules only');
      const read = () =>
        isPrepared(definition)
          ? definition.prepare(context, params)
          : (record: RegisterRecord) => definition.evaluate(record, context, params);
      if (readsThisRowOnly(definition, params)) return read();
      const key = JSON.stringify(params);
      const reader = (shared ? columns.get(key) : undefined) ?? answers.reader(read(), context);
      columns.set(key, reader);
      return reader;
    },
  };
}

/** Generic facts (a limit that has run out, a default for a blank cell) belong to the conditions. */
function readsThisRowOnly(definition: FactDefinition, params: FactParams): boolean {
  return definition.register === 'any' && definition.reads(params).neighbours.length === 0;
}

/**
 * The same facts, with those about a register and its neighbours taken from a table once they have been computed. What is
 * generic and reads nothing but the row is worked out each time.
 */
export function factsAtHand(facts: FactRegistry): FactRegistry {
  const answers = new AnswerTable();
  const known = new Map<FactDefinition, FactDefinition>();
  return {
    ...facts,
    find: (name, register) => {
      const definition = facts.find(name, register);
      if (definition === undefined) return undefined;
      // Read where they stand: nothing could be taken from a table faster.
      if (isPrepared(definition) && definition.direct === true) return definition;
      const own = known.get(definition) ?? atHand(definition, answers);
      known.set(definition, own);
      return own;
    },
  };
}
