import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RegisterData } from '../src/core/fact/register-set.ts';
import { createRegisterSet } from '../src/core/fact/register-set.ts';
import type { FieldValue, RegisterRecord, SheetMapping } from '../src/core/register/record.ts';
import { CompiledRule } from '../src/core/rule/compile.ts';
import { SharedFacts } from '../src/core/rule/context.ts';
import type { RuleTest } from '../src/core/rule/format.ts';
import type { RulePack } from '../src/core/rule/pack.ts';
import { ReferenceRule } from '../src/core/rule/reference.ts';
import { loadCalendar, loadRulePack } from '../src/host/rule-pack.ts';

/** Records judged by all rules of their register, for one second. */
export interface JudgingFigures {
  readonly rules: number;
  readonly registers: number;
  readonly closuresRecordsPerSecond: number;
  readonly closuresVerdictsPerSecond: number;
  readonly referenceRecordsPerSecond: number;
  readonly referenceVerdictsPerSecond: number;
  /** Closures over json-rules-engine, records per second. */
  readonly ratio: number;
}

export interface JudgingOptions {
  readonly asOf: string;
  /** Records made for each register. */
  readonly recordsPerRegister: number;
  /** Records of each register that json-rules-engine judges. */
  readonly referenceRecordsPerRegister: number;
}

const USUAL: JudgingOptions = { asOf: '2026-06-30', recordsPerRegister: 2000, referenceRecordsPerRegister: 100 };
const RULES_ROOT = join(dirname(dirname(fileURLToPath(import.meta.url))), 'rules');

/** One breach in twenty rows is more than a real register has; the rest complies or does not apply. */
const ROWS_FOR_ONE_BREACH = 20;

interface Workload {
  readonly register: string;
  readonly rules: RulePack['rules'];
  readonly records: readonly RegisterRecord[];
}

type Row = RuleTest['record'];

/** Courts, police organs and agencies of a province; parties are as many as cases. */
const UNITS = 40;
/** Registers with one row for each unit. */
const UNIT_REGISTERS: ReadonlySet<string> = new Set(['courtEstablishment']);

/**
 * The same row in another case: case numbers, identity numbers, titles, accounts, people and companies are renumbered,
 * so that a register of many rows has many cases, as a real one does, and units are spread over those of a province.
 */
function renumbered(row: Row, copy: number): Row {
  if (copy === 0) return row;
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => {
      if (typeof value !== 'string' || /^\d{4}-\d{2}-\d{2}/.test(value)) return [field, value];
      const other = value
        .replace(/(\d+)号/gu, (_all, number: string) => `${Number(number) + copy * 1000}号`)
        .replace(/\d{6,}/gu, (digits) => digits.slice(0, -7) + String(copy).padStart(6, '0') + digits.slice(-1))
        .replace(/(公司|某|花园|小区)/gu, `${copy}$1`)
        .replace(/测试/gu, `测试${copy}`)
        .replace(/(法院|公安局|派出所|看守所|拘留所|检察院)/gu, `${copy % UNITS}$1`);
      return [field, other];
    }),
  );
}

/** Tests in the order in which their records stand in the register; most are without breach. */
function testOf(tests: readonly RuleTest[], index: number): { readonly test: RuleTest; readonly copy: number } | null {
  const quiet = tests.filter(({ expect }) => expect !== 'violates' && expect !== 'indeterminate');
  const loud = tests.filter(({ expect }) => expect === 'violates');
  const isLoud = index % ROWS_FOR_ONE_BREACH === 0 && loud.length > 0;
  const from = isLoud ? loud : quiet;
  const position = isLoud ? index / ROWS_FOR_ONE_BREACH : index;
  const test = from[position % from.length];
  return test === undefined ? null : { test, copy: index };
}

function dataOf(pack: RulePack, register: string, rows: readonly Row[]): RegisterData {
  const fields = [...(pack.registers.get(register)?.fields.keys() ?? [])];
  const columns = Object.fromEntries(fields.map((field, column) => [field, column]));
  const mapping: SheetMapping = { file: '基准测试.xlsx', sheet: register, register, columns };
  const records = rows.map((row, index): RegisterRecord => {
    const values: Record<string, FieldValue> = {};
    for (const field of fields) values[field] = row[field] ?? null;
    return { register, mapping, row: index + 2, values };
  });
  return { register, mappings: [mapping], records };
}

