import type { WorkCalendar } from '../calendar/calendar.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { FactContext, FactDefinition, FactParams, FactResult, Limit, RegisterSet } from '../fact/fact.ts';
import { Unknown } from '../fact/fact.ts';
import type { FactCall, FactReference, LimitReader, PreparingContext, Reader } from '../fact/reader.ts';
import { isPrepared, referenceReader } from '../fact/reader.ts';
import type { FactRegistry } from '../fact/registry.ts';
import type { RegisterId } from '../register/definition.ts';
import type { RegisterRecord } from '../register/record.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { RuleDefinition } from './format.ts';
import { DatedParameter, decidingDayReader, fieldsOf } from './parameters.ts';
import type { DecidingDay } from './parameters.ts';

/** What judging needs besides rules and records. */
export interface Environment {
  /** 检查基准日 */
  readonly asOf: LocalDate;
  readonly calendar: WorkCalendar;
  readonly registers: RegisterSet;
  /** Tables of `rules/parameters/`, by file name. */
  readonly tables: Readonly<Record<string, unknown>>;
  readonly facts: FactRegistry;
}

const NO_PARAMS: FactParams = {};

/** Readers of shared facts: computed once for each record, whatever the number of rules that ask. */
export class SharedFacts {
  readonly #environment: Environment;
  readonly #readers = new Map<string, Reader>();
  readonly #decidingDays = new Map<string, DecidingDay>();
  readonly #conditions = new Map<string, CompiledCondition>();
  readonly #context: FactContext;

  constructor(environment: Environment) {
    this.#environment = environment;
    const refuse = (name: string): never => {
      throw new TypeError(`a shared fact asked for ${name}, which differs from rule to rule`);
    };
    this.#context = {
      asOf: environment.asOf,
      calendar: environment.calendar,
      registers: environment.registers,
      tables: environment.tables,
      parameter: (name) => refuse(`parameter ${name}`),
      limit: (name) => refuse(`limit ${name}`),
      notePending: () => refuse('a pending note'),
      fact: (name, record, params) => factOf(environment, this.#context, name, record, params),
    };
  }

