import type { ParameterDefinition, RuleDefinition } from '../../../core/rule/format.ts';

/** The rule as the pack holds it; the host checked its form when it was loaded. */
export const definitionOf = (json: string): RuleDefinition => JSON.parse(json) as RuleDefinition;

export function valueWords(value: ParameterDefinition['values'][number]['value']): string {
  return typeof value === 'object' ? value.join('、') : String(value);
}

/** A record of a rule's own tests as text, the way a trial takes it. */
export function recordOf(test: RuleDefinition['tests'][number]): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(test.record).map(([field, value]) => [
      field,
      value === null || value === undefined ? null : String(value),
    ]),
  );
}
