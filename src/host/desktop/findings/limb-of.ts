import type { Finding } from '../../../core/finding/finding.ts';
import type { Limb, RuleDefinition } from '../../../core/rule/format.ts';

/** The limb of the rule that a finding reports; `undefined` where the pack in use does not have it. */
export const limbOf = (rule: RuleDefinition | undefined, { limb }: Pick<Finding, 'limb'>): Limb | undefined =>
  rule?.violations.find(({ name }) => name === limb);
