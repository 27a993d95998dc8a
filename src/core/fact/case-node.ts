import type { RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf } from './iso.ts';
import { fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';

const NODES = 'caseNode';
const CASES = 'enforcementCase';

/**
 * Day on which the node's case was closed; blank while it is open. Where the number stands more than once in the table of
 * cases the last closing counts: the reading that does not accuse.
 */
function caseClosedOn(record: RegisterRecord, context: FactContext): FactResult {
  const cases = recordsOfCase(record, context, CASES, ['closeDate']);
  if (cases instanceof Unknown) return cases;
  if (cases.length === 0) return new Unknown('missing', [`${CASES}.caseNo`]);
  if (cases.some((each) => each.values.closeDate === undefined)) return new Unknown('missing', [`${CASES}.closeDate`]);
  const days = cases.map((each) => textOf(each.values.closeDate)).filter((day) => day !== null);
  return days.length < cases.length ? null : (days.sort().at(-1) ?? null);
}

function enteredAfterwards({ values }: RegisterRecord): boolean {
  const finished = textOf(values.nodeFinishedDate);
  const entered = textOf(values.nodeEnteredDate);
  return finished !== null && entered !== null && dayOf(entered) > dayOf(finished);
}

/** Steps of the case that were entered after they had happened, on the day of this one; they count on the first of them only. */
function enteredTogether(record: RegisterRecord, context: Pick<FactContext, 'registers'>): readonly RegisterRecord[] {
  const day = textOf(record.values.nodeEnteredDate);
  const steps = known(recordsOfCase(record, context, NODES)).filter(
    (each) =>
      enteredAfterwards(each) && dayOf(textOf(each.values.nodeEnteredDate) ?? '') === (day === null ? '' : dayOf(day)),
  );
  return steps[0] === record ? steps : [];
}

/** Facts about the steps of a case as the case system lists them. */
export const caseNodeFacts: readonly FactDefinition[] = [
  {
    name: 'nodesEnteredTogether',
    register: NODES,
    label: { zh: '同案同日补录的节点数', en: 'steps of the case entered afterwards on one day' },
    type: 'number',
    shared: true,
    reads: fixedReads(['caseNo', 'nodeFinishedDate', 'nodeEnteredDate']),
    evaluate: (record, context) =>
      record.values.caseNo === null || record.values.caseNo === undefined
        ? new Unknown('missing', ['caseNo'])
        : enteredTogether(record, context).length,
    sources: (record, context) => enteredTogether(record, context).filter((each) => each !== record),
  },
  {
    name: 'caseClosedOn',
    register: NODES,
    label: { zh: '本案结案日', en: 'day on which the case was closed' },
    type: 'date',
    shared: true,
    reads: fixedReads(['caseNo'], [{ register: CASES, fields: ['closeDate'] }]),
    evaluate: caseClosedOn,
    describe: (record, context) => {
      const on = caseClosedOn(record, context);
      return typeof on === 'string' ? { on } : {};
    },
    sources: (record, context) => known(recordsOfCase(record, context, CASES)),
  },
];
