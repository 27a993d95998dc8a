/** 财产处置 (.xlsx): 评估询价、网络司法拍卖、商请移送执行、参与分配、到期债权. */
import { caseNo, COURT, person } from '../invented.ts';
import { lead, violation, type SampleWorkbook } from '../layout.ts';
import { RegisterSheet } from '../register-sheet.ts';

function disposals(): RegisterSheet {
  const sheet = new RegisterSheet(
    'propertyDisposal',
    [
      'pricingMethod',
      'pricingStartedDate',
      'entrustedDate',
      'entrustmentReceivedDate',
      'institution',
      'reportReceivedDate',
      'reportSentDate',
      'reportPublicizedDate',
      'objectionStart',
      'objectionEnd',
      'referencePriceDate',
      'referencePrice',
      'disposalStartedDate',
      'consentNotToSell',
      'stayed',
    ],
    { name: '评估处置', titles: ['评估处置台账'], base: { caseNo: null, debtor: null, propertyName: null } },
  );
  const online = (n: number) => ({
    caseNo: caseNo(2026, 2920 + n),
    debtor: person(860 + n),
    propertyName: `示例路${String(n)}号房屋`,
    pricingMethod: '网络询价',
    pricingStartedDate: '2026-03-02',
    entrustedDate: '2026-03-10',
    entrustmentReceivedDate: '2026-03-10',
    institution: '示例询价平台',
    reportReceivedDate: '2026-03-13',
    reportSentDate: '2026-03-16',
    referencePriceDate: '2026-04-07',
    referencePrice: 800_000,
    disposalStartedDate: '2026-04-17',
  });
  sheet.add(online(1));
  sheet.add({ ...online(2), disposalStartedDate: '2026-04-20' }, violation('disposal-start-10d'));
  // Look-alike: the tenth day is a Saturday.
  sheet.add({ ...online(3), referencePriceDate: '2026-04-08', disposalStartedDate: '2026-04-20' });
  sheet.add(
    { ...online(4), reportReceivedDate: '2026-03-17', reportSentDate: '2026-03-20' },
    violation('online-price-3d'),
  );
  const valued = {
    pricingMethod: '委托评估',
    pricingStartedDate: '2026-01-08',
    entrustedDate: '2026-01-12',
    institution: '示例评估公司',
    reportSentDate: '2026-02-13',
  };
  sheet.add({ ...online(6), ...valued, entrustmentReceivedDate: '2026-01-12', reportReceivedDate: '2026-02-11' });
  sheet.add(
    { ...online(7), ...valued, entrustmentReceivedDate: '2026-01-12', reportReceivedDate: '2026-02-12' },
    violation('valuation-institution-30d'),
  );
  sheet.add(
    {
      ...online(8),
      ...valued,
      entrustedDate: '2026-02-09',
      entrustmentReceivedDate: '2026-02-09',
      reportReceivedDate: '2026-03-09',
      reportSentDate: '2026-03-13',
    },
    violation('valuation-report-serve-3d'),
  );
  return sheet;
}

function auctions(): RegisterSheet {
  const sheet = new RegisterSheet(
    'judicialAuction',
    [
      'appraisedPrice',
      'startingPrice',
      'deposit',
      'auctionRulingDate',
      'noticePublishedDate',
      'openingDate',
      'online',
      'dealDate',
      'dealPrice',
      'buyer',
    ],
    {
      name: '网络司法拍卖',
      titles: ['网络司法拍卖台账'],
      base: { caseNo: null, propertyName: null, propertyType: '不动产' },
    },
  );
  const auction = (n: number) => ({
    caseNo: caseNo(2026, 2920 + n),
    propertyName: `示例路${String(n)}号房屋`,
    appraisedPrice: 800_000,
    startingPrice: 560_000,
    deposit: 60_000,
    auctionRulingDate: '2026-04-17',
    noticePublishedDate: '2026-04-27',
    openingDate: '2026-05-28',
    online: true,
  });
  sheet.add(auction(1));
  sheet.add(auction(3));
  return sheet;
}

