import type { Limit } from '../calendar/limit.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Bilingual } from '../language.ts';
import { refuseTable } from '../table-error.ts';

/** Name of the table among those of `rules/parameters/`. */
export const DEPARTMENT_LIMITS = 'department-limits';

/** Kind of assistance: 查询、控制（查封、冻结、限制）、划拨（过户、提取）、档案. */
export const ASSISTANCE_CATEGORIES = ['query', 'control', 'transfer', 'archive'] as const;
export type AssistanceCategory = (typeof ASSISTANCE_CATEGORIES)[number];

export interface DepartmentLimit extends Limit {
  /** `policy-default`, or `local-practice` where another province's document has the number. */
  readonly basis: 'policy-default' | 'local-practice';
}

export interface DepartmentRow {
  readonly id: string;
  readonly label: Bilingual;
  /** Words in 部门类别 or in the unit's name that point to this department. */
  readonly aliases: readonly string[];
  /** From when the limits run. */
  readonly start: Bilingual;
  /** `null` where the department has no such matter. */
  readonly limits: Readonly<Record<AssistanceCategory, DepartmentLimit | null>>;
  readonly note: Bilingual;
}

/** What `rules/parameters/department-limits.json` holds. */
export interface DepartmentLimitTable {
  readonly version: string;
  /** From when on the limits count; the table has no dated versions. */
  readonly from: LocalDate;
  readonly categories: Readonly<
    Record<AssistanceCategory, { readonly label: Bilingual; readonly aliases: readonly string[] }>
  >;
  /** For departments that no row names. */
  readonly defaults: Readonly<Record<AssistanceCategory, DepartmentLimit>>;
  readonly departments: readonly DepartmentRow[];
}

const NAME: Bilingual = { zh: '部门协助时限表', en: 'table of departments’ limits' };

function refuse(zh: string, en: string): never {
  refuseTable(NAME, { zh, en });
}

/** A year of days: more is a slip of the pen. */
const MOST = 366;

function checkLimit(limit: DepartmentLimit | null, department: string): void {
  if (limit === null) return;
  const { amount } = limit;
  if (!Number.isInteger(amount) || amount < 0 || amount > MOST) {
    refuse(
      `“${department}”的时限“${amount}”不是0至${MOST}的整数`,
      `the limit ${amount} of ${department} is no whole number up to ${MOST}`,
    );
  }
}

/**
 * Checks a table that somebody has edited: its numbers have the rank of a policy default or of local practice, whoever wrote them.
 * @throws TableError saying what is wrong
 */
export function checkDepartmentLimits(table: DepartmentLimitTable): DepartmentLimitTable {
  if (table.departments.length === 0) refuse('没有列出部门', 'it names no department');
  const names = new Set<string>();
  for (const { label, aliases, limits } of table.departments) {
    if (label.zh === '') refuse('有一行没有部门名称', 'a row has no name of a department');
    if (names.has(label.zh)) refuse(`“${label.zh}”出现两次`, `${label.zh} occurs twice`);
    names.add(label.zh);
    if (aliases.length === 0) refuse(`“${label.zh}”没有识别词`, `${label.zh} has no words to be told by`);
    for (const category of ASSISTANCE_CATEGORIES) checkLimit(limits[category], label.zh);
  }
  return table;
}
