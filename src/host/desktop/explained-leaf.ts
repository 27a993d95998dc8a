import type { LeafCondition } from '../../core/rule/format.ts';
import type { ExplainedCondition } from '../../core/rule/reference.ts';

/** The condition of the rule behind a step of an explanation: by its name, else by what it compares with what. */
export function explainedLeaf(
  leaves: readonly LeafCondition[],
  { name, fact, operator, expected }: ExplainedCondition,
): LeafCondition | undefined {
  const named = name === null ? undefined : leaves.find((each) => each.name === name);
  if (named !== undefined) return named;
  const alike = leaves.filter((each) => each.fact === fact && each.operator === operator);
  const wanted = JSON.stringify(expected);
  return alike.find(({ value }) => JSON.stringify(value) === wanted) ?? alike[0];
}