function workloads(pack: RulePack, { recordsPerRegister }: JudgingOptions) {
  const active = pack.rules.filter(({ definition }) => definition.status === 'active');
  const registers = [...new Set(active.map(({ definition }) => definition.register))];
  const rows = new Map<string, Row[]>();
  const add = (register: string, row: Row) => {
    const known = rows.get(register);
    if (known === undefined) rows.set(register, [row]);
    else known.push(row);
  };
  for (const register of registers) {
    const tests = active
      .filter(({ definition }) => definition.register === register)
      .flatMap(({ definition }) => definition.tests);
    const count = UNIT_REGISTERS.has(register) ? Math.min(UNITS, recordsPerRegister) : recordsPerRegister;
    for (let index = 0; index < count; index += 1) {
      const chosen = testOf(tests, index);
      if (chosen === null) break;
      add(register, renumbered(chosen.test.record, chosen.copy));
      for (const [neighbour, others] of Object.entries(chosen.test.neighbours ?? {})) {
        for (const other of others) add(neighbour, renumbered(other, chosen.copy));
      }
    }
  }
  const data = new Map([...rows].map(([register, own]) => [register, dataOf(pack, register, own)]));
  const loads = registers.map((register): Workload => ({
    register,
    rules: active.filter(({ definition }) => definition.register === register),
    records: data.get(register)?.records ?? [],
  }));
  return { loads, data: [...data.values()] };
}

/** One register judged by all its rules. */
interface Measured {
  readonly seconds: number;
  readonly records: number;
  readonly rules: number;
}

const SECONDS_EACH = 0.25;

function totalSeconds(measured: readonly Measured[]): number {
  return measured.reduce((sum, { seconds }) => sum + seconds, 0);
}

function recordsPerSecond(measured: readonly Measured[]): number {
  return measured.reduce((sum, { records }) => sum + records, 0) / totalSeconds(measured);
}

function verdictsPerSecond(measured: readonly Measured[]): number {
  return measured.reduce((sum, { records, rules }) => sum + records * rules, 0) / totalSeconds(measured);
}

function secondsSince(start: bigint): number {
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/**
 * Judges the same synthetic records by closures and by json-rules-engine, in one process and one run. Both give full
 * verdicts (applicability, limbs, exonerating facts, pending); registers count by their number of records.
 */
export async function benchJudging(
  report: (line: string) => void,
  options: JudgingOptions = USUAL,
): Promise<JudgingFigures> {
  const pack = await loadRulePack(RULES_ROOT);
  const calendar = loadCalendar(RULES_ROOT);
  const { loads, data } = workloads(pack, options);
  const registers = createRegisterSet(data, pack.facts.derivedRegisters, options.asOf, calendar);
  const environment = { asOf: options.asOf, calendar, registers, tables: pack.tables, facts: pack.facts };
  const shared = new SharedFacts(environment);
  const closures: Measured[] = [];
  const reference: Measured[] = [];
  for (const { rules, records } of loads) {
    const compiled = rules.map(({ definition }) => new CompiledRule(definition, shared));
    const pass = () => {
      for (const record of records) for (const rule of compiled) rule.judge(record);
    };
    // Warm first: indexes are built and code is compiled once, and a real register is far longer than this one.
    pass();
    const start = process.hrtime.bigint();
    let passes = 0;
    do {
      pass();
      passes += 1;
    } while (secondsSince(start) < SECONDS_EACH);
    closures.push({ seconds: secondsSince(start) / passes, records: records.length, rules: rules.length });
  }
  for (const { rules, records } of loads) {
    const engines = rules.map(({ definition }) => new ReferenceRule(definition, shared));
    const few = records.slice(0, options.referenceRecordsPerRegister);
    const pass = async () => {
      for (const record of few) for (const rule of engines) await rule.judge(record);
    };
    await pass();
    const start = process.hrtime.bigint();
    let passes = 0;
    do {
      await pass();
      passes += 1;
    } while (secondsSince(start) < SECONDS_EACH);
    // Scaled to the whole register, so that both engines have judged the same number of each kind.
    const scale = records.length / few.length / passes;
    reference.push({ seconds: secondsSince(start) * scale, records: records.length, rules: rules.length });
  }
  const figures: JudgingFigures = {
    rules: loads.reduce((sum, { rules }) => sum + rules.length, 0),
    registers: loads.length,
    closuresRecordsPerSecond: Math.round(recordsPerSecond(closures)),
    closuresVerdictsPerSecond: Math.round(verdictsPerSecond(closures)),
    referenceRecordsPerSecond: Math.round(recordsPerSecond(reference)),
    referenceVerdictsPerSecond: Math.round(verdictsPerSecond(reference)),
    ratio: recordsPerSecond(closures) / recordsPerSecond(reference),
  };
  report(`judging: ${figures.rules} rules on ${figures.registers} registers`);
  report(
    `  closures           ${figures.closuresRecordsPerSecond} records/s, ${figures.closuresVerdictsPerSecond} verdicts/s`,
  );
  report(
    `  json-rules-engine  ${figures.referenceRecordsPerSecond} records/s, ${figures.referenceVerdictsPerSecond} verdicts/s`,
  );
  report(`  closures are ${figures.ratio.toFixed(0)} times as fast`);
  return figures;
}
