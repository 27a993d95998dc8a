import type { RegisterId } from '../register/definition.ts';
import type { FieldValue, RegisterRecord } from '../register/record.ts';
import { textOf } from './cells.ts';
import type { DerivedRegister, FactDefinition, RegisterSet } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, numberOf } from './neighbours.ts';
import { mentionsAny } from './words.ts';

const PLANS = 'assessmentPlan';
const RESULTS = 'assessmentResult';
const DEBTS = 'governmentDebtorCase';
const PUBLICITY = 'publicityPlan';

/** Themes that are about enforcement. */
const THEME_WORDS = ['执行', '失信', '生效裁判', '生效法律文书', '拒执'];

/** Four digits of 2025, 2025年 or 2025年度. */
export function yearIn(text: string): number | null {
  const digits = /(?:19|20)\d{2}/u.exec(text)?.[0];
  return digits === undefined ? null : Number(digits);
}

interface UnitYear {
  readonly unit: string;
  readonly year: number;
  readonly rows: readonly RegisterRecord[];
}

/** Rows of a yearly table by unit and year; rows without a year belong to none. */
export function unitYears(registers: RegisterSet, register: RegisterId): readonly UnitYear[] {
  const groups = new Map<string, UnitYear & { readonly rows: RegisterRecord[] }>();
  for (const row of registers.all(register)) {
    const year = yearIn(textOf(row, 'year'));
    if (year === null) continue;
    const unit = textOf(row, 'unit');
    const key = `${unit}|${year}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { unit, year, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()];
}

/** Texts of a column over all rows; unknown where a row cannot be read or has none. */
function contentsOf(rows: readonly RegisterRecord[], field: string): FieldValue {
  const texts = rows.map((row) => textOf(row, field));
  return texts.includes('') ? undefined : texts.join('、');
}

function derived(register: RegisterId, values: RegisterRecord['values']): RegisterRecord {
  return { register, mapping: null, row: 0, values };
}

/** Cases of a department that were due by the end of the year and are not paid; unknown without the table. */
function unperformedOf(department: string, year: number, registers: RegisterSet): readonly RegisterRecord[] {
  const end = `${year}-12-31`;
  return registers.by(DEBTS, 'debtorUnit', department).filter((debt) => {
    const due = textOf(debt, 'performanceDue');
    return due !== '' && due <= end && (numberOf(debt.values.unpaidAmount) ?? 0) > 0;
  });
}

function resultRecord(row: RegisterRecord, registers: RegisterSet): RegisterRecord | null {
  const year = yearIn(textOf(row, 'year'));
  const department = row.values.department;
  if (year === null || typeof department !== 'string') return null;
  const asked = registers.has(DEBTS) && registers.hasField(DEBTS, 'unpaidAmount');
  return derived(assessmentYearRegister.id, {
    kind: '部门',
    unit: department,
    year,
    contents: row.values.deductionGrounds,
    unperformed: asked ? unperformedOf(department, year, registers).length : undefined,
  });
}

/** The plan of each unit and year, and the result of each department and year. */
const assessmentYearRegister: DerivedRegister = {
  id: 'assessmentYear',
  label: { zh: '法治政府建设年度考核', en: 'Yearly assessment of rule-of-law government' },
  needs: [],
  fields: [
    { id: 'kind', label: { zh: '类别', en: 'Kind' }, type: 'text' },
    { id: 'unit', label: { zh: '单位', en: 'Unit' }, type: 'text' },
    { id: 'year', label: { zh: '年度', en: 'Year' }, type: 'number' },
    { id: 'contents', label: { zh: '指标或者扣分依据', en: 'Indicators, or grounds of deductions' }, type: 'text' },
    { id: 'unperformed', label: { zh: '未履行案件数', en: 'Cases not performed' }, type: 'number' },
  ],
  identity: ['kind', 'unit', 'year'],
  subject: ['unit', 'year'],
  derive: (registers) => [
    ...unitYears(registers, PLANS).map(({ unit, year, rows }) =>
      derived(assessmentYearRegister.id, {
        kind: '方案',
        unit,
        year,
        contents: contentsOf(rows, 'indicator'),
        unperformed: null,
      }),
    ),
    ...registers
      .all(RESULTS)
      .map((row) => resultRecord(row, registers))
      .filter((record) => record !== null),
  ],
};

/** Activities of a year on enforcement; unknown where a row on it has no number. */
function activitiesOf(rows: readonly RegisterRecord[]): FieldValue {
  const counts = rows
    .filter((row) => mentionsAny(textOf(row, 'theme'), THEME_WORDS))
    .map((row) => numberOf(row.values.count));
  return counts.includes(null) ? undefined : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

/** Publicity of each unit and year. */
const publicityYearRegister: DerivedRegister = {
  id: 'publicityYear',
  label: { zh: '法治宣传年度情况', en: 'Legal publicity of a year' },
  needs: [PUBLICITY],
  fields: [
    { id: 'unit', label: { zh: '单位', en: 'Unit' }, type: 'text' },
    { id: 'year', label: { zh: '年度', en: 'Year' }, type: 'number' },
    { id: 'contents', label: { zh: '主题', en: 'Themes' }, type: 'text' },
    { id: 'activities', label: { zh: '执行主题宣传次数', en: 'Activities on enforcement' }, type: 'number' },
    { id: 'yearOver', label: { zh: '年度已结束', en: 'The year is over' }, type: 'boolean' },
  ],
  identity: ['unit', 'year'],
  subject: ['unit', 'year'],
  derive: (registers, asOf) =>
    unitYears(registers, PUBLICITY).map(({ unit, year, rows }) =>
      derived(publicityYearRegister.id, {
        unit,
        year,
        contents: contentsOf(rows, 'theme'),
        activities: activitiesOf(rows),
        yearOver: year < Number(asOf.slice(0, 4)),
      }),
    ),
};

/** A field of a derived year, resting on the rows from which it was computed. */
function yearFact(
  register: RegisterId,
  field: string,
  name: string,
  label: FactDefinition['label'],
  type: FactDefinition['type'],
  neighbour: { readonly register: RegisterId; readonly fields: readonly string[] },
  sources: NonNullable<FactDefinition['sources']>,
): FactDefinition {
  return {
    name,
    register,
    label,
    type,
    reads: fixedReads([field], [neighbour]),
    evaluate: (record) =>
      record.values[field] ?? new Unknown('missing', [`${neighbour.register}.${neighbour.fields[0]}`]),
    sources,
  };
}

/** Rows of a yearly table from which the derived record of a unit and year was made. */
export function rowsOfUnitYear(
  record: RegisterRecord,
  registers: RegisterSet,
  register: RegisterId,
): readonly RegisterRecord[] {
  const { unit, year } = record.values;
  return registers.all(register).filter((row) => {
    const name = textOf(row, row.values.department === undefined ? 'unit' : 'department');
    return name === textOf({ ...record, values: { unit } }, 'unit') && yearIn(textOf(row, 'year')) === year;
  });
}

const REPORTS = 'ruleOfLawReport';

function reportYearOf(record: RegisterRecord): number | Unknown {
  return yearIn(textOf(record, 'year')) ?? new Unknown('missing', ['year']);
}

const reportYear: FactDefinition = {
  name: 'reportYear',
  register: REPORTS,
  label: { zh: '报告年度', en: 'year of the report' },
  type: 'number',
  shared: true,
  reads: fixedReads(['year']),
  evaluate: reportYearOf,
};

/** The first day of the year in which the report falls due: the terms of the year run from it. */
const reportBaseDay: FactDefinition = {
  name: 'reportBaseDay',
  register: REPORTS,
  label: { zh: '报告当年首日', en: 'first day of the year in which the report is due' },
  type: 'date',
  shared: true,
  reads: fixedReads(['year']),
  evaluate: (record) => {
    const year = reportYearOf(record);
    return year instanceof Unknown ? year : `${year + 1}-01-01`;
  },
};

export const yearlyPlanFacts: readonly FactDefinition[] = [
  reportYear,
  reportBaseDay,
  yearFact(
    assessmentYearRegister.id,
    'contents',
    'assessmentContents',
    { zh: '考核指标', en: 'indicators of the assessment' },
    'text',
    { register: PLANS, fields: ['indicator', 'unit', 'year'] },
    (record, context) => rowsOfUnitYear(record, context.registers, record.values.kind === '方案' ? PLANS : RESULTS),
  ),
  yearFact(
    assessmentYearRegister.id,
    'unperformed',
    'unperformedCases',
    { zh: '年末未履行的案件', en: 'cases not performed at the end of the year' },
    'number',
    { register: DEBTS, fields: ['unpaidAmount', 'debtorUnit', 'performanceDue'] },
    (record, context) => {
      const { unit, year } = record.values;
      return typeof unit === 'string' && typeof year === 'number' ? unperformedOf(unit, year, context.registers) : [];
    },
  ),
  yearFact(
    publicityYearRegister.id,
    'contents',
    'publicityThemes',
    { zh: '宣传主题', en: 'themes of the publicity' },
    'text',
    { register: PUBLICITY, fields: ['theme', 'unit', 'year'] },
    (record, context) => rowsOfUnitYear(record, context.registers, PUBLICITY),
  ),
  yearFact(
    publicityYearRegister.id,
    'activities',
    'enforcementActivities',
    { zh: '执行主题宣传次数', en: 'activities on enforcement' },
    'number',
    { register: PUBLICITY, fields: ['count', 'theme'] },
    (record, context) => rowsOfUnitYear(record, context.registers, PUBLICITY),
  ),
];
export const yearlyPlanRegisters: readonly DerivedRegister[] = [assessmentYearRegister, publicityYearRegister];
