/** 查封冻结台账 as an old .xls: two sheets of one register, group rows, totals, a hidden row. */
import { caseNo, COURT, company, date, person, yuan } from '../invented.ts';
import { lead, violation, type Planted, type SampleCell, type SampleWorkbook } from '../layout.ts';
import { Table } from '../table.ts';

function sheet(name: string): Table {
  return new Table(
    [
      ['序号', 'no'],
      ['案号', 'caseNo'],
      ['执行法院', 'court'],
      ['被执行人', 'debtor'],
      ['财产类型', 'type'],
      ['财产名称/坐落/账号', 'property'],
      ['措施', 'measure'],
      ['裁定文号', 'ruling'],
      ['协助执行单位', 'unit'],
      ['办理日期', 'effective'],
      ['期限（年）', 'term'],
      ['到期日', 'expiry'],
      ['首封/轮候', 'rank'],
      ['续封申请日期', 'requested'],
      ['续封办理日期', 'renewed'],
      ['解除日期', 'released'],
      ['解除原因', 'reason'],
      ['处置日期', 'disposed'],
      ['估值（万元）', 'value'],
      ['剩余标的金额', 'remaining'],
    ],
    { name, titles: [`${name}查封、扣押、冻结台账`] },
  );
}

type Values = Readonly<Record<string, SampleCell>>;

function filler(table: Table, base: number): (values: Values, ...expect: readonly Planted[]) => void {
  return (values, ...expect) => {
    const n = base + table.size;
    table.add(
      {
        caseNo: caseNo(2025, n),
        court: COURT,
        debtor: n % 2 === 0 ? person(n) : company(n % 30),
        ruling: `${caseNo(2025, n)}之一`,
        rank: '首封',
        remaining: yuan(50_000 + n * 10, n),
        ...values,
      },
      ...expect,
    );
  };
}

