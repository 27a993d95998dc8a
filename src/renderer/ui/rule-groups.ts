import type { RuleSummary } from '../../contract/model.ts';
import { pick } from '../i18n/index.ts';

/** By article of the resolution, by the laws they rest on, or by the register whose rows the rules judge. */
export type RuleGrouping = 'clause' | 'law' | 'register';

export interface RuleGroup {
  /** Number of the article, or name of the law or register. */
  readonly key: string;
  readonly rules: readonly RuleSummary[];
}

/**
 * Articles by number, laws and registers by name. A rule stands under each law that it rests on.
 * @param noLaw name of the group of those that rest on none
 */
export function ruleGroups(rules: readonly RuleSummary[], by: RuleGrouping, noLaw = ''): readonly RuleGroup[] {
  const keysOf = ({ article, laws, registerLabel }: RuleSummary): readonly string[] => {
    if (by === 'clause') return [String(article.number)];
    if (by === 'register') return [pick(registerLabel)];
    return laws.length > 0 ? laws.map((law) => pick(law)) : [noLaw];
  };
  const placed = rules.flatMap((rule) => keysOf(rule).map((key) => ({ key, rule })));
  return [...Map.groupBy(placed, ({ key }) => key)]
    .map(([key, own]) => ({ key, rules: own.map(({ rule }) => rule) }))
    .sort((a, b) => a.key.localeCompare(b.key, 'zh', { numeric: true }));
}
