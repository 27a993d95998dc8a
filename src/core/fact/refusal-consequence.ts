import type { RegisterRecord } from '../register/record.ts';
import type { FactContext, FactDefinition } from './fact.ts';
import { Unknown } from './fact.ts';
import { matchKey } from './measure-window.ts';
import { fixedReads, known, recordsOfCase } from './neighbours.ts';
import { sameName } from './same-property.ts';

/** What the court did about a unit that was found to have refused its assistance. */
const ANSWERS = [
  { register: 'judicialSanction', party: 'sanctionedParty' },
  { register: 'judicialSuggestion', party: 'recipient' },
] as const;

/**
 * Sanctions and recommendations of the case. A person of the unit may have been sanctioned, or a superior addressed, so
 * a row of the case counts even where it names somebody else, unless it names the debtor.
 */
function consequencesOf(record: RegisterRecord, context: FactContext): readonly RegisterRecord[] | Unknown {
  const found: RegisterRecord[] = [];
  const debtor = matchKey(record.values.debtor);
  for (const { register, party } of ANSWERS) {
    const rows = recordsOfCase(record, context, register);
    if (rows instanceof Unknown) return rows;
    found.push(...rows.filter((row) => debtor === '' || !sameName(debtor, matchKey(row.values[party]))));
  }
  return found;
}

const refusalConsequence: FactDefinition = {
  name: 'refusalConsequence',
  register: 'assistanceRequest',
  label: { zh: '同案的罚款、拘留或者司法建议', en: 'fine, detention or judicial recommendation in the case' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(
    ['caseNo', 'debtor'],
    ANSWERS.map(({ register, party }) => ({ register, fields: ['caseNo', party] })),
  ),
  evaluate: (record, context) => {
    const found = consequencesOf(record, context);
    return found instanceof Unknown ? found : found.length > 0;
  },
  sources: (record, context) => known(consequencesOf(record, context)),
};

export const refusalConsequenceFacts: readonly FactDefinition[] = [refusalConsequence];
