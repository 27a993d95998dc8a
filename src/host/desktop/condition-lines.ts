/** The conditions of a rule in words, as a person reads them: to what it applies, when it reports, what excuses. */
import type { ChannelResult } from '../../contract/channels.ts';
import type { Condition, RuleDefinition } from '../../core/rule/format.ts';
import { childrenOf, isLeaf } from '../../core/rule/reads.ts';
import type { ConditionWords } from './condition-words.ts';

type Part = ChannelResult<'rules.get'>['conditions'][number];
type Line = Part['lines'][number];

export function conditionParts(rule: RuleDefinition, words: ConditionWords): Part[] {
  const { applicability, violations, exonerating, severity } = rule;
  const none = { class: null, severity: null };
  return [
    { part: 'applies' as const, ...none, lines: linesOf(applicability, words) },
    ...violations.map((limb): Part => ({
      part: 'reports',
      class: limb.class,
      severity: limb.severity ?? severity,
      lines: linesOf(limb.when, words),
    })),
    {
      part: 'excuses' as const,
      ...none,
      lines: exonerating.map(({ label, when }): Line => ({
        depth: 0,
        join: 'or',
        words: label,
        shown: when !== undefined,
      })),
    },
  ].filter(({ lines }) => lines.length > 0);
}

/** One line a leaf; nodes inside nodes are moved in. `join` says how a line goes on from the one before it. */
function linesOf(condition: Condition, words: ConditionWords, depth = 0, join: Line['join'] = null): Line[] {
  if (isLeaf(condition)) return [{ depth, join, words: words.leaf(condition), shown: true }];
  const children = childrenOf(condition);
  const [only] = children;
  if (children.length === 1 && only !== undefined) return linesOf(only, words, depth, join);
  const own = 'any' in condition ? 'or' : 'and';
  return children.flatMap((child, index) => {
    const inner = isLeaf(child) || childrenOf(child).length === 1 ? depth : depth + 1;
    return linesOf(child, words, inner, index === 0 ? join : own);
  });
}
