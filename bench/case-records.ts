import type { RegisterData } from '../src/core/fact/register-set.ts';
import { addDays } from '../src/core/calendar/day-arithmetic.ts';
import type { FieldValue, SheetMapping } from '../src/core/register/record.ts';
import { recordValuesFactory } from '../src/core/register/record-values.ts';
import type { RulePack } from '../src/core/rule/pack.ts';
import { caseNo, company, idNumber, person, random } from '../samples/generator/invented.ts';

type Row = Readonly<Record<string, FieldValue>>;

/** Takes rows of one register; all its columns are there, and those that a row does not name are blank. */
class Sheet {
  readonly #register: string;
  readonly #mapping: SheetMapping;
  readonly #newValues: () => Record<string, FieldValue>;
  readonly #records: RegisterData['records'][number][] = [];

  constructor(pack: RulePack, register: string) {
    const fields = [...(pack.registers.get(register)?.fields.keys() ?? [])];
    const columns = Object.fromEntries(fields.map((field, column) => [field, column]));
    this.#register = register;
    this.#mapping = { file: '基准测试.xlsx', sheet: register, register, columns };
    const blank = recordValuesFactory(fields);
    this.#newValues = () => {
      const values = blank();
      for (const field of fields) values[field] = null;
      return values;
    };
  }

  add(cells: Row): void {
    const row = this.#records.length + 2;
    const values = Object.assign(this.#newValues(), cells);
    this.#records.push({ register: this.#register, mapping: this.#mapping, row, values });
  }

  data(): RegisterData {
    return { register: this.#register, mappings: [this.#mapping], records: this.#records };
  }
}

const CAUSES = ['买卖合同纠纷', '民间借贷纠纷', '劳动争议', '物业服务合同纠纷', '金融借款合同纠纷'];

/**
 * Enforcement cases as a province has them, with the neighbours that the rules of a case ask for: report orders, queries,
 * restrictions, interviews, receipts and payouts. Most are in order; a few per cent are late or lack something. Invented,
 * and the same every time.
 */
export function caseRecords(pack: RulePack, cases: number): readonly RegisterData[] {
  const next = random(20260630);
  const sheet = (register: string) => new Sheet(pack, register);
  const main = sheet('enforcementCase');
  const orders = sheet('reportOrder');
  const queries = sheet('networkQuery');
  const restrictions = sheet('consumptionRestriction');
  const interviews = sheet('applicantInterview');
  const receipts = sheet('proceedsReceipt');
  const payouts = sheet('proceedsPayout');
  for (let index = 1; index <= cases; index += 1) {
    const filed = addDays('2022-01-04', Math.floor(next() * 1600));
    const number = caseNo(Number(filed.slice(0, 4)), index);
    const court = `示例市第${String(1 + (index % 40))}人民法院`;
    const debtor = index % 3 === 0 ? company(index % 4000) : person(index % 1700);
    const open = filed > '2026-01-15' ? next() < 0.8 : next() < 0.01;
    const terminated = !open && next() < 0.4;
    const closed = open ? null : addDays(filed, (terminated ? 95 : 20) + Math.floor(next() * 80));
    const noticed = next() < 0.01 ? null : addDays(filed, 1 + Math.floor(next() * 7));
    const claim = 100_000 + Math.floor(next() * 500_000_00);
    const paid = open || terminated ? 0 : claim;
    main.add({
      caseNo: number,
      court,
      cause: CAUSES[index % CAUSES.length],
      applicant: company(index % 900),
      debtor,
      debtorIdentityNo: idNumber(index % 20_000),
      receivedDate: addDays(filed, -2),
      filedDate: filed,
      handler: person(index % 600),
      subject: '金钱',
      claimAmount: claim,
      noticeDate: noticed,
      reportOrderDate: noticed,
      closeMode: open ? null : terminated ? '终结本次执行程序' : '执行完毕',
      closeDate: closed,
      paidAmount: paid,
      remainAmount: claim - paid,
    });
    if (noticed !== null) {
      orders.add({ caseNo: number, debtor, identityNo: idNumber(index % 20_000), issuedDate: noticed });
    }
    if (paid > 0 && closed !== null) {
      receipts.add({ caseNo: number, amount: paid, paidDate: addDays(closed, -5) });
      payouts.add({ caseNo: number, amount: paid, payoutDate: closed, payoutStatus: '已发放' });
    }
    if (!terminated || closed === null) continue;
    const asked = next() < 0.98 ? addDays(closed, -Math.floor(next() * 60)) : addDays(filed, 1);
    queries.add({ caseNo: number, requestedAt: asked, requestType: '1', queryScope: '全项' });
    if (next() < 0.98) {
      restrictions.add({ caseNo: number, restrictedPerson: debtor, restrictionType: '限制消费', issuedDate: asked });
    }
    if (next() < 0.97) {
      interviews.add({ caseNo: number, role: '申请执行人', interviewedAt: asked, agreesToTermination: true });
    }
  }
  return [main, orders, queries, restrictions, interviews, receipts, payouts].map((each) => each.data());
}
