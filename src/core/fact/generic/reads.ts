import type { FactParams, FactReads } from '../fact.ts';
import { referenceCalls } from '../reader.ts';

/** Params that are no references and no limits. */
const LITERAL = new Set(['otherwise', 'months', 'days', 'officeHours', 'name']);
const LIMIT = new Set(['limit', 'extension']);

/** Prefix of a limit that a fact yields instead of a parameter. */
export const LIMIT_FACT = '@';

/**
 * What a generic fact reads by its params. Names of facts stand among the fields: who asks resolves them, because only
 * the registry knows which is which.
 */
export function readsOf(params: FactParams): FactReads {
  const fields: string[] = [];
  const parameters: string[] = [];
  for (const [name, value] of Object.entries(params)) {
    if (LITERAL.has(name)) continue;
    if (LIMIT.has(name)) {
      if (typeof value !== 'string') continue;
      if (value.startsWith(LIMIT_FACT)) fields.push(value.slice(LIMIT_FACT.length));
      else parameters.push(value);
      continue;
    }
    for (const call of referenceCalls(value)) {
      if (call.params === undefined) {
        fields.push(call.fact);
        continue;
      }
      const inner = readsOf(call.params);
      fields.push(...inner.fields);
      parameters.push(...inner.parameters);
    }
  }
  return { fields: [...new Set(fields)], neighbours: [], parameters: [...new Set(parameters)] };
}
