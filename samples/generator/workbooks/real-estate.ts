/** 不动产登记机构一侧 (.ods): seals in the order of service, transfers of the same units. */
import { caseNo, COURT, date, person } from '../invented.ts';
import { overLimit, violation, type SampleWorkbook } from '../layout.ts';
import { Table } from '../table.ts';

const REGISTRAR = '示例市不动产登记中心';
const unit = (n: number): string => `469999000000GB0000${String(n)}F0001`;

const seals = new Table(
  [
    ['序号', 'no'],
    ['不动产单元号/权证号', 'property'],
    ['案号', 'caseNo'],
    ['法院', 'court'],
    ['登记机构', 'registrar'],
    ['文书号', 'document'],
    ['送达时间', 'served'],
    ['登簿时间', 'registered'],
    ['查封类型', 'type'],
    ['轮候序号', 'order'],
    ['期限起', 'from'],
    ['期限止', 'to'],
    ['解除时间', 'released'],
  ],
  { name: '查封登记', titles: ['不动产查封登记台账'] },
);
const seal = (
  n: number,
  property: number,
  served: string,
  registered: string,
  type: string,
  order: number | null,
): Parameters<Table['add']>[0] => ({
  property: unit(property),
  caseNo: caseNo(2025, 260 + n),
  court: COURT,
  registrar: REGISTRAR,
  document: `（2025）琼9999执${String(260 + n)}号`,
  served: date(served, n),
  registered: date(registered, n + 1),
  type,
  order,
  from: date(served.slice(0, 10), n),
  to: date(`2028${served.slice(4, 10)}`, n),
});
seals.add(seal(1, 1, '2025-11-03T10:05:00', '2025-11-03T15:00:00', '查封', null));
seals.add(seal(2, 2, '2025-11-05T09:00:00', '2025-11-05T11:00:00', '查封', null));
seals.add(seal(3, 2, '2025-11-10T09:00:00', '2025-11-10T10:00:00', '轮候', 1));
seals.add(seal(4, 2, '2025-11-12T09:00:00', '2025-11-12T10:00:00', '轮候', 2));
// Served on the evening before a weekend, registered on Monday.
seals.add(seal(5, 3, '2025-11-14T17:40:00', '2025-11-17T09:30:00', '查封', null));
seals.add(
  seal(6, 4, '2025-11-18T09:00:00', '2025-11-26T10:00:00', '查封', null),
  overLimit('realestate-seal-registration-timely'),
);
seals.add(seal(7, 5, '2025-12-01T09:00:00', '2025-12-01T10:00:00', '查封', null));
// The order of the two waiting seals is the reverse of their service.
seals.add(
  seal(8, 5, '2025-12-03T09:00:00', '2025-12-03T16:00:00', '轮候', 2),
  violation('realestate-waiting-seal-order'),
);
seals.add(seal(9, 5, '2025-12-04T09:00:00', '2025-12-04T09:30:00', '轮候', 1));

const transfers = new Table(
  [
    ['序号', 'no'],
    ['财产编号', 'property'],
    ['登记机关', 'registrar'],
    ['权利人', 'owner'],
    ['受让人', 'transferee'],
    ['变更类型', 'type'],
    ['受理时间', 'accepted'],
    ['核准/登簿时间', 'registered'],
    ['法院许可文号', 'permit'],
  ],
  { name: '权属变更', titles: ['不动产权属变更登记表'] },
);
const transfer = (
  n: number,
  property: number,
  type: string,
  accepted: string,
  registered: string,
  permit: string | null = null,
): Parameters<Table['add']>[0] => ({
  property: unit(property),
  registrar: REGISTRAR,
  owner: person(300 + n),
  transferee: person(310 + n),
  type,
  accepted: date(accepted, n),
  registered: date(registered, n + 1),
  permit,
});
// Look-alikes: registered before service; a change of name; ordered by a court; another unit.
transfers.add(transfer(1, 1, '转移', '2025-11-03T09:00:00', '2025-11-03T10:00:00'));
transfers.add(transfer(2, 2, '姓名变更', '2025-12-01T09:00:00', '2025-12-01T10:00:00'));
transfers.add(
  transfer(3, 3, '转移', '2026-03-02T09:00:00', '2026-03-02T10:00:00', '（2025）琼9999执265号之三过户通知'),
);
transfers.add(transfer(4, 9, '转移', '2026-01-05T09:00:00', '2026-01-05T10:00:00'));
transfers.add(
  transfer(5, 1, '转移', '2025-11-03T10:12:00', '2025-11-03T10:20:00'),
  violation('property-assist-effect-time'),
);

export const realEstate: SampleWorkbook = {
  file: '不动产查封与权属变更（示例）.ods',
  sheets: [seals.build(), transfers.build()],
};
