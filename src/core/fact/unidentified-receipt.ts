import type { FactDefinition, FactResult } from './fact.ts';
import type { RegisterRecord } from '../register/record.ts';
import { fixedReads, textOf } from './neighbours.ts';
import { mentionsAny } from './words.ts';

const UNIDENTIFIED_WORDS = ['不明', '待认领', '待确认'];

/**
 * Whether a receipt is money of nobody known (不明款): by its own column; else by its kind, by a day on which it was claimed, or
 * because a table with a column for claims names no case.
 */
function isUnidentified({ values }: RegisterRecord): FactResult {
  const { unidentified, businessType, claimedDate, claimedCaseNo, caseNo } = values;
  if (typeof unidentified === 'boolean') return unidentified;
  if (mentionsAny(textOf(businessType) ?? '', UNIDENTIFIED_WORDS)) return true;
  if (textOf(claimedDate) !== null || textOf(claimedCaseNo) !== null) return true;
  if (claimedDate === undefined && claimedCaseNo === undefined) return false;
  // A table of receipts that asks who claims them, and has no column for a case, is one of money of nobody known.
  return caseNo === undefined || caseNo === null;
}

export const unidentifiedReceiptFacts: readonly FactDefinition[] = [
  {
    name: 'unidentifiedReceipt',
    register: 'proceedsReceipt',
    label: { zh: '不明款', en: 'money of nobody known' },
    type: 'boolean',
    shared: true,
    reads: fixedReads(['unidentified', 'businessType', 'claimedDate', 'claimedCaseNo', 'caseNo']),
    evaluate: isUnidentified,
  },
];
