import type { RegisterRecord } from '../register/record.ts';
import { dateOf, hasValue, textOf } from './cells.ts';
import { addDays } from './day-arithmetic.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { dayOf } from './iso.ts';
import { known, recordsOfCase } from './neighbours.ts';

const CASES = 'enforcementCase';
const LOG = 'disclosureLog';

/** Nodes that every case has, the day from which each is due, and what must be on record for it. */
const NODES = [
  { name: '立案', day: 'filedDate', needs: 'filedDate' },
  { name: '承办', day: 'assignedDate', needs: 'handler' },
  { name: '结案', day: 'closeDate', needs: 'closeDate' },
] as const;

function pushesOf(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] | Unknown {
  return recordsOfCase(record, context, LOG, ['node']);
}

/** Names of the nodes whose push was due and is not in the log; blank when there are none. */
const missingDisclosureNodes: FactDefinition = {
  name: 'missingDisclosureNodes',
  register: CASES,
  label: { zh: '没有推送的流程节点', en: 'nodes that were not pushed' },
  type: 'text',
  params: { days: { kind: 'parameter' } },
  reads: (params) => ({
    fields: ['caseNo', 'filedDate', 'assignedDate', 'handler', 'closeDate'],
    neighbours: [{ register: LOG, fields: ['caseNo', 'node'] }],
    parameters: [String(params.days)],
  }),
  evaluate: (record, context, params): FactResult => {
    const pushes = pushesOf(record, context);
    if (pushes instanceof Unknown) return pushes;
    const days = context.parameter(String(params.days), record);
    if (typeof days !== 'number') return new Unknown('not-in-force', [String(params.days)]);
    let missing: string | null = null;
    for (const { name, day, needs } of NODES) {
      const date = dateOf(record, day);
      const due = hasValue(record, needs) && typeof date === 'string' && addDays(dayOf(date), days) < context.asOf;
      if (!due || pushes.some((push) => textOf(push, 'node').includes(name))) continue;
      missing = missing === null ? name : `${missing}、${name}`;
    }
    return missing;
  },
  sources: (record, context) => known(pushesOf(record, context)),
};

export const disclosureFacts: readonly FactDefinition[] = [missingDisclosureNodes];
