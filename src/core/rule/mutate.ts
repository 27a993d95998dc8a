import type {
  Condition,
  ExoneratingFact,
  Limb,
  ParameterDefinition,
  ParameterValue,
  RuleDefinition,
} from './format.ts';
import { addDays } from '../fact/day-arithmetic.ts';
import { isIsoDate } from '../fact/iso.ts';
import { isOperatorName } from './operators.ts';
import type { OperatorName } from './operators.ts';
import { isLeaf } from './reads.ts';

/** A rule with one small fault put in. The rule's own tests should notice. */
export interface Mutation {
  /** Kind and path: stable while the rule keeps its shape. */
  readonly id: string;
  readonly path: string;
  readonly description: string;
  readonly mutant: RuleDefinition;
}

/** What an operator is exchanged for: its opposite, and its neighbour at the boundary. */
const FLIPS: Readonly<Record<OperatorName, readonly OperatorName[]>> = {
  present: [],
  equal: ['notEqual'],
  notEqual: ['equal'],
  lessThan: ['greaterThanInclusive', 'lessThanInclusive'],
  lessThanInclusive: ['greaterThan', 'lessThan'],
  greaterThan: ['lessThanInclusive', 'greaterThanInclusive'],
  greaterThanInclusive: ['lessThan', 'greaterThan'],
  in: ['notIn'],
  notIn: ['in'],
  containsAny: ['containsNone'],
  containsNone: ['containsAny'],
};

/** A condition with one change, `null` where it is dropped altogether. */
interface ConditionMutation {
  readonly id: string;
  readonly path: string;
  readonly description: string;
  readonly condition: Condition | null;
}

function* leafMutations(condition: Condition, path: string): Generator<ConditionMutation> {
  if (!isLeaf(condition)) return;
  const { operator, fact, value } = condition;
  if (operator === 'present') {
    const flipped = { ...condition, value: value !== true };
    yield {
      id: `flip:${path}`,
      path,
      description: `${fact} present ${String(value)} → ${String(value !== true)}`,
      condition: flipped,
    };
  } else if (isOperatorName(operator)) {
    for (const other of FLIPS[operator]) {
      yield {
        id: `flip-${other}:${path}`,
        path,
        description: `${fact} ${operator} → ${other}`,
        condition: { ...condition, operator: other },
      };
    }
  }
}

function nodeWith(node: Condition, children: readonly Condition[]): Condition {
  if ('all' in node) return { ...node, all: children };
  return 'any' in node ? { ...node, any: children } : node;
}

function exchanged(node: Condition): Condition {
  if ('all' in node) return { any: node.all };
  return 'any' in node ? { all: node.any } : node;
}

function* conditionMutations(condition: Condition, path: string): Generator<ConditionMutation> {
  if (isLeaf(condition)) {
    yield* leafMutations(condition, path);
    return;
  }
  const key = 'all' in condition ? 'all' : 'any';
  const children = 'all' in condition ? condition.all : condition.any;
  if (children.length > 1) {
    const other = key === 'all' ? 'any' : 'all';
    yield { id: `exchange:${path}`, path, description: `${key} → ${other}`, condition: exchanged(condition) };
  }
  for (const [index, child] of children.entries()) {
    const at = `${path}.${key}[${index}]`;
    const rest = children.filter((_each, position) => position !== index);
    if (rest.length > 0) {
      yield { id: `drop:${at}`, path: at, description: 'condition dropped', condition: nodeWith(condition, rest) };
    }
    for (const inner of conditionMutations(child, at)) {
      const changed =
        inner.condition === null ? rest : children.map((each, i) => (i === index ? (inner.condition ?? each) : each));
      yield { ...inner, condition: nodeWith(condition, changed) };
    }
  }
}

function shifted(value: ParameterValue['value'], by: 1 | -1): ParameterValue['value'] | null {
  if (typeof value === 'number') return Number.isInteger(value) ? value + by : value * (1 + by * 0.1);
  if (isIsoDate(value)) return addDays(value, by);
  return null;
}

