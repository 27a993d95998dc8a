import type { RegisterData } from '../src/core/fact/register-set.ts';
import { addDays, addMonths } from '../src/core/calendar/day-arithmetic.ts';
import type { RulePack } from '../src/core/rule/pack.ts';
import { caseNo, company, idNumber, person, random } from '../samples/generator/invented.ts';
import { BenchSheet } from './bench-sheet.ts';
import type { Row } from './bench-sheet.ts';

const CAUSES = ['买卖合同纠纷', '民间借贷纠纷', '劳动争议', '物业服务合同纠纷', '金融借款合同纠纷'];
const LAST_DAY = '2026-06-29';
/** Of each hundred things that a case needs, one or two are late or left out. */
const DONE = 0.985;

/** A case as far as its neighbours ask for it. */
interface Case {
  readonly number: string;
  readonly debtor: string;
  readonly identityNo: string;
  readonly filed: string;
  readonly closed: string | null;
  readonly terminated: boolean;
}

/** The registers around the cases, by name; each is made when its first row comes. */
class Registers {
  readonly #pack: RulePack;
  readonly #sheets = new Map<string, BenchSheet>();

  constructor(pack: RulePack) {
    this.#pack = pack;
  }

  add(register: string, row: Row): void {
    let sheet = this.#sheets.get(register);
    if (sheet === undefined) {
      sheet = new BenchSheet(this.#pack, register);
      this.#sheets.set(register, sheet);
    }
    sheet.add(row);
  }

  data(): readonly RegisterData[] {
    return [...this.#sheets.values()].map((sheet) => sheet.data());
  }
}

/** What has to be done before the current procedure is terminated, and after it. */
function addTermination(registers: Registers, each: Case, closed: string, next: () => number): void {
  const { number: caseNumber, debtor, identityNo } = each;
  const asked = next() < DONE ? addDays(closed, -Math.floor(next() * 60)) : addDays(each.filed, 1);
  registers.add('networkQuery', { caseNo: caseNumber, requestedAt: asked, requestType: '1', queryScope: '全项' });
  if (next() < DONE) {
    registers.add('consumptionRestriction', {
      caseNo: caseNumber,
      restrictedPerson: debtor,
      identityNo,
      restrictionType: '限制消费',
      issuedDate: asked,
      relatedUnit: debtor,
    });
  }
  if (next() < DONE) {
    registers.add('applicantInterview', {
      caseNo: caseNumber,
      role: '申请执行人',
      interviewedAt: asked,
      agreesToTermination: true,
    });
  }
  if (next() < DONE) {
    registers.add('propertySurvey', { caseNo: caseNumber, surveyedDate: asked, whereaboutsSearched: '入户、走访' });
  }
  for (let half = 1; half <= 10; half += 1) {
    const day = addDays(addMonths(closed, 6 * half), -5);
    if (day > LAST_DAY) break;
    if (next() >= DONE) continue;
    registers.add('terminationQuery', {
      caseNo: caseNumber,
      terminationDate: closed,
      queriedDate: day,
      hasResult: false,
      applicantInformedDate: addDays(day, 1),
    });
  }
}

function addLog(registers: Registers, { number: caseNumber, debtor, filed, closed }: Case, next: () => number): void {
  const nodes = [
    ['立案', filed],
    ['承办', addDays(filed, 2)],
    ['结案', closed],
  ] as const;
  for (const [node, day] of nodes) {
    if (day === null || next() >= DONE) continue;
    registers.add('disclosureLog', { caseNo: caseNumber, recipient: debtor, node, pushedAt: addDays(day, 1) });
  }
}

/** One account of a debtor in ten, frozen in time for half of the claim and released with the end of the case. */
function addSeizure(registers: Registers, each: Case, claim: number): void {
  const { number: caseNumber, debtor, identityNo, closed } = each;
  const effectiveDate = closed === null ? addDays(LAST_DAY, -20) : addDays(each.filed, 5);
  registers.add('propertySeizure', {
    caseNo: caseNumber,
    debtor,
    identityNo,
    propertyType: '银行存款',
    propertyName: '****1001',
    measure: '冻结',
    seizureRank: '首封',
    effectiveDate,
    expiryDate: addMonths(effectiveDate, 12),
    releasedDate: closed,
    frozenAmount: Math.floor(claim / 2),
  });
}

/** The row of the case itself. */
function caseRow(each: Case, index: number, next: () => number): Row {
  const { filed, closed, terminated } = each;
  const claim = 100_000 + Math.floor(next() * 500_000_00);
  const paid = closed === null || terminated ? 0 : claim;
  const noticed = next() < DONE ? addDays(filed, 1 + Math.floor(next() * 7)) : null;
  const approved = terminated && closed !== null && next() < DONE ? addDays(closed, -2) : null;
  return {
    caseNo: each.number,
    court: `示例市第${String(1 + (index % 40))}人民法院`,
    cause: CAUSES[index % CAUSES.length],
    applicant: company(index % 900),
    debtor: each.debtor,
    debtorIdentityNo: each.identityNo,
    debtorStatus: '正常',
    receivedDate: addDays(filed, -2),
    filedDate: filed,
    assignedDate: next() < DONE ? addDays(filed, 2) : addDays(filed, 20),
    handler: person(index % 600),
    handlerReceivedDate: addDays(filed, 4),
    basisNo: `（2021）示例9901民初${String(index)}号`,
    basisType: '民事判决书',
    subject: '金钱',
    claimAmount: claim,
    noticeDate: noticed,
    reportOrderDate: noticed,
    closeMode: closed === null ? null : terminated ? '终结本次执行程序' : '执行完毕',
    closeDate: closed,
    closeDocument: terminated ? '执行裁定书' : null,
    closeDocumentDate: terminated ? closed : null,
    panelDeliberatedDate: approved,
    terminationApprovedDate: approved,
    closeClaim: closed === null ? null : claim,
    paidAmount: paid,
    remainAmount: claim - paid,
  };
}

/**
 * Enforcement cases as a province has them, with the neighbours that the rules of a case ask for: report orders, queries,
 * restrictions, interviews, surveys, logs, receipts and payouts. Most are in order; one or two per cent are late or lack
 * something. Invented, and the same every time.
 */
export function caseRecords(pack: RulePack, cases: number): readonly RegisterData[] {
  const next = random(20260630);
  const registers = new Registers(pack);
  for (let index = 1; index <= cases; index += 1) {
    const filed = addDays('2022-01-04', Math.floor(next() * 1600));
    const open = filed > '2026-01-15' ? next() < 0.8 : next() < 0.01;
    const terminated = !open && next() < 0.4;
    const lasted = (terminated ? 95 : 20) + Math.floor(next() * 80);
    const each: Case = {
      number: caseNo(Number(filed.slice(0, 4)), index),
      debtor: index % 3 === 0 ? company(index % 4000) : person(index % 1700),
      identityNo: idNumber(index % 20_000),
      filed,
      closed: open || addDays(filed, lasted) > LAST_DAY ? null : addDays(filed, lasted),
      terminated: terminated && addDays(filed, lasted) <= LAST_DAY,
    };
    const row = caseRow(each, index, next);
    registers.add('enforcementCase', row);
    addLog(registers, each, next);
    if (index % 70 !== 0) {
      const requestedAt = addDays(filed, 1 + (index % 3));
      registers.add('networkQuery', { caseNo: each.number, requestedAt, requestType: '1', queryScope: '全项' });
    }
    if (typeof row.noticeDate === 'string') {
      const { debtor, identityNo } = each;
      registers.add('reportOrder', {
        caseNo: each.number,
        debtor,
        identityNo,
        issuedDate: row.noticeDate,
        reportDueDate: addDays(row.noticeDate, 15),
        ...(index % 70 === 0
          ? { verificationResult: '虚假报告' }
          : { reportedDate: addDays(row.noticeDate, 10), verificationResult: '已核查' }),
      });
    }
    if (index % 10 === 0 && typeof row.claimAmount === 'number') addSeizure(registers, each, row.claimAmount);
    if (index % 20 === 0) {
      const seen = addDays(filed, 10);
      registers.add('propertyClue', { caseNo: each.number, providedDate: seen, specific: true, verifiedDate: seen });
      registers.add('foundProperty', { caseNo: each.number, foundDate: seen, disposalResult: '已扣划' });
    }
    if (each.closed === null) continue;
    if (each.terminated) addTermination(registers, each, each.closed, next);
    else if (typeof row.paidAmount === 'number') {
      const amount = row.paidAmount;
      registers.add('proceedsReceipt', { caseNo: each.number, amount, paidDate: addDays(each.closed, -5) });
      registers.add('proceedsPayout', {
        caseNo: each.number,
        amount,
        payoutDate: each.closed,
        payoutStatus: '已发放',
        litigationRole: '申请执行人',
        payee: index % 70 === 0 ? person(index) : row.applicant,
      });
    }
  }
  return registers.data();
}
