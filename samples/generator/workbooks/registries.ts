/** 银行、证券、股权、网签、数据供给: what banks and registries keep (.xlsx and .xlsb). */
import { caseNo, COURT, idNumber, person } from '../invented.ts';
import { lead, overLimit, violation, type SampleWorkbook } from '../layout.ts';
import { RegisterSheet } from '../register-sheet.ts';

const BANK = '示例银行甲支行';
const REGISTRY = '示例市市场监督管理局';

function freezes(): RegisterSheet {
  const sheet = new RegisterSheet(
    'bankFreeze',
    [
      'frozenAmount',
      'termStart',
      'termEnd',
      'unfrozenAt',
      'unfreezeDocumentNo',
      'debitAmount',
      'balanceAfterDebit',
      'otherOrganDeduction',
    ],
    {
      name: '银行冻结',
      titles: ['存款冻结台账', `填报单位：${BANK}`],
      base: { caseNo: null, court: COURT, bank: BANK, debtor: null, accountNo: null, documentNo: null },
    },
  );
  const freeze = (n: number) => ({
    caseNo: caseNo(2025, 2600 + n),
    debtor: person(720 + n),
    accountNo: `测试账号${String(6000 + n)}`,
    documentNo: `（2025）琼9999执${String(2600 + n)}号协助冻结通知书`,
    frozenAmount: 100_000,
    termStart: '2025-09-01',
    termEnd: '2026-08-31',
    debitAmount: 0,
    balanceAfterDebit: 100_000,
  });
  sheet.add(freeze(1));
  sheet.add({ ...freeze(2), unfrozenAt: '2026-03-02T10:00:00' }, violation('bank-unauthorized-unfreeze'));
  sheet.add({
    ...freeze(3),
    unfrozenAt: '2026-03-02T10:00:00',
    unfreezeDocumentNo: '（2025）琼9999执2603号解除冻结通知书',
  });
  sheet.add({ ...freeze(4), debitAmount: 5_000, balanceAfterDebit: 95_000 }, violation('bank-unauthorized-unfreeze'));
  sheet.add({ ...freeze(5), debitAmount: 5_000, balanceAfterDebit: 95_000, otherOrganDeduction: '税务机关扣缴' });
  return sheet;
}

function transactions(): RegisterSheet {
  const sheet = new RegisterSheet(
    'accountTransaction',
    ['transferredAt', 'debitAmount', 'balanceBefore', 'counterparty', 'automatic'],
    {
      name: '账户流水',
      titles: ['账户流水'],
      base: { bank: BANK, accountNo: null, holder: null },
    },
  );
  const line = (n: number, at: string, debit: number, before: number) => ({
    accountNo: `测试账号${String(6100 + n)}`,
    holder: person(730 + n),
    transferredAt: at,
    debitAmount: debit,
    balanceBefore: before,
    counterparty: '示例丙贸易有限公司',
    automatic: false,
  });
  sheet.add(line(1, '2026-02-03T09:15:00', 1200, 5000));
  sheet.add(line(1, '2026-02-09T16:40:00', 300, 3800));
  sheet.add({ ...line(2, '2026-03-11T10:05:00', 80, 900), automatic: true });
  return sheet;
}

function securities(): RegisterSheet {
  const sheet = new RegisterSheet(
    'securitiesAssist',
    ['securities', 'securitiesKind', 'acceptedAt', 'lockedAt', 'declaredDate', 'registeredFrozenDate'],
    {
      name: '证券协助',
      titles: ['证券冻结协助表'],
      base: {
        caseNo: null,
        court: COURT,
        institution: '示例证券公司',
        debtor: null,
        securitiesAccount: null,
        documentNo: null,
      },
    },
  );
  const request = (n: number) => ({
    caseNo: caseNo(2026, 2620 + n),
    debtor: person(740 + n),
    securitiesAccount: `测试账户A${String(7000 + n)}`,
    documentNo: `（2026）琼9999执${String(2620 + n)}号协助执行通知书`,
    securities: '测试股份1000股',
    securitiesKind: '股票',
    acceptedAt: '2026-03-02T14:00:00',
    lockedAt: '2026-03-03T09:20:00',
  });
  sheet.add(request(1));
  sheet.add({ ...request(2), lockedAt: '2026-03-03T09:31:00' }, overLimit('securities-freeze-same-day'));
  sheet.add(
    { ...request(3), lockedAt: '2026-03-02T14:10:00', declaredDate: '2026-03-02', registeredFrozenDate: '2026-03-03' },
    overLimit('securities-freeze-same-day'),
  );
  sheet.add({ ...request(4), lockedAt: '2026-03-03T09:30:00' });
  return sheet;
}

const code = (n: number): string => `91469999MA5TEST${String(n).padStart(2, '0')}K`;

