import type { FieldId } from '../register/definition.ts';
import type { RegisterRecord } from '../register/record.ts';
import { Unknown } from './fact.ts';
import { recordsOfCase } from './neighbours.ts';
import { onceForRecord, type SharedContext } from './remember.ts';

const CASES = 'enforcementCase';

/**
 * The case that a record of another register belongs to; unknown where it is not in the table of cases, or one of the needed
 * columns was not handed over.
 */
export function ownCase(
  needed: readonly FieldId[],
): (record: RegisterRecord, context: SharedContext) => RegisterRecord | Unknown {
  return onceForRecord((record, context) => {
    const cases = recordsOfCase(record, context, CASES, needed);
    if (cases instanceof Unknown) return cases;
    return cases[0] ?? new Unknown('missing', [`${CASES}.caseNo`]);
  });
}