function handovers(): RegisterSheet {
  const sheet = new RegisterSheet(
    'disposalHandover',
    [
      'firstSeizureDate',
      'preservation',
      'priorityCourt',
      'priorityCaseNo',
      'hasPriority',
      'requestReceivedDate',
      'materialsComplete',
      'auctionAnnounced',
      'saleBegunDate',
      'disputedSubject',
      'handoverLetterDate',
    ],
    {
      name: '商请移送',
      titles: ['商请移送执行函台账'],
      base: { caseNo: null, court: COURT, debtor: null, propertyName: null },
    },
  );
  const handover = (n: number) => ({
    caseNo: caseNo(2025, 2940 + n),
    debtor: person(870 + n),
    propertyName: `示例大道${String(n)}号厂房`,
    firstSeizureDate: '2026-01-05',
    preservation: false,
    priorityCourt: '测试县人民法院',
    priorityCaseNo: `（2026）琼9998执${String(n)}号`,
    hasPriority: true,
    requestReceivedDate: '2026-04-07',
    materialsComplete: true,
    auctionAnnounced: false,
    disputedSubject: false,
    handoverLetterDate: '2026-04-22',
  });
  sheet.add(handover(1));
  sheet.add({ ...handover(2), handoverLetterDate: '2026-04-23' }, violation('first-seizure-handover-15d'));
  sheet.add({ ...handover(3), handoverLetterDate: null, saleBegunDate: '2026-04-01' });
  sheet.add(
    {
      ...handover(4),
      firstSeizureDate: '2025-04-06',
      preservation: true,
      priorityCourt: null,
      priorityCaseNo: null,
      hasPriority: false,
      handoverLetterDate: null,
    },
    lead('first-seizure-handover-15d'),
  );
  return sheet;
}

function distributions(): RegisterSheet {
  const sheet = new RegisterSheet(
    'distributionPlan',
    [
      'planServedDate',
      'planObjector',
      'planObjectionDate',
      'othersNotifiedDate',
      'oppositionDate',
      'objectorNotifiedDate',
      'planSuitDate',
      'planSuitEndedDate',
      'disputedDepositDate',
      'distributedDate',
    ],
    {
      name: '参与分配',
      titles: ['参与分配方案台账'],
      base: { caseNo: null, court: COURT, debtor: null },
    },
  );
  const plan = (n: number, distributed: string) => ({
    caseNo: caseNo(2026, 2960 + n),
    debtor: person(880 + n),
    planServedDate: '2026-03-05',
    distributedDate: distributed,
  });
  const objection = { planObjector: person(889), planObjectionDate: '2026-03-10' };
  sheet.add(plan(1, '2026-03-23'));
  sheet.add(plan(2, '2026-03-20'), lead('distribution-objection-15d'));
  sheet.add(
    { ...plan(3, '2026-04-10'), ...objection, othersNotifiedDate: '2026-04-11' },
    violation('distribution-objection-15d'),
  );
  return sheet;
}

function thirdParties(): RegisterSheet {
  const sheet = new RegisterSheet(
    'thirdPartyDebt',
    [
      'performanceNoticeDate',
      'performanceNoticeServedDate',
      'performanceNoticeMethod',
      'thirdPartyObjectionDate',
      'thirdPartyObjection',
      'debtEstablished',
      'enforcementRulingDate',
    ],
    {
      name: '到期债权',
      titles: ['到期债权执行台账'],
      base: { caseNo: null, court: COURT, thirdParty: null, debtAmount: 50_000 },
    },
  );
  const debt = (n: number) => ({
    caseNo: caseNo(2026, 2980 + n),
    thirdParty: `示例第三人${String(n)}号公司`,
    performanceNoticeDate: '2026-03-02',
    performanceNoticeServedDate: '2026-03-10',
    performanceNoticeMethod: '直接送达',
    debtEstablished: false,
  });
  sheet.add({ ...debt(1), enforcementRulingDate: '2026-03-26' });
  sheet.add({ ...debt(2), enforcementRulingDate: '2026-03-25' }, violation('third-debt-notice-direct'));
  sheet.add({ ...debt(3), performanceNoticeMethod: '公告送达' }, violation('third-debt-notice-direct'));
  sheet.add({ ...debt(4), performanceNoticeMethod: '邮寄送达' }, lead('third-debt-notice-direct'));
  return sheet;
}

export const disposal: SampleWorkbook = {
  file: '财产处置台账（示例）.xlsx',
  sheets: [
    disposals().build(),
    auctions().build(),
    handovers().build(),
    distributions().build(),
    thirdParties().build(),
  ],
};
