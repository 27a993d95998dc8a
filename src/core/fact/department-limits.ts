import type { RegisterRecord } from '../register/record.ts';
import type { Bilingual } from '../language.ts';
import type { FactContext, Limit, TableEntry } from './fact.ts';
import { Unknown } from './fact.ts';
import { ASSISTANCE_CATEGORIES, DEPARTMENT_LIMITS } from './department-limit-table.ts';
import type {
  AssistanceCategory,
  DepartmentLimit,
  DepartmentLimitTable,
  DepartmentRow,
} from './department-limit-table.ts';

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
}

/** The categories that a text names: 查询、冻结 names two. */
export function categoriesIn(table: DepartmentLimitTable, text: string): readonly AssistanceCategory[] {
  const wanted = plain(text);
  return ASSISTANCE_CATEGORIES.filter((category) =>
    table.categories[category].aliases.some((alias) => wanted.includes(alias)),
  );
}

/**
 * Departments that a text may mean: those that have the longest word found in it (人民银行 is not a 银行), of equal ones the
 * first of the table (公安局交警支队 is the traffic police). Two rows may share a word: 出入境 is both documents and borders.
 */
function departmentsIn(table: DepartmentLimitTable, text: string): readonly DepartmentRow[] {
  const wanted = plain(text);
  let word = '';
  for (const { aliases } of table.departments) {
    for (const alias of aliases) if (alias.length > word.length && wanted.includes(alias)) word = alias;
  }
  return word === '' ? [] : table.departments.filter(({ aliases }) => aliases.includes(word));
}

const HOURS: Readonly<Record<Limit['unit'], number>> = {
  minute: 1 / 60,
  hour: 1,
  day: 24,
  calendarDay: 24,
  workday: 24,
  month: 24 * 30,
  calendarMonth: 24 * 30,
  year: 24 * 365,
};

function longest(limits: readonly DepartmentLimit[]): DepartmentLimit | undefined {
  return limits.reduce<DepartmentLimit | undefined>(
    (best, limit) =>
      best !== undefined && best.amount * HOURS[best.unit] >= limit.amount * HOURS[limit.unit] ? best : limit,
    undefined,
  );
}

/** Rows of the department that the category names, else of the one that the unit's name tells. */
function departmentRows(
  table: DepartmentLimitTable,
  departmentText: string,
  unitName: string,
): readonly DepartmentRow[] {
  const byCategory = departmentsIn(table, departmentText);
  return byCategory.length > 0 ? byCategory : departmentsIn(table, unitName);
}

/**
 * Limit for a department and a kind of matter. The department category decides where it names a department, else the
 * unit's name; a department that no row names has the defaults. Of several kinds in one matter the longest limit counts
 * (the reading that does not accuse).
 * @returns `undefined` where the kind is not told, or the department has no such matter
 */
export function departmentLimitOf(
  table: DepartmentLimitTable,
  departmentText: string,
  unitName: string,
  category: string,
): DepartmentLimit | undefined {
  const rows = departmentRows(table, departmentText, unitName);
  return longest(
    categoriesIn(table, category).flatMap((each) => {
      if (rows.length === 0) return [table.defaults[each]];
      const limit = rows.find(({ limits }) => limits[each] !== null)?.limits[each];
      return limit === undefined || limit === null ? [] : [limit];
    }),
  );
}

function isTable(value: unknown): value is DepartmentLimitTable {
  return typeof value === 'object' && value !== null && 'departments' in value && 'defaults' in value;
}

function tableOf({ tables }: Pick<FactContext, 'tables'>): DepartmentLimitTable {
  const table = tables[DEPARTMENT_LIMITS];
  if (!isTable(table)) throw new TypeError(`rules/parameters/${DEPARTMENT_LIMITS}.json is missing or malformed`);
  return table;
}

function textOf(record: RegisterRecord, field: string): string {
  const value = record.values[field];
  return typeof value === 'string' ? value : '';
}

const NAMES_SHIP = ['vesselName', 'vesselRegistrationNo'] as const;
const ASKS_FOR_ARCHIVES = /档案|查档|调档/u;

/**
 * The kind of matter. Tables of inquiries and of ships have no column for it: what is asked for (查询内容), or the ship that is
 * named, tells it then.
 */
function matterOf(record: RegisterRecord): string {
  const category = textOf(record, 'assistanceCategory');
  if (category !== '') return category;
  const asked = textOf(record, 'queryContent');
  if (asked !== '') return ASKS_FOR_ARCHIVES.test(asked) ? '查询、档案' : '查询';
  return namesShip(record) ? '扣押' : '';
}

/** Fields of a request by which its limit is found. */
export const MATTER_FIELDS = [
  'departmentCategory',
  'assistingUnit',
  'assistanceCategory',
  'queryContent',
  ...NAMES_SHIP,
] as const;

/** Whether the request names a ship. */
export function namesShip(record: RegisterRecord): boolean {
  return NAMES_SHIP.some((field) => textOf(record, field) !== '');
}

/** Department and kinds of matter of a request, by the words of the table. */
export function departmentMatter(
  record: RegisterRecord,
  context: Pick<FactContext, 'tables'>,
): { readonly departments: readonly string[]; readonly categories: readonly AssistanceCategory[] } {
  const table = tableOf(context);
  const rows = departmentRows(table, textOf(record, 'departmentCategory'), textOf(record, 'assistingUnit'));
  return {
    departments: rows.map(({ id }) => id),
    categories: categoriesIn(table, matterOf(record)),
  };
}

/** Limits repeat from record to record: one memory for each table. */
const memories = new WeakMap<DepartmentLimitTable, Map<string, DepartmentLimit | undefined>>();

const LABEL: Bilingual = { zh: '部门协助时限表', en: 'table of departments’ limits' };

/** The entry of the table that decides on a request; none where none does. */
export function departmentEntry(record: RegisterRecord, context: Pick<FactContext, 'tables'>): readonly TableEntry[] {
  const limit = departmentLimit(record, context);
  if (limit instanceof Unknown) return [];
  const { version, from } = tableOf(context);
  const { amount, unit, basis } = limit;
  return [{ table: DEPARTMENT_LIMITS, label: LABEL, version, from, value: { amount, unit }, basis }];
}

/** Limit for a request of 协助执行台账; unknown where the kind of matter is not told or the department has none such. */
export function departmentLimit(
  record: RegisterRecord,
  context: Pick<FactContext, 'tables'>,
): DepartmentLimit | Unknown {
  const table = tableOf(context);
  const texts = [textOf(record, 'departmentCategory'), textOf(record, 'assistingUnit'), matterOf(record)];
  const [department = '', unit = '', category = ''] = texts;
  if (category === '') return new Unknown('missing', ['assistanceCategory']);
  if (department === '' && unit === '') return new Unknown('missing', ['departmentCategory', 'assistingUnit']);
  let memory = memories.get(table);
  if (memory === undefined) {
    memory = new Map();
    memories.set(table, memory);
  }
  const key = texts.join('\n');
  if (!memory.has(key)) memory.set(key, departmentLimitOf(table, department, unit, category));
  return memory.get(key) ?? new Unknown('missing', ['assistanceCategory', 'departmentCategory']);
}
