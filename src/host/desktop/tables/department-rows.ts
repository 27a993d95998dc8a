import type { Limit } from '../../../core/calendar/limit.ts';
import {
  ASSISTANCE_CATEGORIES,
  checkDepartmentLimits,
  type AssistanceCategory,
  type DepartmentLimit,
  type DepartmentLimitTable,
  type DepartmentRow,
} from '../../../core/fact/department-limit-table.ts';
import { refuseTable } from '../../../core/table-error.ts';
import { columnsOf, type TableRows } from './table-rows.ts';

export const departmentColumns = [
  { header: '部门', width: 26 },
  { header: '识别词', width: 40 },
  { header: '查询', width: 22 },
  { header: '控制', width: 22 },
  { header: '划拨过户', width: 22 },
  { header: '档案', width: 22 },
  { header: '起算', width: 14 },
  { header: '备注', width: 60 },
] as const;

const NAME = { zh: '部门协助时限表', en: 'table of departments’ limits' };
/** The row for departments that no other names. */
const DEFAULTS = '（其他部门）';
const NO_SUCH_MATTER = '—';
const LOCAL_PRACTICE = '地方口径';
const LIMIT = /^(\d+)(个工作日|工作日|自然日|日|小时)(?:[（(](内控参考|地方口径)[）)])?$/u;

const units: Readonly<Record<string, Limit['unit']>> = {
  个工作日: 'workday',
  工作日: 'workday',
  自然日: 'calendarDay',
  日: 'day',
  小时: 'hour',
};
const unitWords: Readonly<Partial<Record<Limit['unit'], string>>> = {
  workday: '个工作日',
  calendarDay: '自然日',
  day: '日',
  hour: '小时',
};

function limitFrom(text: string, department: string): DepartmentLimit | null {
  if (text === '' || text === NO_SUCH_MATTER) return null;
  const [, amount = '', word = '', basis] = LIMIT.exec(text) ?? [];
  const unit = units[word];
  if (unit === undefined) {
    refuseTable(NAME, {
      zh: `“${department}”的时限“${text}”不能识别（应如“3个工作日”“24小时”“10日（地方口径）”，没有此类事项的写“—”）`,
      en: `the limit ${text} of ${department} cannot be read (3个工作日, 24小时 or 10日（地方口径）, or — for none)`,
    });
  }
  return { amount: Number(amount), unit, basis: basis === LOCAL_PRACTICE ? 'local-practice' : 'policy-default' };
}

function limitsFrom(texts: readonly string[], department: string): DepartmentRow['limits'] {
  const entries = ASSISTANCE_CATEGORIES.map((category, index) => [category, limitFrom(texts[index] ?? '', department)]);
  return Object.fromEntries(entries) as DepartmentRow['limits'];
}

/**
 * Limits of departments from the rows of a sheet, in place of those of the program; words are separated by 、. Where the sheet has
 * no row 其他部门, departments that it does not name keep the limits of the program.
 * @throws TableError saying what is wrong
 */
export function departmentsFromRows(
  rows: TableRows,
  version: string,
  stock: DepartmentLimitTable,
): DepartmentLimitTable {
  let defaults: DepartmentLimitTable['defaults'] = stock.defaults;
  const departments: DepartmentRow[] = [];
  for (const [index, cells] of columnsOf(rows, departmentColumns).entries()) {
    const [zh = '', aliases = '', ...rest] = cells;
    const limits = limitsFrom(rest, zh);
    if (zh === DEFAULTS) {
      defaults = Object.fromEntries(
        ASSISTANCE_CATEGORIES.map((category): [AssistanceCategory, DepartmentLimit] => [
          category,
          limits[category] ?? stock.defaults[category],
        ]),
      ) as DepartmentLimitTable['defaults'];
      continue;
    }
    const known = stock.departments.find(({ label }) => label.zh === zh);
    const [start = '', note = ''] = rest.slice(ASSISTANCE_CATEGORIES.length);
    departments.push({
      id: known?.id ?? `row${index + 1}`,
      label: known?.label ?? { zh, en: zh },
      aliases: aliases.split(/[、，,;；\s]+/u).filter((word) => word !== ''),
      limits,
      start: known?.start.zh === start ? known.start : { zh: start, en: start },
      note: known?.note.zh === note ? known.note : { zh: note, en: note },
    });
  }
  return checkDepartmentLimits({ ...stock, version, defaults, departments });
}

function limitText(limit: DepartmentLimit | null): string {
  if (limit === null) return NO_SUCH_MATTER;
  const basis = limit.basis === 'local-practice' ? `（${LOCAL_PRACTICE}）` : '';
  return `${limit.amount}${unitWords[limit.unit] ?? limit.unit}${basis}`;
}

/** The rows from which the same table is read. */
export function rowsOfDepartments({ departments, defaults }: DepartmentLimitTable): TableRows {
  const rows = departments.map(({ label, aliases, limits, start, note }) => [
    label.zh,
    aliases.join('、'),
    ...ASSISTANCE_CATEGORIES.map((category) => limitText(limits[category])),
    start.zh,
    note.zh,
  ]);
  return [...rows, [DEFAULTS, '', ...ASSISTANCE_CATEGORIES.map((category) => limitText(defaults[category])), '', '']];
}
