import type { ParameterDefinition, RuleDefinition } from '../../../core/rule/format.ts';

/** The rule as the pack holds it; the host checked its form when it was loaded. */
export const definitionOf = (json: string): RuleDefinition => JSON.parse(json) as RuleDefinition;

export function valueWords(value: ParameterDefinition['values'][number]['value']): string {
  return typeof value === 'object' ? value.join('、') : String(value);
}