export const seizure: SampleWorkbook = (() => {
  const older = sheet('2024年');
  const add = filler(older, 600);
  older.group('一、不动产');
  add({
    type: '不动产',
    property: '示例路1号101室',
    measure: '查封',
    unit: '示例市不动产登记中心',
    effective: date('2024-03-05', 0),
    term: 3,
    expiry: date('2027-03-05', 0),
    value: 120,
  });
  add({
    type: '不动产',
    property: '示例路2号201室',
    measure: '查封',
    unit: '示例市不动产登记中心',
    effective: date('2024-05-06', 1),
    term: 3,
    expiry: date('2027-05-06', 1),
    value: 95.5,
    disposed: date('2025-06-03', 1),
  });
  older.group('二、动产');
  add(
    {
      type: '机动车',
      property: '琼Z·00001',
      measure: '查封',
      unit: '示例市公安局车管所',
      effective: date('2024-04-10', 2),
      term: 2,
      expiry: date('2026-04-10', 2),
      requested: date('2026-03-20', 3),
      value: 8,
    },
    violation('seizure-expiry-lapse'),
  );
  add(
    {
      type: '机动车',
      property: '琼Z·00002',
      measure: '查封',
      unit: '示例市公安局车管所',
      effective: date('2024-04-15', 3),
      term: 2,
      expiry: date('2026-04-15', 3),
      value: 6.5,
    },
    lead('seizure-expiry-lapse'),
  );
  // Look-alikes: renewed in time; released; sold; waiting seal.
  add({
    type: '机动车',
    property: '琼Z·00003',
    measure: '查封',
    unit: '示例市公安局车管所',
    effective: date('2024-04-20', 4),
    term: 2,
    expiry: date('2026-04-20', 4),
    requested: date('2026-04-01', 0),
    renewed: date('2026-04-14', 0),
    value: 7,
  });
  add({
    type: '机动车',
    property: '琼Z·00004',
    measure: '查封',
    unit: '示例市公安局车管所',
    effective: date('2024-04-22', 0),
    term: 2,
    expiry: date('2026-04-22', 0),
    released: date('2026-01-08', 1),
    reason: '履行完毕',
    value: 5,
    remaining: 0,
  });
  add({
    type: '机动车',
    property: '琼Z·00005',
    measure: '查封',
    unit: '示例市公安局车管所',
    effective: date('2024-04-24', 1),
    term: 2,
    expiry: date('2026-04-24', 1),
    disposed: date('2026-02-10', 2),
    value: 9,
  });
  add({
    type: '机动车',
    property: '琼Z·00006',
    measure: '轮候查封',
    unit: '示例市公安局车管所',
    effective: date('2024-04-26', 2),
    term: 2,
    expiry: date('2026-04-26', 2),
    rank: '轮候',
    value: 9,
  });
  older.total({ caseNo: '合计', value: 255 });

  const newer = sheet('2025年');
  const addNew = filler(newer, 650);
  newer.group('银行存款');
  for (let n = 0; n < 8; n += 1) {
    addNew({
      type: '银行存款',
      property: `****${String(1000 + n)}`,
      measure: '冻结',
      unit: '示例银行甲支行',
      effective: date(`2025-0${String(n % 3 === 0 ? 8 : 9)}-1${String(n)}`, n),
      term: 1,
      expiry: date(`2026-0${String(n % 3 === 0 ? 8 : 9)}-1${String(n)}`, n),
    });
  }
  // Look-alike: no expiry date written; one year from the start has not passed.
  addNew({
    type: '银行存款',
    property: '****1100',
    measure: '冻结',
    unit: '示例银行乙支行',
    effective: date('2025-10-09', 2),
    term: 1,
    expiry: null,
  });
  addNew(
    {
      type: '银行存款',
      property: '****1101',
      measure: '冻结',
      unit: '示例银行乙支行',
      effective: date('2025-05-12', 3),
      term: 1,
      expiry: null,
      requested: date('2026-04-28', 1),
    },
    violation('seizure-expiry-lapse'),
  );
  // Announced, no finding: expires within 30 days of the as-of date.
  addNew({
    type: '银行存款',
    property: '****1102',
    measure: '冻结',
    unit: '示例银行乙支行',
    effective: date('2025-07-12', 4),
    term: 1,
    expiry: date('2026-07-12', 4),
  });
  // Expiry on the as-of day has not lapsed yet.
  addNew({
    type: '银行存款',
    property: '****1103',
    measure: '冻结',
    unit: '示例银行乙支行',
    effective: date('2025-06-30', 0),
    term: 1,
    expiry: date('2026-06-30', 0),
  });
  // Two vehicles, each of which would do; look-alike: a house that cannot be divided.
  newer.group('超标的核对');
  const recent = { unit: '示例市公安局车管所', measure: '查封', effective: date('2026-06-08', 0) };
  for (const [property, value] of [
    ['琼Z·00069', 12],
    ['琼Z·00169', 13],
  ] as const) {
    addNew({
      ...recent,
      caseNo: caseNo(2026, 69),
      debtor: person(569),
      type: '机动车',
      property,
      term: 2,
      expiry: date('2028-06-08', 1),
      value,
      remaining: 69_000 + 40_000,
    });
  }
  addNew({
    ...recent,
    caseNo: caseNo(2026, 70),
    debtor: person(570),
    type: '不动产',
    property: '示例路70号701室',
    unit: '示例市不动产登记中心',
    term: 3,
    expiry: date('2029-06-08', 2),
    value: 95,
    remaining: 110_000,
  });
  // 两方台账核对: entered in the ledger of the unit; not entered; after the last day of that ledger.
  newer.group('两方台账核对');
  const vehicleSealed = { type: '机动车', measure: '查封', unit: '示例市公安局车管所', term: 2, value: 6 };
  addNew({
    ...vehicleSealed,
    caseNo: caseNo(2025, 741),
    property: '琼Z·00741',
    effective: date('2026-05-20', 1),
    expiry: date('2028-05-20', 1),
  });
  addNew(
    {
      ...vehicleSealed,
      caseNo: caseNo(2025, 742),
      property: '琼Z·00742',
      effective: date('2026-04-13', 2),
      expiry: date('2028-04-13', 2),
    },
    lead('assist-request-unregistered'),
  );
  addNew({
    ...vehicleSealed,
    caseNo: caseNo(2025, 743),
    property: '琼Z·00743',
    effective: date('2026-06-15', 3),
    expiry: date('2028-06-15', 3),
  });
  newer.addHidden({
    caseNo: caseNo(2025, 690),
    court: COURT,
    debtor: person(690),
    type: '银行存款',
    property: '****1104',
    measure: '冻结',
    ruling: '（2025）琼9999执690号之一',
    unit: '示例银行乙支行',
    effective: date('2025-09-01', 0),
    term: 1,
    expiry: date('2026-09-01', 0),
    rank: '首封',
    remaining: 30000,
  });
  newer.note('备注：账号仅保留后四位。');
  return { file: '查封冻结台账（示例）.xls', sheets: [older.build(), newer.build()] };
})();
