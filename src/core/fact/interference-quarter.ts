import type { FieldValue, RegisterRecord } from '../register/record.ts';
import { mayBeSameCourt } from './court-name.ts';
import type { DerivedRegister, FactDefinition, RegisterSet } from './fact.ts';
import { Unknown } from './fact.ts';
import { courtOfRecord, statesInterference } from './interference-record.ts';
import { dayOf } from './iso.ts';
import { fixedReads, numberOf, textOf } from './neighbours.ts';
import type { Quarter, ReportingPeriod } from './reporting-period.ts';
import {
  isBefore,
  nextQuarter,
  parseReportingPeriod,
  quarterEnd,
  quarterKey,
  quarterOf,
  quarterWords,
} from './reporting-period.ts';
import { comparableText } from './text.ts';

const REPORTS = 'interferenceReport';
const RECORDS = 'interferenceRecord';
const MONTHS_OF_A_QUARTER = 3;
/** For the words of a finding, where the tables name no unit. */
const UNNAMED = '填报单位';

/** Reports and records of one unit, by quarter. */
interface Unit {
  readonly name: string | null;
  readonly quarterly: Map<string, RegisterRecord[]>;
  readonly monthly: Map<string, Map<number, RegisterRecord>>;
  readonly records: Map<string, RegisterRecord[]>;
  /** Words of a report's period that name no quarter: a quarter without a report may be the one it is about. */
  unplacedReport: string | null;
  /** A record without a day may belong to any quarter, so no quarter can be counted. */
  hasUndatedRecord: boolean;
  /** Quarters with a record that may be the unit's or another's. */
  readonly uncounted: Set<string>;
  earliest: Quarter | null;
}

function push<K>(map: Map<K, RegisterRecord[]>, key: K, record: RegisterRecord): void {
  const bucket = map.get(key);
  if (bucket === undefined) map.set(key, [record]);
  else bucket.push(record);
}

function unitKey(name: FieldValue): string {
  const text = textOf(name);
  return text === null ? '' : comparableText(text);
}

function emptyUnit(name: string | null): Unit {
  return {
    name,
    quarterly: new Map(),
    monthly: new Map(),
    records: new Map(),
    unplacedReport: null,
    hasUndatedRecord: false,
    uncounted: new Set(),
    earliest: null,
  };
}

function seen(unit: Unit, quarter: Quarter): void {
  if (unit.earliest === null || isBefore(quarter, unit.earliest)) unit.earliest = quarter;
}

function unitOf(units: Map<string, Unit>, name: FieldValue): Unit {
  const key = unitKey(name);
  let unit = units.get(key);
  if (unit === undefined) {
    unit = emptyUnit(textOf(name));
    units.set(key, unit);
  }
  return unit;
}

/** What the report covers, the year from its own column where the words name none: 2025 and 第四季度. */
function periodOf({ values: { period, year } }: RegisterRecord): ReportingPeriod | null {
  const words = textOf(period) ?? '';
  const [number] = /\d{4}/u.exec(String(year ?? '')) ?? [];
  return parseReportingPeriod(words) ?? (number === undefined ? null : parseReportingPeriod(`${number}年${words}`));
}

function addReports(units: Map<string, Unit>, registers: RegisterSet): void {
  for (const report of registers.all(REPORTS)) {
    const unit = unitOf(units, report.values.unit);
    const period = periodOf(report);
    if (period === null) {
      unit.unplacedReport ??= textOf(report.values.period) ?? '';
      continue;
    }
    seen(unit, period.quarter);
    const key = quarterKey(period.quarter);
    if (period.month === null) {
      push(unit.quarterly, key, report);
      continue;
    }
    const months = unit.monthly.get(key) ?? new Map<number, RegisterRecord>();
    months.set(period.month, report);
    unit.monthly.set(key, months);
  }
}

/** The unit of the court: of its name, or the only one whose name may be a longer or shorter form of it. */
function unitOfCourt(units: Map<string, Unit>, court: FieldValue): Unit {
  const name = textOf(court);
  if (name === null || units.has(unitKey(court))) return unitOf(units, court);
  const alike = [...units.values()].filter((unit) => unit.name !== null && mayBeSameCourt(unit.name, name));
  const [only] = alike;
  return only !== undefined && alike.length === 1 ? only : unitOf(units, court);
}

/** Rows that tell of an inquiry; a row that says 本季度无 is none. */
function recordsOfInquiries(registers: RegisterSet): readonly RegisterRecord[] {
  return registers.all(RECORDS).filter((record) => statesInterference(record) !== false);
}

/**
 * Records without a court belong to the only unit there is; among several units nobody can say. Reports that name no unit
 * are those of the only court on record, or else may be anybody's.
 */
