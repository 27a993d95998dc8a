import { isIsoDate } from '../../fact/iso.ts';
import type { ParameterDefinition, ParameterValue } from '../format.ts';
import { timeUnit } from '../parameters.ts';
import { readsOfRule, ReadsCollector } from '../reads.ts';
import { lintReferenceTo } from './references.ts';
import type { RuleScope } from './scope.ts';
import { isExistingDate, unitType } from './value-type.ts';

/** Words for values that stand in no text of law. */
export const POLICY_BASES: ReadonlySet<string> = new Set(['policy-default', 'local-practice']);

/** Parameters: dates ascend, values fit the unit, bases exist, each is used, and none makes a policy look like law. */
export function lintParameters(scope: RuleScope): void {
  const { rule, world } = scope;
  const used = readsOfRule(rule, world.facts).parameters;
  for (const [name, parameter] of Object.entries(rule.parameters)) {
    const path = `parameters.${name}`;
    const fields = typeof parameter.asOf === 'string' ? [parameter.asOf] : parameter.asOf;
    fields.forEach((field) => {
      scope.checkField(field, `${path}.asOf`);
    });
    if (!used.has(name) && !isPrinted(scope, name)) {
      scope.sink.warning(path, 'PARAMETER_UNUSED', 'no condition and no message uses the parameter');
    }
    lintVersions(scope, parameter, path);
  }
  lintPolicyInViolations(scope);
}

function isPrinted({ rule }: RuleScope, name: string): boolean {
  return rule.violations.some(({ message }) => message.zh.includes(`{{parameter.${name}}}`));
}

function lintVersions(scope: RuleScope, { unit, values }: ParameterDefinition, path: string): void {
  values.forEach((value, index) => {
    const at = `${path}.values[${index}]`;
    if (!isExistingDate(value.from))
      scope.sink.error(`${at}.from`, 'DATE', `“${value.from}” is no day of the calendar`);
    const previous = values[index - 1];
    if (previous !== undefined && previous.from >= value.from) {
      scope.sink.error(
        `${at}.from`,
        'VALUES_ORDER',
        `values must ascend by “from”: ${previous.from} is not before ${value.from}`,
      );
    }
    lintParameterValue(scope, unit, value, `${at}.value`);
    if (!POLICY_BASES.has(value.basis)) {
      const [source = '', article] = value.basis.split('#');
      lintReferenceTo(scope, article === undefined ? { source } : { source, article }, `${at}.basis`);
    }
  });
}

function lintParameterValue(
  scope: RuleScope,
  unit: ParameterDefinition['unit'],
  { value }: ParameterValue,
  path: string,
): void {
  const wrong = (what: string) => {
    scope.sink.error(path, 'PARAMETER_VALUE', `a parameter in ${unit} must be ${what}`);
  };
  const type = unitType(unit);
  if (type === 'list') {
    if (!Array.isArray(value) || value.length === 0) wrong('a list that is not empty');
  } else if (type === 'date') {
    if (!isIsoDate(value) || !isExistingDate(value)) wrong('a day');
  } else if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
    wrong('a number, 0 or more');
  } else if (timeUnit(unit) !== null && !Number.isInteger(value * 2)) {
    wrong('a whole number (or a half, of months)');
  }
}

/** A number that stands in no law cannot be broken as one. A list of words only chooses records: a warning. */
function lintPolicyInViolations(scope: RuleScope): void {
  const { rule, world, sink } = scope;
  rule.violations.forEach((limb, index) => {
    if (limb.class !== 'violation') return;
    const reads = new ReadsCollector(world.facts, rule.register);
    reads.addCondition(limb.when);
    for (const name of reads.parameters) {
      const parameter = Object.hasOwn(rule.parameters, name) ? rule.parameters[name] : undefined;
      const basis = parameter?.values.find((value) => POLICY_BASES.has(value.basis))?.basis;
      if (parameter === undefined || basis === undefined) continue;
      const message = `the violation “${limb.name}” rests on “${name}”, whose basis is ${basis}: it must be overLimit or lead`;
      if (parameter.unit === 'list') sink.warning(`violations[${index}].when`, 'POLICY_AS_LAW', message);
      else sink.error(`violations[${index}].when`, 'POLICY_AS_LAW', message);
    }
  });
}
