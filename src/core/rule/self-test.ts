import type { WorkCalendar } from '../calendar/calendar.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { FactRegistry } from '../fact/registry.ts';
import type { RegisterData } from '../fact/register-set.ts';
import { createRegisterSet } from '../fact/register-set.ts';
import type { FieldId, RegisterId } from '../register/definition.ts';
import type { FieldValue, RegisterRecord, SheetMapping } from '../register/record.ts';
import { CompiledRule } from './compile.ts';
import { SharedFacts } from './context.ts';
import type { RuleDefinition, RuleTest } from './format.ts';
import type { Judgement } from './judgement.ts';
import type { CiteLaw } from './message.ts';
import { formatMessage } from './message.ts';
import { ReferenceRule } from './reference.ts';
import type { RegisterView, RegisterViews } from './register-view.ts';

/** What a rule's own tests run against, besides the rule. */
export interface TestBench {
  readonly facts: FactRegistry;
  readonly registers: RegisterViews;
  readonly calendar: WorkCalendar;
  readonly tables: Readonly<Record<string, unknown>>;
  readonly cite: CiteLaw;
}

/** 检查基准日 of a test that names none. */
export const DEFAULT_TEST_DAY: LocalDate = '2026-06-30';

/** The registers given do not lead to the derived record that is asked for. */
export class NoDerivedRecordError extends Error {}

/** A test that did not come out as expected, in words. */
export interface TestFailure {
  readonly ruleId: string;
  readonly test: string;
  readonly engine: 'closures' | 'json-rules-engine';
  readonly message: string;
}

function mappingOf(register: RegisterId, fields: readonly FieldId[]): SheetMapping {
  return {
    file: '规则自测.xlsx',
    sheet: register,
    register,
    columns: Object.fromEntries(fields.map((field, column) => [field, column])),
  };
}

function makeRecords(
  view: RegisterView,
  rows: readonly Readonly<Record<FieldId, FieldValue>>[],
  unmapped: readonly FieldId[],
): RegisterData {
  const fields = [...view.fields.keys()].filter((field) => !unmapped.includes(field));
  const mapping = mappingOf(view.id, fields);
  const records = rows.map((row, index): RegisterRecord => {
    const values: Record<FieldId, FieldValue> = {};
    for (const field of view.fields.keys()) values[field] = undefined;
    for (const field of fields) values[field] = Object.hasOwn(row, field) ? row[field] : null;
    return { register: view.id, mapping, row: index + 2, values };
  });
  return { register: view.id, mappings: [mapping], records };
}

/** The record under test and the registers around it. */
export interface PreparedTest {
  readonly test: RuleTest;
  readonly record: RegisterRecord;
  readonly shared: SharedFacts;
}

/**
 * @throws NoDerivedRecordError, and Error when the test names a register that does not exist; the lint reports it by path
 */
export function prepareTest(rule: RuleDefinition, test: RuleTest, bench: TestBench): PreparedTest {
  const asOf = test.asOf ?? DEFAULT_TEST_DAY;
  const viewOf = (register: RegisterId): RegisterView => {
    const view = bench.registers.get(register);
    if (view === undefined) throw new Error(`register ${register} is not defined`);
    return view;
  };
  const { [rule.register]: siblings = [], ...others } = test.neighbours ?? {};
  const own = makeRecords(viewOf(rule.register), [test.record, ...siblings], test.unmapped ?? []);
  const data = Object.entries(others).map(([register, rows]) => makeRecords(viewOf(register), rows, []));
  const registers = createRegisterSet([...data, own], bench.facts.derivedRegisters, asOf, bench.calendar);
  const derived = bench.facts.derivedRegisters.some(({ id }) => id === rule.register);
  const record = derivedUnderTest(derived, rule, test, registers.all(rule.register)) ?? own.records[0];
  if (record === undefined) throw new Error('the test has no record');
  const { facts, calendar, tables } = bench;
  return { test, record, shared: new SharedFacts({ asOf, calendar, registers, tables, facts }) };
}

/**
 * In a register that is derived from neighbours the test's record says which of the derived records is meant: the one
 * that has all its values. Without neighbours the record is taken as it stands.
 */
