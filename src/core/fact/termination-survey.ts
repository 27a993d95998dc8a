import type { RegisterRecord } from '../register/record.ts';
import { saysNo } from './cells.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';

const SURVEYS = 'propertySurvey';

/** Surveys of the case up to its closure; one without a day counts. */
function surveysOf(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] | Unknown {
  const rows = recordsOfCase(record, context, SURVEYS);
  if (rows instanceof Unknown) return rows;
  const closed = textOf(record.values.closeDate);
  return rows.filter((row) => closed === null || (textOf(row.values.surveyedDate) ?? closed) <= closed);
}

/** `none`: no survey; `searched`: one that says how the debtor was searched for; else `withoutSearch`. */
function surveyBeforeClosure(record: RegisterRecord, context: FactContext): FactResult {
  const surveys = surveysOf(record, context);
  if (surveys instanceof Unknown) return surveys;
  if (surveys.length === 0) return 'none';
  const searched = surveys.some(({ values }) => {
    const search = textOf(values.whereaboutsSearched);
    return search !== null && !saysNo(search);
  });
  if (searched) return 'searched';
  return surveys.some(({ values }) => values.whereaboutsSearched === undefined) ? 'searchUntold' : 'withoutSearch';
}

/** Facts about surveys of property before the current procedure was terminated (法〔2016〕373号, arts 1, 3). */
export const terminationSurveyFacts: readonly FactDefinition[] = [
  {
    name: 'surveyBeforeClosure',
    register: 'enforcementCase',
    label: { zh: '终本前的财产调查与下落查找', en: 'survey and search before the termination' },
    type: 'text',
    shared: true,
    reads: fixedReads(
      ['caseNo', 'closeDate'],
      [{ register: SURVEYS, fields: ['surveyedDate', 'whereaboutsSearched'] }],
    ),
    evaluate: surveyBeforeClosure,
    sources: (record, context) => known(surveysOf(record, context)),
  },
];