function* parameterMutations(
  name: string,
  parameter: ParameterDefinition,
): Generator<Omit<Mutation, 'mutant'> & { readonly parameter: ParameterDefinition }> {
  for (const [index, version] of parameter.values.entries()) {
    const path = `parameters.${name}.values[${index}]`;
    const replaced = (change: Partial<ParameterValue>): ParameterDefinition => ({
      ...parameter,
      values: parameter.values.map((each, position) => (position === index ? { ...each, ...change } : each)),
    });
    for (const by of [1, -1] as const) {
      const sign = by === 1 ? '+1' : '-1';
      const value = shifted(version.value, by);
      if (value !== null) {
        yield {
          id: `value${sign}:${path}`,
          path,
          description: `${String(version.value)} → ${String(value)}`,
          parameter: replaced({ value }),
        };
      }
      // The first date only says since when the value was looked up; the later ones divide two versions.
      if (index > 0) {
        const from = addDays(version.from, by);
        yield {
          id: `from${sign}:${path}`,
          path,
          description: `from ${version.from} → ${from}`,
          parameter: replaced({ from }),
        };
      }
    }
  }
}

function withLimb(rule: RuleDefinition, index: number, limb: Limb | null): RuleDefinition {
  const violations = rule.violations.flatMap((each, position) => {
    if (position !== index) return [each];
    return limb === null ? [] : [limb];
  });
  return { ...rule, violations };
}

function withExonerating(rule: RuleDefinition, index: number, fact: ExoneratingFact | null): RuleDefinition {
  const exonerating = rule.exonerating.flatMap((each, position) => {
    if (position !== index) return [each];
    return fact === null ? [] : [fact];
  });
  return { ...rule, exonerating };
}

/** All small faults of a rule: operators flipped, conditions, limbs and requirements dropped, parameters shifted. */
export function* mutationsOf(rule: RuleDefinition): Generator<Mutation> {
  for (const { condition, ...rest } of conditionMutations(rule.applicability, 'applicability')) {
    if (condition !== null) yield { ...rest, mutant: { ...rule, applicability: condition } };
  }
  for (const [index, field] of rule.requires.entries()) {
    const path = `requires[${index}]`;
    const requires = rule.requires.filter((each) => each !== field);
    yield { id: `drop:${path}`, path, description: `${field} not required`, mutant: { ...rule, requires } };
  }
  for (const [index, limb] of rule.violations.entries()) {
    const path = `violations[${index}]`;
    yield { id: `drop:${path}`, path, description: `limb ${limb.name} dropped`, mutant: withLimb(rule, index, null) };
    for (const [position, field] of (limb.requires ?? []).entries()) {
      const requires = (limb.requires ?? []).filter((each) => each !== field);
      const at = `${path}.requires[${position}]`;
      yield {
        id: `drop:${at}`,
        path: at,
        description: `${field} not required`,
        mutant: withLimb(rule, index, { ...limb, requires }),
      };
    }
    for (const { condition, ...rest } of conditionMutations(limb.when, `${path}.when`)) {
      if (condition !== null) yield { ...rest, mutant: withLimb(rule, index, { ...limb, when: condition }) };
    }
  }
  for (const [index, fact] of rule.exonerating.entries()) {
    if (fact.when === undefined) continue;
    const path = `exonerating[${index}]`;
    yield { id: `drop:${path}`, path, description: `${fact.name} dropped`, mutant: withExonerating(rule, index, null) };
    for (const { condition, ...rest } of conditionMutations(fact.when, `${path}.when`)) {
      if (condition !== null) yield { ...rest, mutant: withExonerating(rule, index, { ...fact, when: condition }) };
    }
  }
  for (const [name, parameter] of Object.entries(rule.parameters)) {
    for (const { parameter: changed, ...rest } of parameterMutations(name, parameter)) {
      yield { ...rest, mutant: { ...rule, parameters: { ...rule.parameters, [name]: changed } } };
    }
  }
}
