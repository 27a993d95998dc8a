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

const ANY = { zh: '下列之一：', en: 'one of these:' };
const ALL = { zh: '下列全部：', en: 'all of these:' };

/** One line a leaf. A node inside another has a line of its own, and its leaves are moved in. */
function linesOf(condition: Condition, words: ConditionWords, depth = 0, join: Line['join'] = null): Line[] {
  if (isLeaf(condition)) return [{ depth, join, words: words.leaf(condition), shown: true }];
  const children = childrenOf(condition);
  const [only] = children;
  if (children.length === 1 && only !== undefined) {
    return isGroup(only) ? groupOf(only, words, depth, join) : linesOf(only, words, depth, join);
  }
  const isAny = 'any' in condition;
  return children.flatMap((child, index) => {
    const on = index === 0 ? null : isAny ? 'or' : 'and';
    return isGroup(child) ? groupOf(child, words, depth, on) : linesOf(child, words, depth, on);
  });
}

const isGroup = (condition: Condition): boolean => !isLeaf(condition) && childrenOf(condition).length > 1;

function groupOf(condition: Condition, words: ConditionWords, depth: number, join: Line['join']): Line[] {
  const head = { depth, join, words: 'any' in condition ? ANY : ALL, shown: true };
  return [head, ...linesOf(condition, words, depth + 1)];
}
