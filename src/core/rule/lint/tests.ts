import { isIsoDate } from '../../fact/iso.ts';
import type { FieldId } from '../../register/definition.ts';
import type { FieldValue } from '../../register/record.ts';
import type { ParameterDefinition, RuleTest } from '../format.ts';
import type { FieldView, RegisterView } from '../register-view.ts';
import { didYouMean } from './problem.ts';
import type { RuleScope } from './scope.ts';
import { isExistingDate, valueTypeOf } from './value-type.ts';

const DEFAULT_AS_OF = '2026-06-30';

/** The tests name what exists, with values of the right type, and there are enough of them. */
export function lintTests(scope: RuleScope): void {
  const { rule, view, sink } = scope;
  const names = new Set<string>();
  const limbs = rule.violations.map(({ name }) => name);
  rule.tests.forEach((test, index) => {
    const path = `tests[${index}]`;
    if (names.has(test.name)) sink.error(`${path}.name`, 'NAME_TWICE', `two tests are called “${test.name}”`);
    names.add(test.name);
    if (test.asOf !== undefined && !isExistingDate(test.asOf)) {
      sink.error(`${path}.asOf`, 'DATE', `“${test.asOf}” is no day of the calendar`);
    }
    lintValues(scope, view, test.record, `${path}.record`);
    test.unmapped?.forEach((field, position) => {
      scope.checkField(field, `${path}.unmapped[${position}]`);
    });
    lintNeighbours(scope, test, path);
    for (const limb of limbsOf(test)) {
      if (!limbs.includes(limb)) {
        sink.error(`${path}.limb`, 'LIMB_UNKNOWN', `the rule has no limb “${limb}”${didYouMean(limb, limbs)}`);
      }
    }
    if (test.expect === 'violates' && test.limb === undefined) {
      sink.error(path, 'TEST_LIMB', 'a test that expects “violates” must name the limb');
    }
    if (test.expect !== 'violates' && test.limb !== undefined) {
      sink.error(`${path}.limb`, 'TEST_LIMB', 'only a test that expects “violates” names a limb');
    }
  });
  lintEnoughTests(scope, limbs);
}

function limbsOf({ limb }: RuleTest): readonly string[] {
  if (limb === undefined) return [];
  return typeof limb === 'string' ? [limb] : limb;
}

function lintNeighbours(scope: RuleScope, test: RuleTest, path: string): void {
  const { registers } = scope.world;
  for (const [register, rows] of Object.entries(test.neighbours ?? {})) {
    const view = registers.get(register);
    const at = `${path}.neighbours.${register}`;
    if (view === undefined) {
      scope.sink.error(at, 'REGISTER_UNKNOWN', `no register “${register}”${didYouMean(register, registers.keys())}`);
      continue;
    }
    rows.forEach((row, index) => {
      lintValues(scope, view, row, `${at}[${index}]`);
    });
  }
}

function lintValues(
  scope: RuleScope,
  view: RegisterView,
  row: Readonly<Record<FieldId, FieldValue>>,
  path: string,
): void {
  for (const [name, value] of Object.entries(row)) {
    const field = view.fields.get(name);
    if (field === undefined) {
      const hint = didYouMean(name, view.fields.keys());
      scope.sink.error(`${path}.${name}`, 'FIELD_UNKNOWN', `register ${view.id} has no field “${name}”${hint}`);
    } else if (value !== null && value !== undefined) {
      const fault = valueFault(value, field);
      if (fault !== null) scope.sink.error(`${path}.${name}`, 'TEST_VALUE', fault);
    }
  }
}

function valueFault(value: string | number | boolean, { type, id }: FieldView): string | null {
  switch (valueTypeOf(type)) {
    case 'number':
      if (typeof value !== 'number') return `“${id}” is a number`;
      return type === 'money' && !Number.isInteger(value) ? `“${id}” is money, in whole fen` : null;
    case 'boolean':
      return typeof value === 'boolean' ? null : `“${id}” is a boolean`;
    case 'date':
      if (!isExistingDate(value)) return `“${id}” is a date, YYYY-MM-DD`;
      return type === 'date' && String(value).length > 10 ? `“${id}” is a day without time` : null;
    case 'text':
      return typeof value === 'string' ? null : `“${id}” is text`;
    case 'list':
    case 'any':
      return null;
  }
}

function lintEnoughTests(scope: RuleScope, limbs: readonly string[]): void {
  const { rule, sink } = scope;
  const lacking = (what: string) => {
    if (rule.status === 'active') sink.error('tests', 'TESTS_LACKING', `no test has ${what}`);
    else sink.warning('tests', 'TESTS_LACKING', `no test has ${what}`);
  };
  const broken = new Set(rule.tests.flatMap(limbsOf));
  for (const limb of limbs) if (!broken.has(limb)) lacking(`the limb “${limb}” broken`);
  for (const outcome of ['complies', 'notApplicable', 'indeterminate'] as const) {
    if (!rule.tests.some(({ expect }) => expect === outcome)) lacking(`the outcome ${outcome}`);
  }
  const excuses = rule.exonerating.filter(({ when }) => when !== undefined).length;
  const excused = rule.tests.filter(({ expect }) => expect === 'excused').length;
  if (excused < excuses) lacking(`${excuses} excused records, one for each exonerating fact that data can show`);
  for (const [name, parameter] of Object.entries(rule.parameters)) {
    parameter.values.forEach((value, index) => {
      if (!rule.tests.some((test) => versionOf(parameter, test) === index)) {
        lacking(`the version of “${name}” from ${value.from} in force`);
      }
    });
  }
}

/** Index of the version in force for a test's record; -1 before the first. */
function versionOf({ asOf, values }: ParameterDefinition, test: RuleTest): number {
  const fields = typeof asOf === 'string' ? [asOf] : asOf;
  const dates = fields.map((field) => test.record[field]).filter(isIsoDate);
  const day = (dates[0] ?? test.asOf ?? DEFAULT_AS_OF).slice(0, 10);
  return values.findLastIndex(({ from }) => from <= day);
}
