/** 党政机关: 被执行积案、法治政府年报与考核、规范性文件、普法 (.xlsx). */
import { caseNo, COURT } from '../invented.ts';
import { lead, overLimit, violation, type SampleWorkbook } from '../layout.ts';
import { RegisterSheet } from '../register-sheet.ts';

function backlog(): RegisterSheet {
  const sheet = new RegisterSheet(
    'governmentDebtorCase',
    [
      'filedDate',
      'appliedDate',
      'performanceDue',
      'claimAmount',
      'paidAmount',
      'unpaidAmount',
      'performancePlan',
      'status',
      'contemptMeasure',
    ],
    {
      name: '党政机关积案',
      titles: ['党政机关被执行积案表', '截至2026年6月30日'],
      base: { caseNo: null, debtorUnit: '示例县某某局', unitKind: '党政机关', court: COURT, basisKind: '民事判决' },
    },
  );
  const matter = (n: number) => ({
    caseNo: caseNo(2026, 2700 + n),
    filedDate: '2026-03-02',
    appliedDate: '2026-02-27',
    performanceDue: '2026-01-15',
    claimAmount: 500_000,
    paidAmount: 100_000,
    unpaidAmount: 400_000,
    status: '执行中',
  });
  sheet.add(matter(1), violation('gov-debtor-unperformed'));
  sheet.add({ ...matter(2), performanceDue: '2026-06-30' });
  sheet.add({ ...matter(3), paidAmount: 500_000, unpaidAmount: 0, status: '执行完毕' });
  sheet.add({ ...matter(4), performancePlan: '县政府批准分三年付清，按期履行' });
  sheet.add(
    { ...matter(5), unitKind: '行政机关', basisKind: '行政判决', contemptMeasure: '划拨' },
    violation('gov-debtor-unperformed'),
  );
  return sheet;
}

function reports(): RegisterSheet {
  const sheet = new RegisterSheet('ruleOfLawReport', [], {
    name: '法治政府年报',
    titles: ['法治政府建设年度报告表'],
    base: {
      unit: null,
      year: '2025年度',
      reportedDate: '2026-02-27',
      publishedDate: '2026-03-31',
      coversPerformance: true,
    },
  });
  sheet.add({ unit: '示例县甲局' });
  sheet.add({ unit: '示例县乙局', publishedDate: '2026-04-02' }, violation('gov-annual-report'));
  sheet.add({ unit: '示例县丙局', reportedDate: '2026-03-03' }, overLimit('gov-annual-report'));
  sheet.add({ unit: '示例县丁局', coversPerformance: false }, lead('gov-annual-report'));
  // Look-alike: the last day.
  sheet.add({ unit: '示例县戊局', publishedDate: '2026-04-01', reportedDate: '2026-03-02' });
  return sheet;
}

function plans(): RegisterSheet {
  const sheet = new RegisterSheet('assessmentPlan', [], {
    name: '考核方案',
    titles: ['法治政府建设考核指标'],
    base: { unit: '示例县某某委', year: '2026年度', indicator: null, points: 5, coverage: '全县各部门' },
  });
  sheet.add({ indicator: '支持人民法院依法执行、履行协助执行义务' });
  sheet.add({ indicator: '履行生效裁判', points: 3 });
  return sheet;
}

function creditPlans(): RegisterSheet {
  const sheet = new RegisterSheet('creditAssessmentPlan', [], {
    name: '信用考核方案',
    titles: ['社会信用体系建设考核方案'],
    base: { unit: '示例县某某办', year: '2026年度', indicator: '信用信息归集', points: 10, included: false },
  });
  sheet.add({});
  sheet.add({ indicator: '失信被执行人名单应用', points: 5, included: true });
  return sheet;
}

function results(): RegisterSheet {
  const sheet = new RegisterSheet('assessmentResult', [], {
    name: '考核结果',
    titles: ['法治政府建设考核结果'],
    base: { year: '2025年度', department: null, score: 92.5, deductionGrounds: '无' },
  });
  sheet.add({ department: '示例县甲局' });
  sheet.add({ department: '示例县乙局', score: 88, deductionGrounds: '未按期公开年度报告' });
  return sheet;
}

function documents(): RegisterSheet {
  const sheet = new RegisterSheet('normativeDocument', [], {
    name: '规范性文件',
    titles: ['规范性文件清理台账'],
    base: {
      docNo: null,
      docTitle: null,
      issuer: '示例县人民政府办公室',
      issuedDate: '2024-05-06',
      keywords: null,
      cleanupStatus: '有效',
    },
  });
  sheet.add(
    {
      docNo: '示例府办〔2024〕9号',
      docTitle: '关于支持重点企业发展的若干措施',
      keywords: '对重点企业账户，须经县政府同意方可冻结',
    },
    lead('gov-protectionism-doc'),
  );
  sheet.add({
    docNo: '示例府办〔2024〕10号',
    docTitle: '关于支持人民法院执行工作的通知',
    keywords: '不得以任何理由暂缓执行法院裁判',
  });
  sheet.add({ docNo: '示例府办〔2024〕11号', docTitle: '关于办公用房管理的通知', keywords: '办公用房' });
  return sheet;
}

function publicity(): RegisterSheet {
  const sheet = new RegisterSheet('publicityPlan', [], {
    name: '普法计划',
    titles: ['普法宣传计划'],
    base: { unit: null, year: '2026年度', theme: '依法履行生效裁判、协助执行', form: '讲座', count: 4 },
  });
  sheet.add({ unit: '示例县甲局' });
  sheet.add({ unit: '示例县乙局', form: '短视频', count: 12 });
  return sheet;
}

export const government: SampleWorkbook = {
  file: '党政机关履行与法治政府（示例）.xlsx',
  sheets: [backlog(), reports(), plans(), results(), documents(), publicity(), creditPlans()].map((sheet) =>
    sheet.build(),
  ),
};
