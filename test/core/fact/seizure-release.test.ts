import { describe, expect, it } from 'vitest';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { factOf } from './facts-of-row.ts';

const SEIZURE = { caseNo: '（2026）琼9999执1号', propertyName: '示例路1号房' };
const ground = (closeMode: string | null, reasons: object = {}) =>
  factOf('releaseGround', 'propertySeizure', SEIZURE, {
    enforcementCase: {
      columns: ['closeMode', 'closeDate'],
      rows: [{ caseNo: SEIZURE.caseNo, closeMode, closeDate: closeMode === null ? null : '2026-03-10', ...reasons }],
    },
  });

describe('the end of a case, as a ground to release its measures', () => {
  it.each([
    ['执行完毕', {}, 'settled'],
    ['终结执行', { conclusionReason: '申请执行人撤回申请' }, 'settled'],
    ['终结执行', { conclusionReason: '和解协议履行完毕' }, 'settled'],
    ['终结执行', { conclusionReason: '被执行人死亡' }, 'other'],
    ['不予执行', {}, 'other'],
    ['终结执行', { conclusionReason: '提级执行' }, 'none'],
    ['终结执行', { conclusionReason: '就和解协议另行起诉' }, 'none'],
    ['销案', { cancellationReason: '委托执行' }, 'none'],
    ['终结本次执行程序', {}, 'none'],
    [null, {}, 'none'],
  ])('%s %j is %s', (closeMode, reasons, expected) => {
    expect(ground(closeMode, reasons)).toBe(expected);
  });

  it('is unknown where the case is not in the table', () => {
    const tables = { enforcementCase: { columns: ['caseNo', 'closeMode', 'closeDate'], rows: [] } };
    expect(factOf('releaseGround', 'propertySeizure', SEIZURE, tables)).toBeInstanceOf(Unknown);
  });
});