function addRecords(units: Map<string, Unit>, registers: RegisterSet): void {
  const records = recordsOfInquiries(registers);
  const courts = new Set(records.map((record) => unitKey(courtOfRecord(record))).filter((key) => key !== ''));
  const [first] = units.values();
  const only = units.size === 1 ? first : undefined;
  const onlyIsNameless = only?.name === null && courts.size <= 1;
  for (const record of records) {
    const court = textOf(courtOfRecord(record));
    if (court === null && only === undefined && units.size > 0) {
      const day = textOf(record.values.recordedAt);
      for (const unit of units.values()) {
        if (day === null) unit.hasUndatedRecord = true;
        else unit.uncounted.add(quarterKey(quarterOf(day)));
      }
      continue;
    }
    const unit = only !== undefined && (court === null || onlyIsNameless) ? only : unitOfCourt(units, court);
    const recordedAt = textOf(record.values.recordedAt);
    if (recordedAt === null) {
      unit.hasUndatedRecord = true;
      continue;
    }
    const quarter = quarterOf(recordedAt);
    seen(unit, quarter);
    push(unit.records, quarterKey(quarter), record);
  }
  if (units.has('') && units.size > 1) for (const unit of units.values()) unit.unplacedReport ??= '';
}

function unitsOf(registers: RegisterSet): readonly Unit[] {
  const units = new Map<string, Unit>();
  addReports(units, registers);
  addRecords(units, registers);
  return [...units.values()];
}

/** Day of the report: 报送日期, else the later of the two days on which it went out. */
function reportDay(report: RegisterRecord): FieldValue {
  const { reportedDate, politicalLegalReportedDate, superiorReportedDate } = report.values;
  if (textOf(reportedDate) !== null) return reportedDate;
  const days = [politicalLegalReportedDate, superiorReportedDate].map(textOf).filter((day) => day !== null);
  if (days.length > 0) return days.sort().at(-1);
  // A column that is there and empty says that the report did not go out; without any column nobody knows.
  return [reportedDate, politicalLegalReportedDate, superiorReportedDate].includes(null) ? null : undefined;
}

/** Numbers that a report may be read as: with or without the contacts (接触交往), which are no interference records. */
function reportedCounts(report: RegisterRecord): readonly number[] {
  const { caseCount, leaderCount, internalCount, contactCount, zeroReport } = report.values;
  const contacts = numberOf(contactCount) ?? 0;
  const total = numberOf(caseCount);
  if (total !== null) return [total, total - contacts];
  const parts = [numberOf(leaderCount), numberOf(internalCount)].filter((part) => part !== null);
  if (parts.length > 0) {
    const sum = parts.reduce((all, part) => all + part, 0);
    return [sum + contacts, sum];
  }
  return zeroReport === true ? [0] : [];
}

interface Reported {
  readonly reported: boolean | undefined;
  readonly reportedDate: FieldValue;
  readonly reports: readonly RegisterRecord[];
}

function reportedIn(unit: Unit, key: string): Reported {
  const quarterly = unit.quarterly.get(key) ?? [];
  if (quarterly.length > 0) {
    const days = quarterly.map(reportDay);
    const dated = days.filter((day) => typeof day === 'string').sort();
    return { reported: true, reportedDate: dated[0] ?? days[0], reports: quarterly };
  }
  const monthly = [...(unit.monthly.get(key)?.values() ?? [])];
  if (monthly.length === MONTHS_OF_A_QUARTER) {
    const days = monthly.map(reportDay);
    const allDated = days.every((day) => typeof day === 'string');
    return { reported: true, reportedDate: allDated ? days.sort().at(-1) : undefined, reports: monthly };
  }
  const unsure = monthly.length > 0 || unit.unplacedReport !== null;
  return { reported: unsure ? undefined : false, reportedDate: null, reports: monthly };
}

function countsDiffer(reports: readonly RegisterRecord[], monthly: boolean, recorded: number): boolean | undefined {
  const counts = reports.map(reportedCounts);
  if (counts.length === 0 || counts.some((each) => each.length === 0)) return undefined;
  if (!monthly) return !counts.some((each) => each.includes(recorded));
  const sums = [0, 1].map((reading) => counts.reduce((all, each) => all + (each[reading] ?? each[0] ?? 0), 0));
  return !sums.includes(recorded);
}

function quarterRecord(unit: Unit, quarter: Quarter, recordsKnown: boolean): RegisterRecord {
  const key = quarterKey(quarter);
  const { reported, reportedDate, reports } = reportedIn(unit, key);
  const counted = recordsKnown && !unit.hasUndatedRecord && !unit.uncounted.has(key);
  const recordCount = unit.records.get(key)?.length ?? 0;
  const monthly = !unit.quarterly.has(key);
  const reportCounts = reports.map((report) => reportedCounts(report)[0]);
  return {
    register: interferenceQuarterRegister.id,
    mapping: null,
    row: 0,
    values: {
      unit: unit.name,
      unitName: unit.name ?? UNNAMED,
      quarter: quarterWords(quarter),
      quarterEnd: quarterEnd(quarter),
      reported,
      reportedDate,
      reportCount: reportCounts.some((count) => count === undefined)
        ? undefined
        : reportCounts.reduce<number>((all, count) => all + (count ?? 0), 0),
      // Where no report was made, the records that are surely the unit's are enough to say that one was due.
      recordCount: counted || (reported === false && recordCount > 0) ? recordCount : undefined,
      countsDiffer:
        reported === false
          ? false
          : counted && reported === true
            ? countsDiffer(reports, monthly, recordCount)
            : undefined,
    },
  };
}

