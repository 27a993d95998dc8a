import type { RuleSummary } from '../../../contract/model.ts';
import { pick } from '../../i18n/index.ts';

/** By article of the resolution, or by the register whose rows the rules judge. */
export type By = 'clause' | 'register';

export interface RuleGroup {
  readonly key: string;
  readonly rules: readonly RuleSummary[];
}

/** @returns groups in order: articles by number, registers by name; `key` is the number or the name */
export function ruleGroups(rules: readonly RuleSummary[], by: By): readonly RuleGroup[] {
  const keyOf = ({ clauses, registerLabel }: RuleSummary): string =>
    by === 'clause' ? (clauses[0]?.split('.')[0] ?? '') : pick(registerLabel);
  return [...Map.groupBy(rules, keyOf)]
    .map(([key, own]) => ({ key, rules: own }))
    .sort((a, b) => a.key.localeCompare(b.key, 'zh', { numeric: true }));
}
