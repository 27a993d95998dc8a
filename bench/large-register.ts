/** A register of enforcement cases of any size that looks like a court's export; every value is invented. */
import ExcelJS from '@zurmokeeper/exceljs';
import { caseNo, company, idNumber, person, plus, random } from '../samples/generator/invented.ts';

/** 20 columns of 执行案件主表. */
export const HEADERS = [
  '序号', '案号', '执行法院', '案件类型代字', '案由', '申请执行人', '被执行人', '被执行人证件号码', '收到材料日期', '立案日期',
  '承办人', '执行标的内容', '应执行标的金额（元）', '发出执行通知书日期', '报告财产令发出日期', '是否有财产', '结案方式', '结案日期', '实际到位金额（元）', '尚未执行标的金额',
] as const; // prettier-ignore

const asDate = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

/**
 * Writes `rows` cases; most are in order, a few per cent are late, open or incomplete. Deterministic.
 * @param faulty share of cases, from 0 to 1, in which one thing more went wrong: notice or property report late or missing,
 *   terminated too soon, a year over
 */
export async function writeLargeRegister(path: string, rows: number, faulty = 0): Promise<void> {
  const next = random(20260630);
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true, useStyles: true });
  const sheet = book.addWorksheet('执行案件');
  for (const column of [9, 10, 14, 15, 18]) sheet.getColumn(column).numFmt = 'yyyy-mm-dd';
  sheet.addRow(['首次执行案件台账（基准测试，虚构数据）']).commit();
  sheet.addRow([...HEADERS]).commit();
  for (let row = 1; row <= rows; row += 1) {
    const filed = plus('2025-01-02', Math.floor(next() * 500));
    // Cases of the last five months are mostly open; one in a hundred older ones is, and late.
    const open = filed > '2026-02-01' ? next() < 0.8 : next() < 0.01;
    const terminated = !open && next() < 0.4;
    const tooSoon = next() < 0.01;
    // What went wrong in a faulty case; the others are drawn as ever.
    const fault = next() < faulty ? row % 4 : null;
    const closed = open
      ? null
      : plus(
          filed,
          (fault === 3 ? 300 : 0) +
            (terminated && !tooSoon ? 95 + Math.floor(next() * 80) : 20 + Math.floor(next() * 150)),
        );
    const claim = Math.round(next() * 5_000_000) / 100 + 1000;
    const noticed = next() < 0.005 || fault === 0 ? null : plus(filed, (fault === 1 ? 15 : 1) + Math.floor(next() * 7));
    const reported = fault === 2 ? plus(filed, 20 + Math.floor(next() * 30)) : noticed;
    sheet
      .addRow([
        row,
        caseNo(Number(filed.slice(0, 4)), row),
        `示例市第${String(1 + (row % 20))}人民法院`,
        '执',
        ['买卖合同纠纷', '民间借贷纠纷', '劳动争议', '物业服务合同纠纷'][row % 4],
        company(row % 400),
        person(row % 170),
        idNumber(row % 1000),
        asDate(plus(filed, -2)),
        asDate(filed),
        person(row % 60),
        '金钱',
        claim,
        noticed === null ? null : asDate(noticed),
        reported === null ? null : asDate(reported),
        terminated ? '否' : '是',
        open ? null : terminated ? '终结本次执行程序' : '执行完毕',
        closed === null ? null : asDate(closed),
        open || terminated ? 0 : claim,
        open || terminated ? claim : 0,
      ])
      .commit();
  }
  sheet.commit();
  await book.commit();
}
