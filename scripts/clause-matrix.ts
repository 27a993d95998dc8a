import type { RulePack } from '../src/core/rule/pack.ts';
import { markdownTable } from './markdown.ts';

/** One clause of the resolution with what checks it. */
interface ClauseRow {
  readonly clause: string;
  readonly quote: string;
  readonly party: string;
  readonly rules: readonly string[];
  readonly checklist: readonly string[];
}

/** Every clause with its active rules and its checklist items. */
export function clauseRows(pack: RulePack): readonly ClauseRow[] {
  return pack.clauses.map(({ id, quote, party }) => ({
    clause: id,
    quote,
    party,
    rules: pack.rules
      .filter(({ definition: { clauses, status } }) => status === 'active' && clauses.includes(id))
      .map(({ definition }) => definition.id)
      .sort(),
    checklist: pack.checklist.filter(({ clauses }) => clauses.includes(id)).map((item) => item.id),
  }));
}

/** The page that shows, clause by clause, what a rule judges, what a person answers, and why. */
export function clauseMatrix(pack: RulePack): string {
  const links = (ids: readonly string[]) => ids.map((id) => `[${id}](rules/${id}.md)`).join('<br>') || '—';
  const rows = clauseRows(pack).map(({ clause, quote, party, rules, checklist }) => [
    clause,
    quote,
    party,
    links(rules),
    checklist.join('<br>') || '—',
  ]);
  const items = pack.checklist.map(({ id, clauses, question, evidence, reason, obligations = [] }) => [
    `\`${id}\``,
    clauses.join(', '),
    `${question.zh}<br>${question.en}`,
    `${evidence.zh}<br>${evidence.en}`,
    `${reason.zh}<br>${reason.en}`,
    obligations.join(', ') || '—',
  ]);
  return [
    '# Clauses, rules and checklist',
    'Written by `npm run rules:docs`. Each clause of the resolution with the rules that judge registers for it and the items that a person answers.',
    markdownTable(['条款 / clause', '原文 / text', '义务主体 / bound', '规则 / rules', '核查清单 / checklist'], rows),
    '## Checklist',
    markdownTable(
      [
        'item',
        '条款 / clauses',
        '问题 / question',
        '材料 / evidence',
        '为何不能由数据判定 / why no rule',
        'obligations',
      ],
      items,
    ),
  ].join('\n\n');
}
