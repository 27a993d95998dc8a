import { describe, expect, it } from 'vitest';
import type { FactContext, FactParams, FactResult } from '../../../src/core/fact/fact.ts';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { referralMaterialFacts } from '../../../src/core/fact/referral-materials.ts';
import { refusalFacts } from '../../../src/core/fact/refusal.ts';
import type { FieldValue, RegisterRecord } from '../../../src/core/register/record.ts';

type Values = Readonly<Record<string, FieldValue>>;

/** Facts on referrals rest on the record alone. */
const CONTEXT = Object.freeze({}) as FactContext;

function factOf(name: string, values: Values, params: FactParams = {}): FactResult {
  const fact = [...referralMaterialFacts, ...refusalFacts].find((each) => each.name === name);
  if (fact === undefined) throw new Error(`no fact ${name}`);
  const record: RegisterRecord = { register: fact.register, mapping: null, row: 2, values };
  return fact.evaluate(record, CONTEXT, params);
}

describe('whether the police refused to file', () => {
  it.each<[string, Values, boolean]>([
    ['a day of refusal', { refusedDate: '2025-09-05', result: null }, true],
    ['不予立案', { refusedDate: null, result: '不予立案' }, true],
    ['不 立 案, spaced', { refusedDate: null, result: '不 立 案' }, true],
    ['退回', { refusedDate: null, result: '退回' }, true],
    ['退回法院', { refusedDate: null, result: '材料退回法院' }, true],
    ['退回补充材料', { refusedDate: null, result: '退回补充材料' }, false],
    ['退回补正', { refusedDate: null, result: '退回补正' }, false],
    ['拟不予立案', { refusedDate: null, result: '拟不予立案' }, false],
    ['待定', { refusedDate: null, result: '待定' }, false],
    ['立案', { refusedDate: null, result: '立案' }, false],
    ['未立案', { refusedDate: null, result: '未立案' }, false],
    ['blank day, no result column', { refusedDate: null, result: undefined }, false],
  ])('%s', (_words, values, expected) => {
    expect(factOf('filingRefused', values)).toBe(expected);
  });

  it.each<[string, Values]>([
    ['neither column', { refusedDate: undefined, result: undefined }],
    ['no day that can be read and a blank result', { refusedDate: undefined, result: null }],
  ])('is unknown with %s', (_words, values) => {
    expect(factOf('filingRefused', values)).toBeInstanceOf(Unknown);
  });
});

describe('which evidence is missing from a referral', () => {
  const BLANK = {
    identityEvidence: null,
    obligationEvidence: null,
    abilityEvidence: null,
    refusalEvidence: null,
    consequenceEvidence: null,
  };
  it.each<[string, string | null]>([
    ['五类齐全', null],
    ['身份、义务、能力、拒执行为、情节后果', null],
    ['缺身份材料', '身份'],
    ['未附情节后果', '情节后果'],
    ['无执行能力、拒执行为材料', '执行能力、拒执行为'],
    ['缺能力，情节后果', '执行能力、情节后果'],
    ['缺能力，已附身份、义务、拒执行为、情节后果', '执行能力'],
    ['身份、义务、拒执行为、情节后果', '执行能力'],
    ['身份材料/执行义务材料/拒执行为材料/情节和后果材料', '执行能力'],
    ['身份√ 义务√ 能力× 拒执行为√ 情节后果√', '执行能力'],
    ['身份：有；义务：有；能力：无；行为：有；后果：有', '执行能力'],
    ['身份证明无误、义务、能力、行为、后果', null],
    ['√', null],
    ['有', null],
    ['5类', null],
    ['已附五类证据材料', null],
    ['无', '身份、执行义务、执行能力、拒执行为、情节后果'],
    ['4类', '1类（台账没有写明哪一类）'],
    ['3/5', '2类（台账没有写明哪一类）'],
    ['缺1类', '1类（台账没有写明哪一类）'],
    ['不齐', '部分材料（台账没有写明哪一类）'],
    ['齐全（5类）', null],
    ['缺：执行能力', '执行能力'],
  ])('%s', (materials, expected) => {
    expect(factOf('missingEvidence', { ...BLANK, evidenceMaterials: materials })).toBe(expected);
  });

  it.each(['身份证复印件、判决书、财产线索', '身份、义务', '身份证复印件、义务告知书、能力证据、流水', '12份'])(
    '%s does not say that the others are missing',
    (materials) => {
      expect(factOf('missingEvidence', { ...BLANK, evidenceMaterials: materials })).toBeInstanceOf(Unknown);
    },
  );
});

describe('the number of the notice of refusal', () => {
  it.each<[string, Values, string | null]>([
    ['its own column', { refusalNoticeNo: '示公不立1', documentNo: null }, '示公不立1'],
    ['the general column', { refusalNoticeNo: undefined, documentNo: '示公不立1' }, '示公不立1'],
    ['无', { refusalNoticeNo: '无', documentNo: undefined }, null],
    ['one column, empty', { refusalNoticeNo: undefined, documentNo: null }, null],
    ['both columns, empty', { refusalNoticeNo: null, documentNo: null }, null],
  ])('%s', (_words, values, expected) => {
    expect(factOf('refusalNotice', values)).toBe(expected);
  });

  it('is unknown without such a column', () => {
    expect(factOf('refusalNotice', {})).toBeInstanceOf(Unknown);
  });
});

