import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { RuleProblem } from '../core/rule/lint/problem.ts';
import { didYouMean } from '../core/rule/lint/problem.ts';

export type RuleValidator = (json: unknown, file: string) => readonly RuleProblem[];

/** `/violations/0/when` as `violations[0].when`. */
function readablePath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : path === '' ? part : `${path}.${part}`), '');
}

function words(error: ErrorObject): string {
  const { keyword, params, message = 'is not valid' } = error;
  if (keyword === 'additionalProperties') {
    const name = String((params as { additionalProperty: unknown }).additionalProperty);
    const known = Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? {});
    return `unknown key “${name}”${didYouMean(name, known)}`;
  }
  if (keyword === 'enum') {
    const allowed = (params as { allowedValues: readonly unknown[] }).allowedValues.map(String);
    return `${JSON.stringify(error.data)} is none of ${allowed.join(', ')}${didYouMean(String(error.data), allowed)}`;
  }
  return message;
}

/** A validator for rule files from the JSON Schema that authors use in their editors. */
export function createRuleValidator(schema: object): RuleValidator {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true });
  const validate: ValidateFunction = ajv.compile(schema);
  return (json, file) => {
    if (validate(json)) return [];
    const seen = new Set<string>();
    return (validate.errors ?? []).flatMap((error) => {
      const path = readablePath(error.instancePath);
      // The forms of a condition are told apart, in better words, by the lint.
      if (error.keyword === 'anyOf' || /\banyOf\b/.test(error.schemaPath) || isInCondition(path)) return [];
      const message = words(error);
      const key = `${path} ${message}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ file, path, severity: 'error' as const, code: 'SCHEMA', message }];
    });
  };
}

function isInCondition(path: string): boolean {
  return /^applicability\b|\bwhen\b/.test(path);
}
