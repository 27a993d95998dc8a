import type { RegisterData } from '../src/core/fact/register-set.ts';
import type { FieldValue, RegisterRecord, SheetMapping } from '../src/core/register/record.ts';
import { recordValuesFactory } from '../src/core/register/record-values.ts';
import type { RuleDefinition, RuleTest } from '../src/core/rule/format.ts';
import type { RulePack } from '../src/core/rule/pack.ts';

/**
 * One row in twenty is that of a breach. More are found: a row that complies with one rule, filled with what the others
 * need, need not comply with those.
 */
const ROWS_FOR_ONE_BREACH = 20;

/** A register with the rules that judge its records. */
export interface Workload {
  readonly register: string;
  readonly rules: RulePack['rules'];
  readonly records: readonly RegisterRecord[];
}

type Row = RuleTest['record'];

/** Courts, police organs and agencies of a province; parties are as many as cases. */
const UNITS = 40;
/** Matters of a province's catalogue of sanctions: some hundreds, each with an entry or two. */
const MATTERS = 400;
/** The main register, whose records are made elsewhere. */
const CASES = 'enforcementCase';
/** Registers with one row for each unit. */
const UNIT_REGISTERS: ReadonlySet<string> = new Set(['courtEstablishment']);

/**
 * The same row in another case: case numbers, identity numbers, titles, accounts, people and companies are renumbered,
 * so that a register of many rows has many cases, as a real one does; units and matters are spread over those of a province.
 */
function renumbered(row: Row, copy: number): Row {
  if (copy === 0) return row;
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => {
      if (typeof value !== 'string' || /^\d{4}-\d{2}-\d{2}/.test(value)) return [field, value];
      const other = value
        .replace(/(\d+)号/gu, (_all, number: string) => `${Number(number) + copy * 1000}号`)
        .replace(/\d{6,}/gu, (digits) => digits.slice(0, -7) + String(copy).padStart(6, '0') + digits.slice(-1))
        .replace(/^SX\d{3}$/u, (code) => `${code}-${copy % MATTERS}`)
        .replace(/(经营许可)/gu, `${copy % MATTERS}$1`)
        .replace(/(公司|某|花园|小区)/gu, `${copy}$1`)
        .replace(/测试/gu, `测试${copy}`)
        .replace(/(法院|公安局|派出所|看守所|拘留所|检察院)/gu, `${copy % UNITS}$1`);
      return [field, other];
    }),
  );
}

/** A rule's test, and the rule that it belongs to. */
interface RuleCase {
  readonly rule: RuleDefinition;
  readonly test: RuleTest;
}

/** Tests in the order in which their records stand in the register; most are without breach. */
function caseOf(cases: readonly RuleCase[], index: number): RuleCase | undefined {
  const quiet = cases.filter(({ test }) => test.expect !== 'violates' && test.expect !== 'indeterminate');
  const loud = cases.filter(({ test }) => test.expect === 'violates');
  const isLoud = index % ROWS_FOR_ONE_BREACH === 0 && loud.length > 0;
  const from = isLoud ? loud : quiet;
  return from[(isLoud ? index / ROWS_FOR_ONE_BREACH : index) % from.length];
}

function rowsOf({ rule, test }: RuleCase, register: string): readonly Row[] {
  const around = test.neighbours?.[register] ?? [];
  return rule.register === register ? [test.record, ...around] : around;
}

/**
 * Fills the columns of a row that its rule does not care about. The rows of a rule's tests hold what that rule needs; a
 * row of a real register holds what all rules need.
 */
class RowFiller {
  readonly #usual = new Map<string, Row>();
  readonly #own = new Map<string, ReadonlySet<string>>();