  reader(definition: FactDefinition, register: RegisterId, params: FactParams): Reader {
    const key = `${register}\n${callKey(definition.name, params)}`;
    let reader = this.#readers.get(key);
    if (reader === undefined) {
      reader = remembering((record) => definition.evaluate(record, this.#context, params));
      this.#readers.set(key, reader);
    }
    return reader;
  }

  /** A condition that says the same in all rules of a register (applicability, often): decided once for each record. */
  condition(register: RegisterId, key: string, compile: () => CompiledCondition): CompiledCondition {
    const whole = `${register}\n${key}`;
    let condition = this.#conditions.get(whole);
    if (condition === undefined) {
      condition = compile();
      this.#conditions.set(whole, condition);
    }
    return condition;
  }

  /** The day that decides on versions of parameters, by the fields that they name. */
  decidingDay(fields: readonly string[]): DecidingDay {
    const key = fields.join('\n');
    let decidingDay = this.#decidingDays.get(key);
    if (decidingDay === undefined) {
      decidingDay = decidingDayReader(fields, this.#environment.asOf);
      this.#decidingDays.set(key, decidingDay);
    }
    return decidingDay;
  }

  get environment(): Environment {
    return this.#environment;
  }
}

/** Records come one after another, all rules on each: remembering the last one is all the cache that is needed. */
function remembering(read: Reader): Reader {
  let last: RegisterRecord | null = null;
  let value: FactResult = null;
  return (record) => {
    if (record !== last) {
      value = read(record);
      last = record;
    }
    return value;
  };
}

function callKey(name: string, params: FactParams): string {
  return `${name}\n${JSON.stringify(params)}`;
}

export function fieldReader(field: string): Reader {
  const unknown = new Unknown('missing', [field]);
  return (record) => {
    const value = record.values[field];
    return value === undefined ? unknown : value;
  };
}

function factOf(
  environment: Environment,
  context: FactContext,
  name: string,
  record: RegisterRecord,
  params: FactParams = NO_PARAMS,
): FactResult {
  const definition = environment.facts.find(name, record.register);
  if (definition !== undefined) return definition.evaluate(record, context, params);
  const value = record.values[name];
  return value === undefined ? new Unknown('missing', [name]) : value;
}

/** The context of one rule: its parameters, its readers, and whether a time limit was seen to be running. */
export class RuleContext implements PreparingContext {
  readonly asOf: LocalDate;
  readonly calendar: WorkCalendar;
  readonly registers: RegisterSet;
  readonly tables: Readonly<Record<string, unknown>>;
  readonly parameters: ReadonlyMap<string, DatedParameter>;
  readonly environment: Environment;
  /** Set by `notePending`; whoever wants to know calls `clearPending` first. */
  pendingNoted = false;
  readonly #register: RegisterId;
  readonly #shared: SharedFacts;
  readonly #readers = new Map<string, Reader>();
  readonly #prepared = new Map<string, Reader>();

  constructor(rule: Pick<RuleDefinition, 'register' | 'parameters'>, shared: SharedFacts) {
    const { environment } = shared;
    this.asOf = environment.asOf;
    this.calendar = environment.calendar;
    this.registers = environment.registers;
    this.tables = environment.tables;
    this.environment = environment;
    this.#shared = shared;
    this.#register = rule.register;
    this.parameters = new Map(
      Object.entries(rule.parameters).map(([name, definition]) => [
        name,
        new DatedParameter(name, definition, shared.decidingDay(fieldsOf(definition))),
      ]),
    );
  }

  /** Forgets what was noted, before something is asked. */
  clearPending(): void {
    this.pendingNoted = false;
  }

  notePending(): void {
    this.pendingNoted = true;
  }

  #parameter(name: string): DatedParameter {
    const parameter = this.parameters.get(name);
    if (parameter === undefined) throw new TypeError(`the rule has no parameter ${name}`);
    return parameter;
  }

  parameter(name: string, record: RegisterRecord): FactResult {
    return this.#parameter(name).value(record);
  }

  limit(name: string, record: RegisterRecord): Limit | Unknown {
    return this.#parameter(name).limit(record);
  }

  parameterReader(name: string): Reader {
    const parameter = this.#parameter(name);
    return (record) => parameter.value(record);
  }

  limitReader(name: string): LimitReader {
    const parameter = this.#parameter(name);
    return (record) => parameter.limit(record);
  }

  fact(name: string, record: RegisterRecord, params: FactParams = NO_PARAMS): FactResult {
    const definition = this.environment.facts.find(name, record.register);
    if (definition !== undefined && isPrepared(definition)) {
      const key = callKey(name, params);
      let reader = this.#prepared.get(key);
      if (reader === undefined) {
        reader = definition.prepare(this, params);
        this.#prepared.set(key, reader);
      }
      return reader(record);
    }
    if (definition?.shared === true && record.register === this.#register) {
      return this.#shared.reader(definition, this.#register, params)(record);
    }
    return factOf(this.environment, this, name, record, params);
  }

  /** As {@link SharedFacts.condition}, for the rule's register. */
  sharedCondition(key: string, compile: () => CompiledCondition): CompiledCondition {
    return this.#shared.condition(this.#register, key, compile);
  }

  reader(reference: FactReference): Reader {
    return referenceReader(reference, (call) => this.#single(call));
  }

  #single({ fact, params = NO_PARAMS }: FactCall): Reader {
    const definition = this.environment.facts.find(fact, this.#register);
    if (definition === undefined) return fieldReader(fact);
    const key = callKey(fact, params);
    let reader = this.#readers.get(key);
    if (reader === undefined) {
      reader = this.#factReader(definition, params);
      this.#readers.set(key, reader);
    }
    return reader;
  }

  #factReader(definition: FactDefinition, params: FactParams): Reader {
    if (isPrepared(definition)) {
      const read = definition.prepare(this, params);
      return definition.direct === true ? read : this.#rememberingPending(read);
    }
    // Readers are made for records of the rule's register; a neighbour's record goes the long way.
    const own =
      definition.shared === true
        ? this.#shared.reader(definition, this.#register, params)
        : this.#rememberingPending((record) => definition.evaluate(record, this, params));
    const register = this.#register;
    return (record) => (record.register === register ? own(record) : this.fact(definition.name, record, params));
  }

  /** As `remembering`, and a pending note belongs to the remembered value. */
  #rememberingPending(read: Reader): Reader {
    let last: RegisterRecord | null = null;
    let value: FactResult = null;
    let pending = false;
    return (record) => {
      if (record === last) {
        if (pending) this.pendingNoted = true;
        return value;
      }
      const before = this.pendingNoted;
      this.pendingNoted = false;
      last = null;
      value = read(record);
      pending = this.pendingNoted;
      this.pendingNoted = before || pending;
      last = record;
      return value;
    };
  }
}
