/** 立审执衔接 (.xlsx): 立案风险告知、保全、调解自动履行、非诉行政执行审查、失信纠正申请. */
import { caseNo, COURT, person } from '../invented.ts';
import { lead, overLimit, violation, type SampleWorkbook } from '../layout.ts';
import { RegisterSheet } from '../register-sheet.ts';

function notices(): RegisterSheet {
  const sheet = new RegisterSheet(
    'filingNotice',
    [
      'paymentClaimed',
      'materialReceivedDate',
      'filedDate',
      'riskNoticeDate',
      'preservationNoticeDate',
      'advanceEnforcementTip',
    ],
    {
      name: '立案告知',
      titles: ['立案风险告知台账'],
      base: { caseNo: null, court: COURT, plaintiff: null, cause: '买卖合同纠纷' },
    },
  );
  const filing = (n: number) => ({
    caseNo: `（2026）琼9999民初${String(200 + n)}号`,
    plaintiff: person(810 + n),
    paymentClaimed: true,
    materialReceivedDate: '2026-03-02',
    filedDate: '2026-03-03',
    riskNoticeDate: '2026-03-03',
    preservationNoticeDate: '2026-03-03',
    advanceEnforcementTip: true,
  });
  sheet.add(filing(1));
  sheet.add({ ...filing(2), riskNoticeDate: '2026-03-04' }, overLimit('risk-notice-preservation-tip'));
  sheet.add({ ...filing(3), riskNoticeDate: null }, violation('risk-notice-preservation-tip'));
  sheet.add({ ...filing(4), preservationNoticeDate: null }, lead('risk-notice-preservation-tip'));
  return sheet;
}

function preservations(): RegisterSheet {
  const sheet = new RegisterSheet(
    'propertyPreservation',
    [
      'appliedDate',
      'urgent',
      'preservationRulingDate',
      'preservationStartedDate',
      'preservationExpiryDate',
      'expiryNotifiedDate',
      'renewalRequestedDate',
      'renewedDate',
      'enforcementEnteredDate',
      'enforcementCaseNo',
    ],
    {
      name: '财产保全',
      titles: ['财产保全台账'],
      base: { caseNo: null, court: COURT, applicant: null, respondent: null, preservationKind: '诉讼保全' },
    },
  );
  const preservation = (n: number) => ({
    caseNo: caseNo(2026, 400 + n, '执保'),
    applicant: person(820 + n),
    respondent: person(830 + n),
    appliedDate: '2026-03-02',
    urgent: false,
    preservationRulingDate: '2026-03-09',
    preservationStartedDate: '2026-03-16',
    preservationExpiryDate: '2027-03-15',
    expiryNotifiedDate: '2026-03-16',
  });
  sheet.add(preservation(1));
  sheet.add({ ...preservation(2), preservationRulingDate: '2026-03-10' }, violation('preservation-timers'));
  // Look-alike: urgent, and ruled within 48 hours.
  sheet.add({
    ...preservation(3),
    urgent: true,
    preservationRulingDate: '2026-03-04',
    preservationStartedDate: '2026-03-04',
  });
  const older = {
    appliedDate: '2025-03-03',
    preservationRulingDate: '2025-03-07',
    preservationStartedDate: '2025-03-10',
    preservationExpiryDate: '2026-03-16',
    expiryNotifiedDate: '2025-03-10',
    renewalRequestedDate: '2026-03-09',
  };
  sheet.add({ ...preservation(4), ...older, renewedDate: '2026-03-16' });
  sheet.add({ ...preservation(5), ...older, renewedDate: '2026-03-17' }, violation('preservation-renew-7d'));
  sheet.add({ ...preservation(6), enforcementEnteredDate: '2026-06-02' }, lead('preservation-continuity'));
  return sheet;
}

function mediations(): RegisterSheet {
  const sheet = new RegisterSheet('mediationPerformance', [], {
    name: '调解自动履行',
    titles: ['调解案件自动履行率统计表'],
    base: {
      court: COURT,
      period: '2025年度',
      dueMediations: 100,
      enforcedMediations: 20,
      performanceRate: 0.8,
      targetRate: 0.8,
      previousRate: 0.8,
    },
  });
  sheet.add({});
  sheet.add(
    { court: '示例市乙区人民法院', targetRate: 0.81, previousRate: 0.78 },
    overLimit('mediation-auto-performance'),
  );
  sheet.add({ court: '示例市丙区人民法院', targetRate: 0.75, previousRate: 0.81 }, lead('mediation-auto-performance'));
  return sheet;
}

function administrative(): RegisterSheet {
  const sheet = new RegisterSheet(
    'adminEnforcementReview',
    [
      'suitPeriodEnd',
      'appliedDate',
      'acceptedDate',
      'obviousIllegality',
      'heardDate',
      'rulingDate',
      'rulingResult',
      'lateReason',
    ],
    {
      name: '非诉行政执行',
      titles: ['非诉行政执行审查台账'],
      base: {
        caseNo: null,
        court: COURT,
        applicantAgency: '示例市测试局',
        respondent: null,
        administrativeDecisionNo: null,
      },
    },
  );
  const review = (n: number) => ({
    caseNo: `（2026）琼9999行审${String(n)}号`,
    respondent: person(840 + n),
    administrativeDecisionNo: `示测罚〔2025〕${String(n)}号`,
    suitPeriodEnd: '2026-01-05',
    appliedDate: '2026-03-05',
    acceptedDate: '2026-03-10',
    obviousIllegality: false,
    rulingDate: '2026-03-17',
    rulingResult: '准予执行',
  });
  sheet.add(review(1));
  sheet.add({ ...review(2), rulingDate: '2026-03-18' }, violation('admin-nonlit-review-7d'));
  sheet.add({ ...review(3), suitPeriodEnd: '2025-11-25' }, lead('admin-nonlit-review-7d'));
  sheet.add({ ...review(4), suitPeriodEnd: '2025-11-25', lateReason: '不可抗力' });
  return sheet;
}

function corrections(): RegisterSheet {
  const sheet = new RegisterSheet(
    'correctionRequest',
    ['receivedDate', 'reviewedDate', 'reviewResult', 'correctedDate', 'withdrawnDate'],
    {
      name: '失信纠正申请',
      titles: ['失信信息纠正申请台账'],
      base: { caseNo: null, court: COURT, applicant: null },
    },
  );
  const request = (n: number) => ({
    caseNo: caseNo(2025, 2900 + n),
    applicant: person(850 + n),
    receivedDate: '2026-03-02',
    reviewedDate: '2026-03-17',
    reviewResult: '理由不成立，驳回',
  });
  const upheld = { reviewedDate: '2026-03-10', reviewResult: '理由成立' };
  sheet.add(request(1));
  sheet.add({ ...request(2), reviewedDate: '2026-03-18' }, violation('dishonest-correction-15d'));
  sheet.add({ ...request(3), ...upheld, correctedDate: '2026-03-13' });
  sheet.add({ ...request(4), ...upheld, correctedDate: '2026-03-16' }, violation('dishonest-correction-15d'));
  return sheet;
}

export const trialLink: SampleWorkbook = {
  file: '立审执衔接（示例）.xlsx',
  sheets: [notices(), preservations(), mediations(), administrative(), corrections()].map((sheet) => sheet.build()),
};
