import type { RegisterRecord } from '../register/record.ts';
import { isUnitName } from './case-debtors.ts';
import type { FactDefinition } from './fact.ts';
import { fixedReads, textOf } from './neighbours.ts';
import { mentionsAny } from './words.ts';

/** A natural person's name has no more characters, those of the longest compound surnames included. */
const LONGEST_NAME = 4;

/** Whether an audit is asked for: by the kind, else because the table has no column for the notice of a reward. */
function asksForAudit({ values }: RegisterRecord): boolean {
  const kind = textOf(values.requestKind);
  return kind === null ? values.noticePublishedDate === undefined : mentionsAny(kind, ['审计']);
}

/** An application to audit a natural person, which 法释〔2017〕8号 art. 17 does not know: it audits units only. */
function auditOfPerson(record: RegisterRecord): boolean {
  const debtor = textOf(record.values.debtor);
  return debtor !== null && debtor.length <= LONGEST_NAME && !isUnitName(debtor) && asksForAudit(record);
}

export const auditRequestFacts: readonly FactDefinition[] = [
  {
    name: 'auditOfPerson',
    register: 'auditRewardRequest',
    label: { zh: '对自然人的审计申请', en: 'an application to audit a natural person' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['requestKind', 'noticePublishedDate', 'debtor']),
    evaluate: auditOfPerson,
  },
];
