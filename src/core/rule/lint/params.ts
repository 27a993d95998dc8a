import type { ParamDefinition } from '../../fact/fact.ts';
import { LIMIT_FACT } from '../../fact/generic/reads.ts';
import { timeUnit } from '../parameters.ts';
import { isObject } from './condition-shape.ts';
import { didYouMean } from './problem.ts';
import type { RuleScope } from './scope.ts';

type Params = Readonly<Record<string, unknown>>;

/** Checks a call of a fact: its name, and each param by what the fact declares. */
export function lintCall(scope: RuleScope, name: string, params: Params | undefined, path: string): void {
  const fact = scope.fact(name);
  if (fact === undefined) {
    scope.typeOf(name, params, `${path}.fact`);
    if (params !== undefined && scope.isField(name)) {
      scope.sink.error(`${path}.params`, 'PARAM_UNKNOWN', `“${name}” is a field and takes no params`);
    }
    return;
  }
  const declared = fact.params ?? {};
  for (const [key, value] of Object.entries(params ?? {})) {
    const definition = Object.hasOwn(declared, key) ? declared[key] : undefined;
    if (definition === undefined) {
      const hint = didYouMean(key, Object.keys(declared));
      scope.sink.error(`${path}.params.${key}`, 'PARAM_UNKNOWN', `fact “${name}” has no param “${key}”${hint}`);
    } else lintParam(scope, definition, value, `${path}.params.${key}`);
  }
  for (const [key, { optional }] of Object.entries(declared)) {
    if (optional !== true && params?.[key] === undefined) {
      scope.sink.error(`${path}.params`, 'PARAM_MISSING', `fact “${name}” needs the param “${key}”`);
    }
  }
  lintTogether(scope, name, params ?? {}, path);
}

/** What holds between params of one call. */
function lintTogether(scope: RuleScope, name: string, params: Params, path: string): void {
  if (name === 'within') {
    const lengths = ['months', 'days', 'limit'].filter((key) => params[key] !== undefined);
    if (lengths.length !== 1) {
      scope.sink.error(`${path}.params`, 'PARAM_MISSING', 'give exactly one of “months”, “days” and “limit”');
    }
  }
  if (params['extendedWhen'] !== undefined && params['extension'] === undefined) {
    scope.sink.error(`${path}.params.extendedWhen`, 'PARAM_MISSING', '“extendedWhen” needs an “extension”');
  }
}

function lintParam(scope: RuleScope, { kind }: ParamDefinition, value: unknown, path: string): void {
  const wrong = (what: string) => {
    scope.sink.error(path, 'PARAM_FORM', `must be ${what}`);
  };
  switch (kind) {
    case 'reference':
      lintReference(scope, value, path);
      return;
    case 'references':
      if (!Array.isArray(value) || value.length === 0) wrong('a list of fields or facts');
      else
        value.forEach((each, index) => {
          lintReference(scope, each, `${path}[${index}]`);
        });
      return;
    case 'field':
      if (typeof value === 'string') scope.checkField(value, path);
      else wrong('the name of a field');
      return;
    case 'parameter':
      if (typeof value === 'string') scope.checkParameter(value, path);
      else wrong('the name of a parameter');
      return;
    case 'limit':
      lintLimit(scope, value, path);
      return;
    case 'number':
    case 'boolean':
      if (typeof value !== kind) wrong(`a ${kind}`);
      return;
    case 'text':
      if (typeof value !== 'string') wrong('a text');
      return;
    case 'scalar':
      if (!['string', 'number', 'boolean'].includes(typeof value)) wrong('a text, number or boolean');
      return;
    case 'list':
      if (!Array.isArray(value)) wrong('a list');
  }
}

function lintReference(scope: RuleScope, value: unknown, path: string): void {
  if (typeof value === 'string') {
    lintCall(scope, value, undefined, path);
  } else if (Array.isArray(value) && value.length > 0) {
    value.forEach((each, index) => {
      lintReference(scope, each, `${path}[${index}]`);
    });
  } else if (isObject(value) && typeof value['fact'] === 'string') {
    const { fact, params } = value;
    if (params === undefined || isObject(params)) lintCall(scope, fact, params, path);
    else scope.sink.error(`${path}.params`, 'PARAM_FORM', 'must be an object');
  } else {
    scope.sink.error(path, 'PARAM_FORM', 'must be a field, a fact, { "fact": …, "params": … }, or a list of these');
  }
}

function lintLimit(scope: RuleScope, value: unknown, path: string): void {
  if (typeof value !== 'string') {
    scope.sink.error(path, 'PARAM_FORM', 'must be a parameter, or “@” and a fact');
    return;
  }
  if (value.startsWith(LIMIT_FACT)) {
    lintCall(scope, value.slice(LIMIT_FACT.length), undefined, path);
    return;
  }
  scope.checkParameter(value, path);
  const parameter = Object.hasOwn(scope.rule.parameters, value) ? scope.rule.parameters[value] : undefined;
  if (parameter !== undefined && timeUnit(parameter.unit) === null) {
    scope.sink.error(path, 'PARAMETER_UNIT', `parameter “${value}” has the unit ${parameter.unit}, which is no time`);
  }
}
