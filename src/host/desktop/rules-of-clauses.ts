import type { RulePack } from '../../core/rule/pack.ts';

/** Ids of the rules that check one of the clauses of the resolution: findings have rules, and one asks for clauses. */
export function rulesOfClauses({ rules }: RulePack, clauses: readonly string[]): readonly string[] {
  return rules.flatMap(({ definition: { id, clauses: own } }) =>
    own.some((each) => clauses.includes(each)) ? [id] : [],
  );
}
