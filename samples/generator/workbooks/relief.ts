/** 司法救助、人民陪执员名册与参与记录 (.et). */
import { caseNo, COURT, person } from '../invented.ts';
import { lead, overLimit, violation, type SampleWorkbook } from '../layout.ts';
import { RegisterSheet } from '../register-sheet.ts';

function relief(): RegisterSheet {
  const sheet = new RegisterSheet(
    'judicialRelief',
    [
      'appliedDate',
      'filedDate',
      'approvedDate',
      'decision',
      'extensionApproval',
      'amount',
      'fundsArrivedDate',
      'notifiedDate',
      'paidDate',
      'refusalInformedDate',
    ],
    {
      name: '司法救助',
      titles: ['执行救助台账'],
      base: { applicant: null, originalCaseNo: null, reliefCaseNo: null, court: COURT },
    },
  );
  const matter = (n: number) => ({
    applicant: person(780 + n),
    originalCaseNo: caseNo(2025, 2780 + n),
    reliefCaseNo: `（2026）琼9999司救执${String(n)}号`,
    appliedDate: '2026-03-02',
    filedDate: '2026-03-03',
    approvedDate: '2026-03-10',
    decision: '予以救助',
    amount: 20_000,
    fundsArrivedDate: '2026-03-16',
    notifiedDate: '2026-03-18',
    paidDate: '2026-03-20',
  });
  const refused = {
    decision: '不予救助',
    amount: null,
    fundsArrivedDate: null,
    notifiedDate: null,
    paidDate: null,
    approvedDate: '2026-03-16',
  };
  sheet.add(matter(1));
  sheet.add({ ...matter(2), notifiedDate: '2026-03-19' }, violation('relief-pay-2wd'));
  sheet.add(
    {
      ...matter(3),
      approvedDate: '2026-03-18',
      fundsArrivedDate: '2026-03-20',
      notifiedDate: '2026-03-23',
      paidDate: '2026-03-24',
    },
    overLimit('relief-decision-10wd'),
  );
  sheet.add({ ...matter(4), ...refused, refusalInformedDate: '2026-03-23' });
  sheet.add({ ...matter(5), ...refused, refusalInformedDate: '2026-03-24' }, overLimit('relief-refusal-inform'));
  return sheet;
}

const LAY = [person(790), person(791)] as const;

function layRoster(): RegisterSheet {
  const sheet = new RegisterSheet('layEnforcer', [], {
    name: '陪执员名册',
    titles: ['人民陪执员名册'],
    base: { name: null, court: COURT, appointedDate: '2025-03-01', termEnd: '2026-02-28' },
  });
  sheet.add({ name: LAY[0] });
  sheet.add({ name: LAY[1], termEnd: '2028-02-29' });
  return sheet;
}

function layWork(): RegisterSheet {
  const sheet = new RegisterSheet('layEnforcerParticipation', [], {
    name: '陪执参与',
    titles: ['人民陪执员参与记录'],
    base: { caseNo: null, court: COURT, name: null, date: null, task: '协助送达、劝导履行', layResult: '和解' },
  });
  sheet.add({ caseNo: caseNo(2025, 2791), name: LAY[0], date: '2026-02-28' });
  sheet.add({ caseNo: caseNo(2025, 2792), name: LAY[0], date: '2026-03-02' }, lead('peizhiyuan-roster'));
  sheet.add({ caseNo: caseNo(2025, 2793), name: LAY[1], date: '2026-03-02' });
  sheet.add(
    { caseNo: caseNo(2025, 2794), name: LAY[1], date: '2026-03-03', task: '参与合议评议' },
    lead('peizhiyuan-roster'),
  );
  return sheet;
}

export const relieved: SampleWorkbook = {
  file: '司法救助与陪执员（示例）.et',
  sheets: [relief(), layRoster(), layWork()].map((sheet) => sheet.build()),
};
