import { assertNever } from '../assert-never.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { KnownValue, Limit } from '../fact/fact.ts';
import { Unknown } from '../fact/fact.ts';
import { dayOf, isIsoDate } from '../fact/iso.ts';
import type { RegisterRecord } from '../register/record.ts';
import type { ParameterDefinition, ParameterUnit, ParameterValue } from './format.ts';

/** A unit of time, as limits have it; `null` for amounts, ratios, lists and dates. */
export function timeUnit(unit: ParameterUnit): Limit['unit'] | null {
  switch (unit) {
    case 'day':
    case 'calendarDay':
    case 'workday':
    case 'month':
    case 'calendarMonth':
    case 'year':
    case 'hour':
    case 'minute':
      return unit;
    case 'yuan':
    case 'ratio':
    case 'count':
    case 'list':
    case 'date':
      return null;
    default:
      return assertNever(unit);
  }
}

/** One version of a parameter, ready for comparison: money in fen. */
interface Version {
  readonly from: LocalDate;
  readonly source: ParameterValue;
  readonly value: KnownValue;
  readonly limit: Limit | null;
}

const FEN_IN_YUAN = 100;

/** The unit of a parameter in records: money is stored in fen, and so compared in fen. */
function comparable(unit: ParameterUnit, value: ParameterValue['value']): KnownValue {
  return unit === 'yuan' && typeof value === 'number' ? Math.round(value * FEN_IN_YUAN) : value;
}

/** Fields whose dates select the value in force, in order. */
export function fieldsOf({ asOf }: ParameterDefinition): readonly string[] {
  return typeof asOf === 'string' ? [asOf] : asOf;
}

/** The day of the first of the fields that has a date. */
export function dayAmong(fields: readonly string[], values: RegisterRecord['values']): LocalDate | undefined {
  for (const field of fields) {
    const value = values[field];
    if (isIsoDate(value)) return dayOf(value);
  }
  return undefined;
}

/** Reads the day that decides on versions; one for all parameters of an inspection that name the same fields. */
export type DecidingDay = (record: RegisterRecord) => LocalDate;

/** The day of the first of the fields that has a date, else the as-of date. The last answer is remembered. */
export function decidingDayReader(fields: readonly string[], asOf: LocalDate): DecidingDay {
  let last: RegisterRecord | null = null;
  let day = asOf;
  return (record) => {
    if (record !== last) {
      day = dayAmong(fields, record.values) ?? asOf;
      last = record;
    }
    return day;
  };
}

/** A parameter with its dated versions: the one in force for a record, by the date field that it names. */
export class DatedParameter {
  readonly name: string;
  readonly definition: ParameterDefinition;
  readonly #versions: readonly Version[];
  /** The day that decides on the version. */
  readonly decidingDay: DecidingDay;
  readonly #notInForce: Unknown;
  #lastRecord: RegisterRecord | null = null;
  #lastVersion: Version | undefined = undefined;

  constructor(name: string, definition: ParameterDefinition, decidingDay: DecidingDay) {
    this.name = name;
    this.definition = definition;
    this.decidingDay = decidingDay;
    this.#notInForce = new Unknown('not-in-force', [`parameter.${name}`]);
    const unit = timeUnit(definition.unit);
    this.#versions = definition.values.map((source) => ({
      from: source.from,
      source,
      value: comparable(definition.unit, source.value),
      limit: unit !== null && typeof source.value === 'number' ? { amount: source.value, unit } : null,
    }));
  }

  /** Several conditions ask for the same record in a row: the last answer is remembered. */
  #inForce(record: RegisterRecord): Version | undefined {
    if (record !== this.#lastRecord) {
      this.#lastVersion = this.#findVersion(record);
      this.#lastRecord = record;
    }
    return this.#lastVersion;
  }

  #findVersion(record: RegisterRecord): Version | undefined {
    const day = this.decidingDay(record);
    for (let index = this.#versions.length - 1; index >= 0; index -= 1) {
      const version = this.#versions[index];
      if (version !== undefined && version.from <= day) return version;
    }
    return undefined;
  }

  value(record: RegisterRecord): KnownValue | Unknown {
    const version = this.#inForce(record);
    return version === undefined ? this.#notInForce : version.value;
  }

  /** @throws when the parameter has no unit of time: a mistake of the rule that the lint reports */
  limit(record: RegisterRecord): Limit | Unknown {
    const version = this.#inForce(record);
    if (version === undefined) return this.#notInForce;
    if (version.limit === null) throw new TypeError(`parameter ${this.name} is no time limit`);
    return version.limit;
  }

  /** The version as written in the rule, for findings. */
  version(record: RegisterRecord): ParameterValue | undefined {
    return this.#inForce(record)?.source;
  }
}
