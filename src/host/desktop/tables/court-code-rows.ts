import type { CourtCode, CourtCodeTable } from '../../../core/register/court-code-table.ts';
import { parseCourtCode } from '../../../core/register/value/court-code.ts';
import { refuseTable } from '../../../core/table-error.ts';
import { columnsOf, type TableRows } from './table-rows.ts';

export const courtCodeColumns = [
  { header: '代字', width: 12 },
  { header: '法院', width: 36 },
  { header: '英文名', width: 48 },
] as const;

const NAME = { zh: '法院代字表', en: 'table of court codes' };

/**
 * Court codes from the rows of a sheet: 代字, 法院, and 英文名 where there is one. They are laid over those of the program.
 * @throws TableError saying what is wrong
 */
export function courtCodesFromRows(rows: TableRows, version: string, stock: CourtCodeTable): CourtCodeTable {
  const given = new Map<string, CourtCode>();
  for (const [code = '', zh = '', en = ''] of columnsOf(rows, courtCodeColumns)) {
    if (parseCourtCode({ kind: 'text', text: code }).warning !== undefined) {
      refuseTable(NAME, { zh: `“${code}”不是法院代字（应如“琼9603”）`, en: `${code} is no court code (琼9603, say)` });
    }
    if (zh === '') refuseTable(NAME, { zh: `“${code}”没有法院名称`, en: `${code} has no name of a court` });
    if (given.has(code)) refuseTable(NAME, { zh: `“${code}”出现两次`, en: `${code} occurs twice` });
    given.set(code, { code, name: { zh, en: en === '' ? zh : en }, confidence: 'imported' });
  }
  if (given.size === 0)
    refuseTable(NAME, { zh: '没有“代字”一栏，或者没有内容', en: 'it has no column 代字, or nothing in it' });
  return { ...stock, version, courts: [...stock.courts.filter(({ code }) => !given.has(code)), ...given.values()] };
}

/** The rows from which the same table is read. */
export function rowsOfCourtCodes({ courts }: CourtCodeTable): TableRows {
  return courts.map(({ code, name }) => [code, name.zh, name.en]);
}
