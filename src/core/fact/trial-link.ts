import type { RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, known, numberOf, recordsOfCase, textOf } from './neighbours.ts';

const INQUIRIES = 'unclearJudgmentInquiry';

/** Inquiries of the case sent up to its closure; one without a day counts. */
function inquiriesBefore(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] | Unknown {
  const rows = recordsOfCase(record, context, INQUIRIES);
  if (rows instanceof Unknown) return rows;
  const closed = textOf(record.values.closeDate);
  return rows.filter((row) => closed === null || (textOf(row.values.issuedDate) ?? closed) <= closed);
}

/** The rate as stated, else one less the share of cases that came to enforcement; unknown without cases due. */
function performanceRate(record: RegisterRecord): FactResult {
  const { performanceRate: stated, dueMediations, enforcedMediations } = record.values;
  const rate = numberOf(stated);
  if (rate !== null) return rate;
  const due = numberOf(dueMediations);
  const enforced = numberOf(enforcedMediations);
  if (due === null || enforced === null || due <= 0) {
    return new Unknown('missing', ['performanceRate', 'dueMediations', 'enforcedMediations']);
  }
  return (due - enforced) / due;
}

/** Facts about what filing, trial and enforcement owe each other (resolution, art. 5). */
export const trialLinkFacts: readonly FactDefinition[] = [
  {
    name: 'trialDivisionAsked',
    register: 'enforcementCase',
    label: { zh: '结案前已向审判部门征询', en: 'the trial division was asked before the closure' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['caseNo', 'closeDate'], [{ register: INQUIRIES, fields: ['issuedDate'] }]),
    evaluate: (record, context) => {
      const inquiries = inquiriesBefore(record, context);
      return inquiries instanceof Unknown ? inquiries : inquiries.length > 0;
    },
    sources: (record, context) => known(inquiriesBefore(record, context)),
  },
  {
    name: 'voluntaryPerformanceRate',
    register: 'mediationPerformance',
    label: { zh: '调解案件自动履行率', en: 'rate of voluntary performance of mediated cases' },
    type: 'number',
    shared: true,
    reads: fixedReads(['performanceRate', 'dueMediations', 'enforcedMediations']),
    evaluate: performanceRate,
    describe: (record) => {
      const rate = performanceRate(record);
      return typeof rate === 'number' ? { percent: `${(rate * 100).toFixed(2)}%` } : {};
    },
  },
];