/** Stands for a unit whose reports name no quarter: nothing can be said of it, and that is to be seen. */
function unplacedRecord(unit: Unit): RegisterRecord {
  const values = {
    unit: unit.name,
    unitName: unit.name ?? UNNAMED,
    quarter: unit.unplacedReport,
    quarterEnd: undefined,
  };
  return { register: interferenceQuarterRegister.id, mapping: null, row: 0, values };
}

/**
 * Each unit × each quarter that has ended, from the quarter of the unit's earliest record or report on: a quarter without
 * cases is to be reported too (zero report). Three monthly reports stand for a quarterly one.
 */
export const interferenceQuarterRegister: DerivedRegister = {
  id: 'interferenceQuarter',
  label: { zh: '干预过问应报季度', en: 'Quarters for which interference is to be reported' },
  needs: [REPORTS],
  fields: [
    { id: 'unit', label: { zh: '单位', en: 'Unit' }, type: 'text' },
    { id: 'unitName', label: { zh: '单位称谓', en: 'Unit as it is called' }, type: 'text' },
    { id: 'quarter', label: { zh: '季度', en: 'Quarter' }, type: 'text' },
    { id: 'quarterEnd', label: { zh: '季度末日', en: 'Last day of the quarter' }, type: 'date' },
    { id: 'reported', label: { zh: '已报送', en: 'Reported' }, type: 'boolean' },
    { id: 'reportedDate', label: { zh: '报送日期', en: 'Reported on' }, type: 'date' },
    { id: 'reportCount', label: { zh: '报告件数', en: 'Cases in the report' }, type: 'number' },
    { id: 'recordCount', label: { zh: '记录件数', en: 'Cases on record' }, type: 'number' },
    { id: 'countsDiffer', label: { zh: '件数不符', en: 'Counts differ' }, type: 'boolean' },
  ],
  identity: ['unit', 'quarter'],
  subject: ['quarter'],
  derive: (registers, asOf) => {
    const recordsKnown = registers.has(RECORDS);
    return unitsOf(registers).flatMap((unit) => {
      const quarters: RegisterRecord[] = [];
      if (unit.earliest === null) return unit.unplacedReport === null ? quarters : [unplacedRecord(unit)];
      for (let quarter = unit.earliest; quarterEnd(quarter) < asOf; quarter = nextQuarter(quarter)) {
        quarters.push(quarterRecord(unit, quarter, recordsKnown));
      }
      return quarters;
    });
  },
};

function reportsBehind(record: RegisterRecord, registers: RegisterSet): readonly RegisterRecord[] {
  const unit = unitKey(record.values.unit);
  return registers.all(REPORTS).filter((report) => {
    const period = periodOf(report);
    return (
      period !== null && unitKey(report.values.unit) === unit && quarterWords(period.quarter) === record.values.quarter
    );
  });
}

function recordsBehind(record: RegisterRecord, registers: RegisterSet): readonly RegisterRecord[] {
  const unit = textOf(record.values.unit);
  return recordsOfInquiries(registers).filter((each) => {
    const recordedAt = textOf(each.values.recordedAt);
    const court = textOf(courtOfRecord(each));
    return (
      recordedAt !== null &&
      (court === null || unit === null || mayBeSameCourt(court, unit)) &&
      quarterWords(quarterOf(dayOf(recordedAt))) === record.values.quarter
    );
  });
}

function known(value: FieldValue, field: string): boolean | Unknown {
  return typeof value === 'boolean' ? value : new Unknown('missing', [field]);
}

export const interferenceQuarterFacts: readonly FactDefinition[] = [
  {
    name: 'quarterReport',
    register: interferenceQuarterRegister.id,
    label: { zh: '该季度已有报告', en: 'the quarter has a report' },
    type: 'boolean',
    reads: fixedReads(['reported'], [{ register: REPORTS, fields: ['unit', 'period'] }]),
    evaluate: (record) => known(record.values.reported, `${REPORTS}.period`),
    sources: (record, context) => reportsBehind(record, context.registers),
  },
  {
    name: 'quarterCountsDiffer',
    register: interferenceQuarterRegister.id,
    label: { zh: '报告件数与记录件数不符', en: 'report and records differ in number' },
    type: 'boolean',
    reads: fixedReads(
      ['countsDiffer'],
      [
        { register: REPORTS, fields: ['caseCount'] },
        { register: RECORDS, fields: ['recordedAt'] },
      ],
    ),
    evaluate: (record) => known(record.values.countsDiffer, `${RECORDS}.recordedAt`),
    sources: (record, context) => [
      ...reportsBehind(record, context.registers),
      ...recordsBehind(record, context.registers),
    ],
  },
];
