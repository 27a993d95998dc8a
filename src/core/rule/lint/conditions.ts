import type { Condition, LeafCondition } from '../format.ts';
import { isOperatorName, OPERATORS } from '../operators.ts';
import type { OperatorName } from '../operators.ts';
import { childrenOf, isLeaf, leavesOf, rightFact } from '../reads.ts';
import { lintCall } from './params.ts';
import type { RuleScope } from './scope.ts';
import type { ValueType } from './value-type.ts';
import { comparableTypes, isExistingDate, literalType } from './value-type.ts';

/** A condition and where it stands in the file. */
export interface PlacedCondition {
  readonly condition: Condition;
  readonly path: string;
}

/** All conditions of a rule, with their paths. */
export function conditionsOf({ rule }: RuleScope): readonly PlacedCondition[] {
  const placed: PlacedCondition[] = [{ condition: rule.applicability, path: 'applicability' }];
  rule.violations.forEach(({ when }, index) => placed.push({ condition: when, path: `violations[${index}].when` }));
  rule.exonerating.forEach(({ when }, index) => {
    if (when !== undefined) placed.push({ condition: when, path: `exonerating[${index}].when` });
  });
  if (rule.upcoming?.when !== undefined) placed.push({ condition: rule.upcoming.when, path: 'upcoming.when' });
  return placed;
}

/** Leaves of a condition with their paths. */
export function placedLeaves({ condition, path }: PlacedCondition): readonly (readonly [LeafCondition, string])[] {
  if (isLeaf(condition)) return [[condition, path]];
  const key = 'all' in condition ? 'all' : 'any';
  return childrenOf(condition).flatMap((child, index) =>
    placedLeaves({ condition: child, path: `${path}.${key}[${index}]` }),
  );
}

/** Names, params and types of all conditions. */
export function lintConditions(scope: RuleScope): void {
  const names = new Map<string, string>();
  for (const placed of conditionsOf(scope)) {
    for (const [leaf, path] of placedLeaves(placed)) {
      lintLeaf(scope, leaf, path);
      if (leaf.name === undefined) continue;
      const first = names.get(leaf.name);
      if (first === undefined) names.set(leaf.name, path);
      else
        scope.sink.error(`${path}.name`, 'NAME_TWICE', `the condition name “${leaf.name}” stands at ${first} already`);
    }
  }
  lintBlankComparisons(scope);
}

function lintLeaf(scope: RuleScope, leaf: LeafCondition, path: string): void {
  if (!isOperatorName(leaf.operator)) return;
  lintCall(scope, leaf.fact, leaf.params, path);
  const known = scope.fact(leaf.fact) !== undefined || scope.isField(leaf.fact);
  const left = known ? scope.typeOf(leaf.fact, leaf.params, `${path}.fact`) : null;
  const right = rightFact(leaf.value);
  if (right === null) {
    lintLiteral(scope, leaf.operator, left, leaf.value, path);
    return;
  }
  lintCall(scope, right.fact, right.params, `${path}.value`);
  const rightKnown = scope.fact(right.fact) !== undefined || scope.isField(right.fact);
  const rightType = rightKnown ? scope.typeOf(right.fact, right.params, `${path}.value.fact`) : null;
  if (left !== null && rightType !== null) lintTypes(scope, leaf.operator, left, rightType, `${path}.value`);
}

function lintLiteral(
  scope: RuleScope,
  operator: OperatorName,
  left: ValueType | null,
  value: unknown,
  path: string,
): void {
  const { right } = OPERATORS[operator];
  const at = `${path}.value`;
  if ((right === 'scalarList' || right === 'wordList') && !Array.isArray(value)) {
    scope.sink.error(at, 'VALUE_FORM', `“${operator}” needs a list: a text would be searched for substrings`);
    return;
  }
  if (Array.isArray(value) && value.length === 0) {
    scope.sink.error(at, 'VALUE_FORM', 'an empty list decides nothing');
    return;
  }
  if (right === 'boolean' && typeof value !== 'boolean') {
    scope.sink.error(at, 'VALUE_FORM', '“present” takes true or false');
    return;
  }
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) && !isExistingDate(value)) {
    scope.sink.error(at, 'VALUE_FORM', `“${value}” is no day of the calendar`);
  }
  if (left !== null) lintTypes(scope, operator, left, literalType(value), at, value);
}

/** Whether the two sides can be compared at all: '10' before '9' is how text would be ordered. */
function lintTypes(
  scope: RuleScope,
  operator: OperatorName,
  left: ValueType,
  right: ValueType,
  path: string,
  literal?: unknown,
): void {
  const mismatch = (message: string) => {
    scope.sink.error(path, 'TYPES_DIFFER', message);
  };
  switch (OPERATORS[operator].right) {
    case 'boolean':
      return;
    case 'scalar':
      if (left === 'list') mismatch(`“${operator}” does not take a list on the left`);
      else if (!comparableTypes(left, right)) mismatch(`a ${left} is never equal to a ${right}`);
      return;
    case 'ordered':
      if (left === 'text' || right === 'text') mismatch(`“${operator}” would order text: '10' comes before '9'`);
      else if (left === 'boolean' || left === 'list') mismatch(`“${operator}” does not order a ${left}`);
      else if (!comparableTypes(left, right)) mismatch(`a ${left} cannot be ordered against a ${right}`);
      return;
    case 'scalarList':
      if (left === 'list') mismatch(`“${operator}” does not take a list on the left`);
      else if (right !== 'list' && right !== 'any') mismatch(`“${operator}” needs a list on the right`);
      else if (Array.isArray(literal) && !literal.every((each) => comparableTypes(left, literalType(each)))) {
        mismatch(`the list must hold values of type ${left}`);
      }
      return;
    case 'wordList':
      if (left !== 'text' && left !== 'list' && left !== 'any')
        mismatch(`“${operator}” looks into text, not a ${left}`);
      else if (right !== 'list' && right !== 'any') mismatch(`“${operator}” needs a list on the right`);
      else if (Array.isArray(literal) && !literal.every((each) => typeof each === 'string' && each !== '')) {
        mismatch('the list must hold words');
      }
  }
}

const COMPARE_VALUES = new Set<string>(['scalar', 'ordered', 'scalarList']);

/**
 * Fields that are compared although they may be blank: not required, and not asked for with `present` beside. With
 * three-valued conditions that is safe (the limb is open, the record indeterminate), so it is a warning: the author should
 * say in `requires` what the rule cannot do without.
 */
function lintBlankComparisons(scope: RuleScope): void {
  const { rule, sink } = scope;
  rule.violations.forEach((limb, index) => {
    const asked = new Set<string>([...rule.requires, ...(limb.requires ?? [])]);
    for (const leaf of [...leavesOf(rule.applicability), ...leavesOf(limb.when)]) {
      if (leaf.operator === 'present') asked.add(leaf.fact);
    }
    for (const [leaf, path] of placedLeaves({ condition: limb.when, path: `violations[${index}].when` })) {
      if (!isOperatorName(leaf.operator) || !COMPARE_VALUES.has(OPERATORS[leaf.operator].right)) continue;
      if (scope.isField(leaf.fact) && !asked.has(leaf.fact)) {
        sink.warning(
          path,
          'BLANK_POSSIBLE',
          `“${leaf.fact}” may be blank: list it in “requires”, or test it with “present”`,
        );
      }
    }
  });
}