describe('whether want of jurisdiction is the reason', () => {
  it.each<[string, boolean]>([
    ['不属我局管辖', true],
    ['非本辖区管辖', true],
    ['无管辖权', true],
    ['管辖不符', true],
    ['应由执行法院所在地公安机关管辖', true],
    ['管辖问题', true],
    ['属本机关管辖，没有犯罪事实', false],
    ['属我局管辖，无履行能力证据', false],
    ['材料不齐', false],
  ])('%s', (reason, expected) => {
    expect(factOf('deniesJurisdiction', { refusalReason: reason })).toBe(expected);
    expect(factOf('deniesJurisdiction', { intakeRefusalReason: reason })).toBe(expected);
  });
});

describe('whether a complainant is known', () => {
  it.each<[Values, boolean]>([
    [{ complainant: true }, true],
    [{ complainant: false }, false],
    [{ complainantName: '示例甲公司' }, true],
    [{ complainantName: '无' }, false],
    [{ complainantServedDate: '2025-09-05' }, true],
    [{ complainant: null, complainantName: null, complainantServedDate: null }, false],
    [{}, false],
  ])('%j → %s', (values, expected) => {
    expect(factOf('complainantKnown', values)).toBe(expected);
  });
});

describe('which review period the register shows', () => {
  const ABSENT = {
    complex: undefined,
    extensionReview: undefined,
    extensionApprovedDate: undefined,
    extensionApproved: undefined,
  };
  const BLANK = { complex: null, extensionReview: null, extensionApprovedDate: null, extensionApproved: null };
  it.each<[string, Values, string, string]>([
    ['no column', ABSENT, 'unrecorded', 'unrecorded'],
    ['all blank', BLANK, 'unrecorded', 'ordinary'],
    ['marked complex', { ...BLANK, complex: true }, 'extended', 'unrecorded'],
    ['marked not complex', { ...ABSENT, complex: false }, 'ordinary', 'ordinary'],
    ['day of approval', { ...BLANK, extensionApprovedDate: '2025-07-07' }, 'extended', 'extended'],
    ['approval expressly none', { ...BLANK, extensionReview: '无' }, 'ordinary', 'ordinary'],
    ['not complex, yet approved', { ...BLANK, complex: false, extensionApproved: true }, 'extended', 'extended'],
  ])('%s', (_words, values, now, before) => {
    expect(factOf('reviewExtension', values, { approvalRequired: false })).toBe(now);
    expect(factOf('reviewExtension', values, { approvalRequired: true })).toBe(before);
  });
});

describe('the day of the decision', () => {
  const OPEN = { receivedAt: '2025-09-01', filedDate: null, refusedDate: null, result: null };
  it.each<[string, Values, string | null]>([
    ['none yet', OPEN, null],
    [
      'the earlier of refusal and later filing',
      { ...OPEN, refusedDate: '2025-09-05', filedDate: '2025-11-03' },
      '2025-09-05',
    ],
    [
      'the transfer to another organ',
      { ...OPEN, jurisdictionTransferredAt: '2025-09-04T10:00:00' },
      '2025-09-04T10:00:00',
    ],
    ['a result that is still awaited', { ...OPEN, result: '待立案审查' }, null],
    ['not filed yet', { ...OPEN, result: '未立案' }, null],
    ['under review', { ...OPEN, result: '审查中' }, null],
    ['overdue', { ...OPEN, result: '逾期未决定' }, null],
    ['accepted', { ...OPEN, result: '已受理' }, null],
    ['无', { ...OPEN, result: '无' }, null],
  ])('%s', (_words, values, expected) => {
    expect(factOf('filingDecisionDate', values)).toBe(expected);
  });

  it.each<[string, Values]>([
    ['a decision before the receipt', { ...OPEN, filedDate: '2025-08-29' }],
    ['a filing without its day', { ...OPEN, result: '立案' }],
    ['a refusal without its day', { ...OPEN, result: '退回' }],
    ['the number of a decision without its day', { ...OPEN, filingDecisionNo: '示公立〔2025〕1号' }],
    ['the number of a notice without its day', { ...OPEN, refusalNoticeNo: '示公不立〔2025〕1号' }],
    ['no columns', { receivedAt: '2025-09-01' }],
    ['a request for arrest and no day of filing', { ...OPEN, arrestRequestedDate: '2025-12-01' }],
    ['a referral for prosecution and no day of filing', { ...OPEN, prosecutionReferredDate: '2025-12-01' }],
    ['a dismissal and no day of filing', { ...OPEN, result: '撤案' }],
    ['a refusal whose reason is an absence', { ...OPEN, result: '没有犯罪事实，不予立案' }],
    ['a refusal to accept', { ...OPEN, result: '不予受理' }],
    ['a return for more material', { ...OPEN, result: '退回补充材料' }],
    ['a withdrawal by the court', { ...OPEN, result: '法院撤回移送' }],
    ['a suspect in detention and no day of filing', { ...OPEN, result: '已刑拘' }],
  ])('is unknown with %s', (_words, values) => {
    expect(factOf('filingDecisionDate', values)).toBeInstanceOf(Unknown);
  });
});

describe('citing article 112', () => {
  it.each<[string | null, boolean | null]>([
    ['刑事诉讼法第112条', true],
    ['刑诉法第一百一十二条', true],
    ['《刑事诉讼法》第１１２条', true],
    ['第1120条', false],
    ['第一百一十条', false],
    [null, null],
  ])('%s → %s', (grounds, expected) => {
    expect(factOf('citesArticle112', { legalGrounds: grounds })).toBe(expected);
  });
});