function shareFreezes(): RegisterSheet {
  const sheet = new RegisterSheet(
    'equityFreeze',
    [
      'frozenShare',
      'publicityRequest',
      'documentNo',
      'servedAt',
      'publishedAt',
      'termEnd',
      'releasedAt',
      'forbiddenMatters',
      'reportRequired',
    ],
    {
      name: '股权冻结',
      titles: ['股权冻结协助执行表'],
      base: {
        caseNo: null,
        court: COURT,
        registrar: REGISTRY,
        companyName: null,
        creditCode: null,
        debtor: null,
        identityNo: null,
      },
    },
  );
  const freeze = (n: number) => ({
    caseNo: caseNo(2026, 2640 + n),
    companyName: `示例股权${String(n)}号公司`,
    creditCode: code(n),
    debtor: person(750 + n),
    identityNo: idNumber(750 + n),
    frozenShare: '出资额100万元',
    publicityRequest: true,
    documentNo: `（2026）琼9999执${String(2640 + n)}号协助执行通知书`,
    servedAt: '2026-03-02T09:00:00',
    publishedAt: '2026-03-03T10:00:00',
    termEnd: '2029-03-02',
    forbiddenMatters: '不得办理股权转让变更、股权出质登记',
    reportRequired: true,
  });
  sheet.add(freeze(1));
  sheet.add(
    { ...freeze(2), servedAt: '2026-03-06T17:30:00', publishedAt: '2026-03-11T10:00:00' },
    overLimit('equity-freeze-publicity'),
  );
  sheet.add({ ...freeze(3), servedAt: '2026-03-06T17:30:00', publishedAt: '2026-03-10T10:00:00' });
  // Of these more was frozen than the case needs: the objections to them were upheld.
  const frozen = (n: number) => ({
    ...freeze(n - 60),
    caseNo: caseNo(2025, n),
    debtor: person(500 + n),
    identityNo: idNumber(500 + n),
    servedAt: '2026-01-05T09:00:00',
    publishedAt: '2026-01-06T10:00:00',
    termEnd: '2029-01-05',
  });
  sheet.add(frozen(71));
  sheet.add({ ...frozen(72), releasedAt: '2026-04-07T10:00:00' });
  return sheet;
}

function shareChanges(): RegisterSheet {
  const sheet = new RegisterSheet(
    'equityChange',
    ['changeItem', 'shareholder', 'shareholderIdentityNo', 'approvedDate', 'companyReportDate', 'courtPermit'],
    {
      name: '股权变更',
      titles: ['企业变更登记表'],
      base: { creditCode: null, companyName: null, registrar: REGISTRY },
    },
  );
  const change = (n: number, approved: string) => ({
    creditCode: code(n),
    companyName: `示例股权${String(n)}号公司`,
    changeItem: '股东变更',
    shareholder: person(750 + n),
    shareholderIdentityNo: idNumber(750 + n),
    approvedDate: approved,
  });
  sheet.add(change(1, '2026-03-05'), violation('equity-change-during-freeze'));
  sheet.add({ ...change(1, '2026-03-20'), courtPermit: '（2026）琼9999执2641号之二' });
  sheet.add(change(2, '2026-03-02'));
  sheet.add(change(3, '2026-03-10'), lead('equity-change-during-freeze'));
  sheet.add({ ...change(9, '2026-03-05'), companyName: '示例丁贸易有限公司' });
  return sheet;
}

function signings(): RegisterSheet {
  const sheet = new RegisterSheet(
    'netSigning',
    ['building', 'unit', 'housingDepartment', 'signedAt', 'stopRecordedAt', 'courtPermit'],
    {
      name: '网签备案',
      titles: ['商品房网签备案表'],
      base: { houseCode: null, project: '示例花园' },
    },
  );
  const signing = (n: number, at: string) => ({
    houseCode: `测试幢0${String(n)}01`,
    building: '1幢',
    unit: `${String(n)}01`,
    housingDepartment: '示例市住房和城乡建设局',
    signedAt: at,
  });
  sheet.add(signing(1, '2026-03-02T10:20:00'));
  sheet.add(signing(2, '2026-03-03T15:00:00'));
  return sheet;
}

function supply(): RegisterSheet {
  const sheet = new RegisterSheet(
    'dataSupply',
    ['required', 'connected', 'updateFrequency', 'lastUpdatedDate', 'exemptionBasis'],
    {
      name: '数据对接',
      titles: ['数据对接清单'],
      base: { department: null, dataItem: null },
    },
  );
  const item = (department: string, dataItem: string, updated: string) => ({
    department,
    dataItem,
    required: true,
    connected: true,
    updateFrequency: '日更',
    lastUpdatedDate: updated,
  });
  sheet.add(item('示例市税务局', '纳税人登记信息', '2026-06-30'));
  sheet.add(item('示例市社会保险局', '参保信息', '2026-06-27'));
  sheet.add(item('示例市公安局', '机动车登记信息', '2026-06-26'), overLimit('data-supply-coverage'));
  sheet.add(
    { ...item('示例市民政局', '婚姻登记信息', '2026-06-30'), connected: false, lastUpdatedDate: null },
    lead('data-supply-coverage'),
  );
  sheet.add({
    ...item('示例市某局', '涉密信息', '2026-06-30'),
    connected: false,
    lastUpdatedDate: null,
    exemptionBasis: '涉密，依保密规定不得共享',
  });
  return sheet;
}

export const banks: SampleWorkbook = {
  file: '银行与证券协助（示例）.xlsx',
  sheets: [freezes().build(), transactions().build(), securities().build()],
};
export const registries: SampleWorkbook = {
  file: '股权网签与数据对接（示例）.xlsb',
  sheets: [shareFreezes().build(), shareChanges().build(), signings().build(), supply().build()],
};
