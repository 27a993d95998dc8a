import type { RegisterRecord } from '../register/record.ts';
import { hasValue, unknownOf } from './cells.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads } from './neighbours.ts';

/** Facts on the supervision of filing (公安机关办理刑事案件程序规定 182): the request for reasons, and the order to file. */
const REGISTER = 'filingSupervision';

/** A row that tells of an order to file alone: what the police received on it is the order, and no reasons were asked for. */
function orderAlone(record: RegisterRecord): boolean {
  return (
    hasValue(record, 'filingOrderNo') &&
    record.values.reasonRequestNo === null &&
    !hasValue(record, 'repliedDate') &&
    !hasValue(record, 'orderReceivedDate')
  );
}

const READS = ['filingOrderNo', 'reasonRequestNo', 'repliedDate', 'orderReceivedDate'];

const reasonsAskedFor: FactDefinition = {
  name: 'reasonsAskedFor',
  register: REGISTER,
  label: { zh: '检察院要求说明不立案理由', en: 'the procuratorate asked for the reasons' },
  type: 'boolean',
  shared: true,
  reads: fixedReads([...READS, 'policeReceivedDate']),
  evaluate: (record): FactResult => {
    if (hasValue(record, 'reasonRequestNo')) return true;
    if (orderAlone(record)) return false;
    if (hasValue(record, 'policeReceivedDate')) return true;
    return unknownOf(record, ['reasonRequestNo', 'policeReceivedDate']) ?? false;
  },
};

/** Day on which the police received the order to file: its own column, or the one day of receipt where the row has no other paper. */
const filingOrderReceived: FactDefinition = {
  name: 'filingOrderReceived',
  register: REGISTER,
  label: { zh: '收到通知立案书日期', en: 'day of receipt of the order to file' },
  type: 'date',
  shared: true,
  reads: fixedReads([...READS, 'policeReceivedDate']),
  evaluate: (record): FactResult => {
    const { orderReceivedDate, policeReceivedDate } = record.values;
    if (orderAlone(record) && typeof policeReceivedDate === 'string') return policeReceivedDate;
    return orderReceivedDate ?? new Unknown('missing', ['orderReceivedDate']);
  },
};

export const filingSupervisionFacts: readonly FactDefinition[] = [reasonsAskedFor, filingOrderReceived];
