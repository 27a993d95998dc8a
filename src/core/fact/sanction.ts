import type { RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';
import { comparableText } from './text.ts';

const SANCTIONS = 'judicialSanction';

function kindsOf(record: RegisterRecord): readonly string[] {
  const { fineAmount, detentionDays } = record.values;
  return [typeof fineAmount === 'number' ? 'fine' : '', typeof detentionDays === 'number' ? 'detention' : ''].filter(
    (kind) => kind !== '',
  );
}

function samePerson(a: RegisterRecord, b: RegisterRecord): boolean {
  const numbers = [a, b].map((each) => textOf(each.values.identityNo));
  if (numbers[0] !== null && numbers[1] !== null) return numbers[0] === numbers[1];
  const parties = [a, b].map((each) => comparableText(textOf(each.values.sanctionedParty) ?? ''));
  return parties[0] !== '' && parties[0] === parties[1];
}

/** Other decisions of the same kind in the same case, against the same person, for words that are the same. */
function repeated(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] | Unknown {
  const reason = textOf(record.values.reason);
  if (reason === null) return [];
  const others = recordsOfCase(record, context, SANCTIONS);
  if (others instanceof Unknown) return others;
  const kinds = kindsOf(record);
  return others.filter(
    (other) =>
      other !== record &&
      other.values.decisionNo !== record.values.decisionNo &&
      samePerson(record, other) &&
      comparableText(textOf(other.values.reason) ?? '') === comparableText(reason) &&
      kindsOf(other).some((kind) => kinds.includes(kind)),
  );
}

export const sanctionFacts: readonly FactDefinition[] = [
  {
    name: 'sameActSanctions',
    register: SANCTIONS,
    label: { zh: '同一事由的其他同类处罚', en: 'other sanctions of the same kind for the same reason' },
    type: 'number',
    shared: true,
    reads: fixedReads([
      'caseNo',
      'sanctionedParty',
      'identityNo',
      'reason',
      'decisionNo',
      'fineAmount',
      'detentionDays',
    ]),
    evaluate: (record, context) => {
      const others = repeated(record, context);
      return others instanceof Unknown ? others : others.length;
    },
    sources: (record, context) => known(repeated(record, context)),
  },
];
