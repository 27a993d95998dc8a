/**
 * Invented people, units and numbers, visibly so: surnames with 某甲 …, courts with code 9999 of 示例市, ID numbers of a region code
 * that no place has. Any likeness to real ones is excluded by construction.
 */

/** Small deterministic generator (mulberry32), so that every run writes the same sample. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨';
const stems = '甲乙丙丁戊己庚辛壬癸';

/** The n-th invented person: 赵某甲, 钱某乙 … */
export function person(n: number): string {
  return `${surnames.charAt(n % surnames.length)}某${stems.charAt(Math.floor(n / surnames.length) % stems.length)}`;
}

/** An ID number with a right check digit; region 469999 belongs to no place. */
export function idNumber(n: number): string {
  const day = String(1 + (n % 28)).padStart(2, '0');
  const month = String(1 + (n % 12)).padStart(2, '0');
  const body = `4699991900${month}${day}${String(n % 1000).padStart(3, '0')}`.slice(0, 17);
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body.charAt(index)), 0);
  return body + '10X98765432'.charAt(sum % 11);
}

export const company = (n: number): string => `示例${stems.charAt(n % 10)}${n >= 10 ? String(n) : ''}贸易有限公司`;
export const COURT = '示例市人民法院';
export const caseNo = (year: number, n: number, type = '执'): string =>
  `（${String(year)}）琼9999${type}${String(n)}号`;

/** Excel serial of a day (1900 system), optionally with a time of day. */
export function serial(iso: string): number {
  const [day = '', time] = iso.split('T');
  const days = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse('1899-12-30T00:00:00Z')) / 86_400_000);
  if (!time) return days;
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return days + (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

type DateCell = { readonly serial: number; readonly format: string } | string | null;

/** A date the way registers have it: one column, several forms. `form` picks one; the row number is a good choice. */
export function date(iso: string | null, form: number): DateCell {
  if (iso === null) return null;
  const [day = '', time = ''] = iso.split('T');
  const [year = '', month = '', date_ = ''] = day.split('-');
  if (time) {
    const clock = time.slice(0, 5);
    switch (form % 4) {
      case 0:
        return { serial: serial(iso), format: 'yyyy-mm-dd hh:mm' };
      case 1:
        return `${day} ${clock}:00`;
      case 2:
        return `${year}年${String(Number(month))}月${String(Number(date_))}日 ${clock}`;
      default:
        return `${year}/${String(Number(month))}/${String(Number(date_))} ${clock}`;
    }
  }
  switch (form % 5) {
    case 0:
      return { serial: serial(day), format: 'yyyy-mm-dd' };
    case 1:
      return `${year}/${String(Number(month))}/${String(Number(date_))}`;
    case 2:
      return `${year}年${String(Number(month))}月${String(Number(date_))}日`;
    case 3:
      return `${year}${month}${date_}`;
    default:
      return `${year}.${String(Number(month))}.${String(Number(date_))}`;
  }
}

/** An amount in yuan as typed: plain, with thousands separators, or with a unit. */
export function yuan(amount: number, form: number): string | number {
  switch (form % 3) {
    case 0:
      return amount;
    case 1:
      return amount.toLocaleString('en-US', { minimumFractionDigits: 2 });
    default:
      return `${String(amount)}元`;
  }
}

/** A day later (or earlier). */
export function plus(iso: string, days: number): string {
  return new Date(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