function derivedUnderTest(
  derived: boolean,
  rule: RuleDefinition,
  test: RuleTest,
  candidates: readonly RegisterRecord[],
): RegisterRecord | undefined {
  if (!derived || test.neighbours === undefined) return undefined;
  const wanted = Object.entries(test.record);
  const found = candidates.find((record) => wanted.every(([field, value]) => record.values[field] === value));
  if (found === undefined && candidates.some(({ mapping }) => mapping === null)) {
    throw new NoDerivedRecordError(`no record of ${rule.register} is derived with the values of the test`);
  }
  return found;
}

function limbNames(rule: RuleDefinition, judgement: Judgement): readonly string[] {
  return 'broken' in judgement ? judgement.broken.map((index) => rule.violations[index]?.name ?? '?') : [];
}

function describe(rule: RuleDefinition, judgement: Judgement): string {
  switch (judgement.outcome) {
    case 'violates':
      return `violates (${limbNames(rule, judgement).join(', ')})`;
    case 'excused':
      return `excused (${judgement.excusedBy.join(', ')})`;
    case 'indeterminate':
      return judgement.missing.length > 0 ? `indeterminate (missing ${judgement.missing.join(', ')})` : 'indeterminate';
    case 'error':
      return `error: ${judgement.message}`;
    case 'notApplicable':
    case 'complies':
    case 'pending':
      return judgement.outcome;
  }
}

function expectedLimbs(test: RuleTest): readonly string[] | null {
  if (test.limb === undefined) return null;
  return typeof test.limb === 'string' ? [test.limb] : test.limb;
}

/** Compares a judgement with what a test expects. @returns `null` when it is met */
export function unmetExpectation(rule: RuleDefinition, test: RuleTest, judgement: Judgement): string | null {
  const expected = expectedLimbs(test);
  const found = limbNames(rule, judgement);
  const sameLimbs =
    expected === null || (expected.length === found.length && expected.every((limb) => found.includes(limb)));
  if (judgement.outcome === test.expect && sameLimbs) return null;
  const wanted = expected === null ? test.expect : `${test.expect} (${expected.join(', ')})`;
  return `expected ${wanted}, got ${describe(rule, judgement)}`;
}

/** Runs one test with the closures only: what the mutation run needs, and fast. */
export function runClosureTest(rule: RuleDefinition, test: RuleTest, bench: TestBench): string | null {
  const prepared = prepareTest(rule, test, bench);
  const compiled = new CompiledRule(rule, prepared.shared);
  const judgement = compiled.judge(prepared.record);
  return unmetExpectation(rule, test, judgement) ?? unmetMessage(rule, test, compiled, prepared, judgement, bench);
}

function unmetMessage(
  rule: RuleDefinition,
  test: RuleTest,
  compiled: CompiledRule,
  prepared: PreparedTest,
  judgement: Judgement,
  bench: TestBench,
): string | null {
  const view = bench.registers.get(rule.register);
  if (judgement.outcome !== 'violates' || view === undefined) return null;
  const messages = judgement.broken.flatMap((index) => {
    const limb = rule.violations[index];
    if (limb === undefined) return [];
    return [formatMessage({ rule: compiled, limb, record: prepared.record, view, cite: bench.cite }).zh];
  });
  const lacking = (test.messageIncludes ?? []).find((words) => !messages.some((message) => message.includes(words)));
  return lacking === undefined ? null : `message lacks “${lacking}”: ${messages.join(' / ')}`;
}

/** Runs a rule's own tests in both engines. */
export async function runRuleTests(rule: RuleDefinition, bench: TestBench): Promise<readonly TestFailure[]> {
  const failures: TestFailure[] = [];
  for (const test of rule.tests) {
    const fail = (engine: TestFailure['engine'], message: string) =>
      failures.push({ ruleId: rule.id, test: test.name, engine, message });
    try {
      const closures = runClosureTest(rule, test, bench);
      if (closures !== null) fail('closures', closures);
      const { shared, record } = prepareTest(rule, test, bench);
      const reference = unmetExpectation(rule, test, await new ReferenceRule(rule, shared).judge(record));
      if (reference !== null) fail('json-rules-engine', reference);
    } catch (error) {
      fail('closures', error instanceof Error ? error.message : String(error));
    }
  }
  return failures;
}
