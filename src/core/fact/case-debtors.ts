import type { RegisterRecord } from '../register/record.ts';
import { Unknown } from './fact.ts';
import { recordsOfCase, textOf } from './neighbours.ts';
import { onceForRecord } from './remember.ts';
import { comparableText } from './text.ts';
import { mentionsAny, namesIn } from './words.ts';

/** A debtor of a case, as far as the registers tell. */
export interface Debtor {
  readonly name: string;
  readonly identityNo: string | null;
  /** Dead, dissolved or struck off. */
  readonly gone: boolean;
  readonly minor: boolean;
}

const GONE_WORDS = ['死亡', '注销', '终止', '吊销后注销'];
const UNIT_WORDS = [
  '公司',
  '企业',
  '厂',
  '合作社',
  '银行',
  '中心',
  '集团',
  '商行',
  '经营部',
  '事务所',
  '协会',
  '局',
  '委员会',
];

/** Whether a name is that of a unit rather than a person. */
export function isUnitName(name: string): boolean {
  return mentionsAny(name, UNIT_WORDS);
}

function ofParty(party: RegisterRecord): Debtor {
  const { partyName, identityNo, deceased, minor, verificationResult, partyKind } = party.values;
  const status = [verificationResult, partyKind].map((each) => textOf(each) ?? '').join(' ');
  return {
    name: comparableText(textOf(partyName) ?? ''),
    identityNo: textOf(identityNo),
    gone: deceased === true || mentionsAny(status, GONE_WORDS),
    minor: minor === true,
  };
}

/** Debtors of a case: by the table of parties where it was handed over, else by the case's own column. */
export const debtorsOf = onceForRecord((record, context): readonly Debtor[] | Unknown => {
  const parties = recordsOfCase(record, context, 'caseParty', ['partyRole']);
  if (!(parties instanceof Unknown) && parties.length > 0) {
    const debtors = parties.filter((party) => mentionsAny(textOf(party.values.partyRole) ?? '', ['被执行人']));
    if (debtors.length > 0) return debtors.map(ofParty);
  }
  const { debtor, debtorIdentityNo, debtorStatus } = record.values;
  const names = namesIn(textOf(debtor) ?? '');
  if (names.length === 0) return new Unknown('missing', ['debtor']);
  const gone = mentionsAny(textOf(debtorStatus) ?? '', GONE_WORDS);
  const identityNo = names.length === 1 ? textOf(debtorIdentityNo) : null;
  return names.map((name) => ({ name, identityNo, gone: gone && names.length === 1, minor: false }));
});

/** Whether a row names the debtor: by full number where both have one, else by name. */
export function names(row: RegisterRecord, nameField: string, identityField: string, debtor: Debtor): boolean {
  const identityNo = textOf(row.values[identityField]);
  if (identityNo !== null && debtor.identityNo !== null) return identityNo === debtor.identityNo;
  return comparableText(textOf(row.values[nameField]) ?? '') === debtor.name;
}
