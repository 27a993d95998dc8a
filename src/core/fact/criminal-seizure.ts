import type { RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';
import { comparableText } from './text.ts';

const SEIZURES = 'propertySeizure';
const CASES = 'enforcementCase';

const CRIMINAL = /刑|罚金|没收(?:个人)?(?:全部|部分)?财产|追缴|退赔/u;

/** Whether the seizure belongs to the enforcement of the property part of a criminal judgment, by the basis of its case. */
function criminalPropertyCase(record: RegisterRecord, context: FactContext): FactResult {
  const cases = recordsOfCase(record, context, CASES);
  if (cases instanceof Unknown) return cases;
  if (cases.length === 0) return new Unknown('missing', [`${CASES}.caseNo`]);
  const bases = cases.flatMap(({ values }) => [values.basisNo, values.basisType, values.cause]);
  if (bases.every((each) => textOf(each) === null)) return new Unknown('missing', [`${CASES}.basisType`]);
  return bases.some((each) => CRIMINAL.test(comparableText(textOf(each) ?? '')));
}

/** Facts about seizures in the enforcement of criminal judgments (法释〔2014〕13号). */
export const criminalSeizureFacts: readonly FactDefinition[] = [
  {
    name: 'criminalPropertyCase',
    register: SEIZURES,
    label: { zh: '刑事裁判涉财产部分执行案件', en: 'property part of a criminal judgment' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['caseNo'], [{ register: CASES, fields: ['basisNo', 'basisType', 'cause'] }]),
    evaluate: criminalPropertyCase,
    sources: (record, context) => known(recordsOfCase(record, context, CASES)),
  },
];
