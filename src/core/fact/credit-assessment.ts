import type { RegisterRecord } from '../register/record.ts';
import { textOf } from './cells.ts';
import type { DerivedRegister, FactDefinition } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, numberOf } from './neighbours.ts';
import { mentionsAny } from './words.ts';
import { rowsOfUnitYear, unitYears } from './yearly-plan.ts';

const PLANS = 'creditAssessmentPlan';
/** Indicators on the use of the list, where the plan has no column that says so. */
const USE_OF_LIST = ['失信被执行人', '失信名单', '名单应用', '失信惩戒', '联合惩戒'];

/** What the plan of a year says of the use of the list: an indicator with points, one without, or none. */
type ListUse = 'included' | 'no-points' | 'missing';

/** Whether the row is about the use of the list; `undefined` where neither its flag nor its indicator tells. */
function isOnListUse(row: RegisterRecord): boolean | undefined {
  const { included } = row.values;
  const indicator = textOf(row, 'indicator');
  if (included === true || mentionsAny(indicator, USE_OF_LIST)) return true;
  return included === false || indicator !== '' ? false : undefined;
}

function listUseOf(rows: readonly RegisterRecord[]): ListUse | undefined {
  const onUse = rows.filter((row) => isOnListUse(row) === true);
  if (onUse.length === 0) return rows.some((row) => isOnListUse(row) === undefined) ? undefined : 'missing';
  return onUse.every((row) => numberOf(row.values.points) === 0) ? 'no-points' : 'included';
}

/** The plan of each unit and year. */
const creditAssessmentYear: DerivedRegister = {
  id: 'creditAssessmentYear',
  label: { zh: '社会信用体系建设年度考核', en: 'Yearly assessment of the credit system' },
  needs: [PLANS],
  fields: [
    { id: 'unit', label: { zh: '单位', en: 'Unit' }, type: 'text' },
    { id: 'year', label: { zh: '年度', en: 'Year' }, type: 'number' },
    { id: 'use', label: { zh: '名单应用指标', en: 'Indicator on the use of the list' }, type: 'text' },
  ],
  identity: ['unit', 'year'],
  subject: ['unit', 'year'],
  derive: (registers) =>
    unitYears(registers, PLANS).map(({ unit, year, rows }) => ({
      register: creditAssessmentYear.id,
      mapping: null,
      row: 0,
      values: { unit: unit === '' ? null : unit, year, use: listUseOf(rows) },
    })),
};

const listUseInAssessment: FactDefinition = {
  name: 'listUseInAssessment',
  register: creditAssessmentYear.id,
  label: { zh: '考核方案中的名单应用指标', en: 'indicator on the use of the list in the plan' },
  type: 'text',
  reads: fixedReads(['use'], [{ register: PLANS, fields: ['indicator', 'included', 'points', 'unit', 'year'] }]),
  evaluate: (record) => record.values.use ?? new Unknown('missing', [`${PLANS}.indicator`]),
  sources: (record, context) => rowsOfUnitYear(record, context.registers, PLANS),
};

export const creditAssessmentFacts: readonly FactDefinition[] = [listUseInAssessment];
export const creditAssessmentRegisters: readonly DerivedRegister[] = [creditAssessmentYear];
