import type { RegisterData } from '../../core/fact/register-set.ts';
import type { RulePack } from '../../core/rule/pack.ts';

/** Records of each unit that active rules look at: the denominator of a unit's rates. A record counts once for a unit. */
export function countPartyRecords(pack: RulePack, registers: readonly RegisterData[]): Record<string, number> {
  const partyFields = new Map<string, Set<string>>();
  for (const { definition } of pack.rules) {
    if (definition.status !== 'active') continue;
    const bound = [definition.party, ...definition.violations.map(({ party }) => party ?? definition.party)];
    const fields = partyFields.get(definition.register) ?? new Set<string>();
    for (const { field } of bound) if (field !== undefined) fields.add(field);
    if (fields.size > 0) partyFields.set(definition.register, fields);
  }
  const counts = new Map<string, number>();
  for (const { register, records } of registers) {
    const fields = [...(partyFields.get(register) ?? [])];
    for (const { values } of records) {
      const units = new Set(fields.map((field) => values[field]).filter((value) => typeof value === 'string'));
      for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
    }
  }
  return Object.fromEntries(counts);
}
