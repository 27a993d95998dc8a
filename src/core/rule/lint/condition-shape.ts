import { isOperatorName, OPERATORS } from '../operators.ts';
import type { ProblemSink } from './problem.ts';
import { didYouMean } from './problem.ts';

const LEAF_KEYS = ['fact', 'operator', 'value', 'params', 'name'] as const;
const NODE_KEYS = ['all', 'any', 'name'] as const;

type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keys of json-rules-engine that mean something there and are refused here, with the reason. */
const REFUSED: Readonly<Record<string, string>> = {
  not: 'there is no “not”: its result on missing data would be a guess; use the opposite operator',
  path: '“path” is refused: its result changes type with the number of matches; write a fact instead',
  condition: 'shared named conditions are refused; write the condition out',
  priority: '“priority” is refused: the order of evaluation is fixed',
};

function refuseKeys(json: JsonObject, allowed: readonly string[], path: string, sink: ProblemSink): void {
  for (const key of Object.keys(json)) {
    const reason = Object.hasOwn(REFUSED, key) ? REFUSED[key] : undefined;
    if (reason !== undefined) sink.error(`${path}.${key}`, 'CONDITION_REFUSED', reason);
    else if (!allowed.includes(key)) {
      sink.error(`${path}.${key}`, 'CONDITION_KEY', `unknown key “${key}”${didYouMean(key, allowed)}`);
    }
  }
}

/**
 * Checks the form of a condition, before anything is known of facts. Refuses what json-rules-engine accepts with a
 * surprising meaning: a node with both `any` and `all` evaluates only `any`, an empty node is true.
 */
export function lintConditionShape(json: unknown, path: string, sink: ProblemSink): void {
  if (!isObject(json)) {
    sink.error(path, 'CONDITION_FORM', 'a condition must be an object');
    return;
  }
  const hasAll = 'all' in json;
  const hasAny = 'any' in json;
  if (hasAll && hasAny) {
    sink.error(
      path,
      'CONDITION_ANY_AND_ALL',
      'a node has “all” or “any”, never both: json-rules-engine would skip “all”',
    );
  }
  if (hasAll || hasAny) {
    refuseKeys(json, NODE_KEYS, path, sink);
    if (hasAll) lintChildren(json['all'], `${path}.all`, sink);
    if (hasAny) lintChildren(json['any'], `${path}.any`, sink);
    return;
  }
  lintLeafShape(json, path, sink);
}

function lintChildren(children: unknown, path: string, sink: ProblemSink): void {
  if (!Array.isArray(children)) {
    sink.error(path, 'CONDITION_FORM', 'must be a list of conditions');
    return;
  }
  if (children.length === 0) sink.error(path, 'CONDITION_EMPTY', 'an empty list is true in json-rules-engine: refused');
  children.forEach((child, index) => {
    lintConditionShape(child, `${path}[${index}]`, sink);
  });
}

function lintLeafShape(json: JsonObject, path: string, sink: ProblemSink): void {
  refuseKeys(json, LEAF_KEYS, path, sink);
  for (const key of ['fact', 'operator', 'value']) {
    if (!(key in json)) sink.error(path, 'CONDITION_FORM', `“${key}” is missing`);
  }
  const { fact, operator, params, name, value } = json;
  if ('fact' in json && typeof fact !== 'string') sink.error(`${path}.fact`, 'CONDITION_FORM', 'must be a name');
  if (typeof operator === 'string' && !isOperatorName(operator)) {
    const hint = operator.startsWith('not:') ? '' : didYouMean(operator, Object.keys(OPERATORS));
    sink.error(`${path}.operator`, 'OPERATOR_UNKNOWN', `no such operator “${operator}”${hint}`);
  } else if ('operator' in json && typeof operator !== 'string') {
    sink.error(`${path}.operator`, 'CONDITION_FORM', 'must be a name');
  }
  if ('params' in json && !isObject(params)) sink.error(`${path}.params`, 'CONDITION_FORM', 'must be an object');
  if ('name' in json && typeof name !== 'string') sink.error(`${path}.name`, 'CONDITION_FORM', 'must be a text');
  if (isObject(value)) lintRightFact(value, `${path}.value`, sink);
}

function lintRightFact(json: JsonObject, path: string, sink: ProblemSink): void {
  if (typeof json['fact'] !== 'string') {
    sink.error(path, 'VALUE_FORM', 'an object on the right must name a fact: { "fact": …, "params": … }');
    return;
  }
  refuseKeys(json, ['fact', 'params'], path, sink);
}
