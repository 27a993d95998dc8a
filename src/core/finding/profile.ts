import type { ParameterDefinition, ParameterValue, RuleDefinition, Severity } from '../rule/format.ts';
import type { BasisClass, RulePack } from '../rule/pack.ts';

/** What an inspection changes about one rule. */
export interface RuleProfile {
  readonly enabled?: boolean;
  readonly severity?: Severity;
  /** New values of parameters that no law states, for all dates. */
  readonly parameters?: Readonly<Record<string, ParameterValue['value']>>;
}

/** A tailoring profile: rules on or off, severities, parameters, tables. */
export interface Profile {
  readonly name: string;
  readonly rules: Readonly<Record<string, RuleProfile>>;
  /** Entries of `rules/parameters/` tables: merged into the stock table, key by key. */
  readonly tables?: Readonly<Record<string, unknown>>;
}

/** Basis of a value that the profile has set. */
export const PROFILE_BASIS = 'profile';

/** A profile that cannot be applied, with every fault. */
export class ProfileError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'ProfileError';
    this.faults = faults;
  }
}

const CHANGEABLE: ReadonlySet<BasisClass> = new Set(['policy-default', 'local-practice']);

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mergedTable(base: unknown, change: unknown): unknown {
  if (!isTable(base) || !isTable(change)) return change;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(change)) merged[key] = mergedTable(base[key], value);
  return merged;
}

function sameForm(a: ParameterValue['value'], b: ParameterValue['value']): boolean {
  return Array.isArray(a) === Array.isArray(b) && typeof a === typeof b;
}

function overriddenParameter(
  pack: RulePack,
  place: string,
  definition: ParameterDefinition,
  value: ParameterValue['value'],
  faults: string[],
): ParameterDefinition {
  const law = definition.values.find(({ basis }) => !CHANGEABLE.has(pack.basisClass(basis)));
  if (law !== undefined) {
    faults.push(`${place}: the value rests on ${law.basis}; a profile cannot change what the law says`);
    return definition;
  }
  if (!definition.values.every((version) => sameForm(version.value, value))) {
    faults.push(`${place}: ${JSON.stringify(value)} is of another type than the stock value`);
    return definition;
  }
  return { ...definition, values: definition.values.map((version) => ({ ...version, value, basis: PROFILE_BASIS })) };
}

function profiledRule(pack: RulePack, rule: RuleDefinition, profile: RuleProfile, faults: string[]): RuleDefinition {
  const parameters: Record<string, ParameterDefinition> = { ...rule.parameters };
  for (const [name, value] of Object.entries(profile.parameters ?? {})) {
    const place = `${rule.id}.${name}`;
    const definition = Object.hasOwn(rule.parameters, name) ? rule.parameters[name] : undefined;
    if (definition === undefined) faults.push(`${place}: the rule has no such parameter`);
    else parameters[name] = overriddenParameter(pack, place, definition, value, faults);
  }
  if (profile.severity === undefined) return { ...rule, parameters };
  const { severity } = profile;
  return { ...rule, parameters, severity, violations: rule.violations.map((limb) => ({ ...limb, severity })) };
}

/**
 * A rule pack as an inspection wants it. Only values that stand in no law can be changed.
 * @throws ProfileError naming every rule or parameter that does not exist or may not be changed
 */
export function applyProfile(pack: RulePack, profile: Profile): RulePack {
  const faults: string[] = [];
  const known = new Set(pack.rules.map(({ definition }) => definition.id));
  for (const id of Object.keys(profile.rules)) if (!known.has(id)) faults.push(`${id}: there is no such rule`);
  const tables: Record<string, unknown> = { ...pack.tables };
  for (const [name, change] of Object.entries(profile.tables ?? {})) {
    if (Object.hasOwn(pack.tables, name)) tables[name] = mergedTable(pack.tables[name], change);
    else faults.push(`${name}: there is no such table`);
  }
  const rules = pack.rules.map((packed) => {
    const change = Object.hasOwn(profile.rules, packed.definition.id) ? profile.rules[packed.definition.id] : undefined;
    if (change === undefined) return packed;
    const definition = profiledRule(pack, packed.definition, change, faults);
    // An explicit choice: a draft can be switched on, an active rule off.
    const status = change.enabled === undefined ? definition.status : change.enabled ? 'active' : 'retired';
    return { ...packed, definition: { ...definition, status } };
  });
  if (faults.length > 0) throw new ProfileError(faults);
  return { ...pack, rules, tables };
}
