import type { RegisterRecord } from '../register/record.ts';
import { looksLikeCreditCode } from '../register/value/credit-code.ts';
import { looksLikeIdentityNumber } from '../register/value/identity-number.ts';
import { isUnitName } from './case-debtors.ts';
import { saysNone } from './cells.ts';
import type { FactContext, FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, known, recordsOfCase, textOf } from './neighbours.ts';
import { comparableText } from './text.ts';
import { mentionsAny } from './words.ts';

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

const PERSON_WORDS = ['个人', '自然人', '公民', '责任人', '负责人', '法定代表人'];
const UNIT_WORDS = ['单位', '法人', '公司', '企业', '组织', '机关'];

/** Who was sanctioned, person or unit: by the column, else by the kind of number, else by a name that only a unit has. */
function partyKind(record: RegisterRecord): FactResult {
  const { sanctionedKind, identityNo, sanctionedParty } = record.values;
  const words = textOf(sanctionedKind) ?? '';
  // 法定代表人 and 单位负责人 name a unit and are people.
  if (mentionsAny(words, PERSON_WORDS)) return '个人';
  if (mentionsAny(words, UNIT_WORDS)) return '单位';
  if (words === '' || saysNone(words)) {
    const number = textOf(identityNo) ?? '';
    if (looksLikeIdentityNumber(number)) return '个人';
    if (looksLikeCreditCode(number) || isUnitName(textOf(sanctionedParty) ?? '')) return '单位';
  }
  return new Unknown('missing', ['sanctionedKind']);
}

export const sanctionFacts: readonly FactDefinition[] = [
  {
    name: 'sanctionedPartyKind',
    register: SANCTIONS,
    label: { zh: '被处罚的是个人还是单位', en: 'a person or a unit was sanctioned' },
    type: 'text',
    shared: true,
    reads: fixedReads(['sanctionedKind', 'identityNo', 'sanctionedParty']),
    evaluate: partyKind,
  },
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