  constructor(cases: readonly RuleCase[]) {
    const usual = new Map<string, Map<string, FieldValue>>();
    const own = new Map<string, Set<string>>();
    for (const each of cases) {
      for (const register of [each.rule.register, ...Object.keys(each.test.neighbours ?? {})]) {
        const values = usual.get(register) ?? new Map<string, FieldValue>();
        const fields = own.get(`${each.rule.id} ${register}`) ?? new Set(each.rule.requires);
        usual.set(register, values);
        own.set(`${each.rule.id} ${register}`, fields);
        for (const [field, value] of rowsOf(each, register).flatMap((row) => Object.entries(row))) {
          fields.add(field);
          if (each.test.expect === 'complies' && value !== null && !values.has(field)) values.set(field, value);
        }
      }
    }
    for (const [register, values] of usual) this.#usual.set(register, Object.fromEntries(values));
    for (const [key, fields] of own) this.#own.set(key, fields);
  }

  fill(row: Row, rule: RuleDefinition, register: string): Row {
    const own = this.#own.get(`${rule.id} ${register}`);
    const others = Object.entries(this.#usual.get(register) ?? {}).filter(([field]) => own?.has(field) !== true);
    return { ...Object.fromEntries(others), ...row };
  }
}

function dataOf(pack: RulePack, register: string, rows: readonly Row[]): RegisterData {
  const fields = [...(pack.registers.get(register)?.fields.keys() ?? [])];
  const columns = Object.fromEntries(fields.map((field, column) => [field, column]));
  const mapping: SheetMapping = { file: '基准测试.xlsx', sheet: register, register, columns };
  const newValues = recordValuesFactory(fields);
  const records = rows.map((row, index): RegisterRecord => {
    const values = newValues();
    for (const field of fields) values[field] = row[field] ?? null;
    return { register, mapping, row: index + 2, values };
  });
  return { register, mappings: [mapping], records };
}

/** Sheets of both: what other registers' rows stand beside, and the cases themselves. */
function joined(rows: RegisterData | undefined, cases: RegisterData | undefined): readonly RegisterData[] {
  if (rows === undefined || cases === undefined) return [rows ?? cases].filter((each) => each !== undefined);
  const mappings = [...rows.mappings, ...cases.mappings];
  return [{ register: rows.register, mappings, records: [...rows.records, ...cases.records] }];
}

/**
 * Registers of renumbered rows of the rules' own tests, with all their neighbours; and the register of cases, which most
 * rules of an inspection judge, of cases as a province has them. A row that stands in that register only because another
 * register's row needs it there is not judged: it lacks all that belongs to a case.
 * @param recordsPerRegister rows made of the tests of each register; as neighbours of others there may be more
 */
export function workloads(pack: RulePack, recordsPerRegister: number, cases: readonly RegisterData[]) {
  const active = pack.rules.filter(({ definition }) => definition.status === 'active');
  const registers = [...new Set(active.map(({ definition }) => definition.register))];
  const rows = new Map<string, Row[]>();
  const add = (register: string, row: Row) => {
    const known = rows.get(register);
    if (known === undefined) rows.set(register, [row]);
    else known.push(row);
  };
  const ruleCases = active.flatMap(({ definition: rule }) => rule.tests.map((test): RuleCase => ({ rule, test })));
  const filler = new RowFiller(ruleCases);
  for (const register of registers.filter((each) => each !== CASES)) {
    const own = ruleCases.filter(({ rule }) => rule.register === register);
    const count = UNIT_REGISTERS.has(register) ? Math.min(UNITS, recordsPerRegister) : recordsPerRegister;
    for (let index = 0; index < count; index += 1) {
      const chosen = caseOf(own, index);
      if (chosen === undefined) break;
      for (const touched of [register, ...Object.keys(chosen.test.neighbours ?? {})]) {
        for (const row of rowsOf(chosen, touched)) {
          add(touched, renumbered(filler.fill(row, chosen.rule, touched), index));
        }
      }
    }
  }
  const ruleRows = new Map([...rows].map(([register, own]) => [register, dataOf(pack, register, own)]));
  const caseRows = new Map(cases.map((each) => [each.register, each]));
  const loads = registers.map((register): Workload => ({
    register,
    rules: active.filter(({ definition }) => definition.register === register),
    records: (register === CASES ? caseRows : ruleRows).get(register)?.records ?? [],
  }));
  const all = new Set([...ruleRows.keys(), ...caseRows.keys()]);
  return { loads, data: [...all].flatMap((register) => joined(ruleRows.get(register), caseRows.get(register))) };
}
