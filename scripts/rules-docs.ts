/** `npm run rules:docs`: writes docs/facts.md, the matrix docs/clauses.md, the timeline docs/parameters.md, and one page for each rule under docs/rules/. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FactDefinition } from '../src/core/fact/fact.ts';
import type { Condition, RuleDefinition } from '../src/core/rule/format.ts';
import type { RulePack } from '../src/core/rule/pack.ts';
import { childrenOf, isLeaf, rightFact } from '../src/core/rule/reads.ts';
import { loadRulePack } from '../src/host/rule-pack.ts';
import { clauseMatrix } from './clause-matrix.ts';
import { markdownTable as table } from './markdown.ts';
import { parameterTimeline } from './parameter-timeline.ts';
import { RULES_ROOT } from './rules-root.ts';

const DOCS = join(dirname(RULES_ROOT), 'docs');
const TODAY = '9999-12-31';

function paramsOf({ params = {} }: FactDefinition): string {
  const names = Object.entries(params).map(
    ([name, { kind, optional }]) => `${name}${optional === true ? '?' : ''} (${kind})`,
  );
  return names.length === 0 ? '—' : names.join(', ');
}

function factsPage({ facts: { facts, derivedRegisters } }: RulePack): string {
  const registers = [...new Set(facts.map(({ register }) => register))].sort((a, b) =>
    a === 'any' ? -1 : b === 'any' ? 1 : a < b ? -1 : 1,
  );
  const sections = registers.map((register) => {
    const own = facts.filter((fact) => fact.register === register);
    const rows = own.map((fact) => [`\`${fact.name}\``, fact.type, fact.label.zh, fact.label.en, paramsOf(fact)]);
    const title = register === 'any' ? 'Every register' : `\`${register}\``;
    return `## ${title}\n\n${table(['fact', 'type', '含义', 'meaning', 'params'], rows)}`;
  });
  const derived = derivedRegisters.map(({ id, label, needs, fields }) => [
    `\`${id}\``,
    label.zh,
    label.en,
    needs.join(', '),
    fields.map((field) => field.id).join(', '),
  ]);
  return [
    '# Facts',
    'Written by `npm run rules:docs`. Every field of a register is a fact too. docs/RULES.md explains the generic ones.',
    ...sections,
    '## Derived registers',
    table(['register', '名称', 'name', 'needs', 'fields'], derived),
  ].join('\n\n');
}

function conditionLines(condition: Condition, depth = 0): readonly string[] {
  const indent = '  '.repeat(depth);
  if (!isLeaf(condition)) {
    const word = 'all' in condition ? 'all of' : 'any of';
    return [`${indent}- ${word}`, ...childrenOf(condition).flatMap((child) => conditionLines(child, depth + 1))];
  }
  const params = condition.params === undefined ? '' : ` ${JSON.stringify(condition.params)}`;
  const right = rightFact(condition.value);
  const value =
    right === null ? JSON.stringify(condition.value) : `${right.fact} ${JSON.stringify(right.params ?? {})}`;
  return [`${indent}- \`${condition.fact}${params}\` ${condition.operator} \`${value}\``];
}

function limbSections(rule: RuleDefinition): readonly string[] {
  return rule.violations.flatMap((limb) => [
    `## ${limb.name} (${limb.class}, ${limb.severity ?? rule.severity})`,
    ...(limb.party === undefined ? [] : [`义务主体 / bound: ${limb.party.name.zh} / ${limb.party.name.en}`]),
    `${limb.message.zh}\n\n${limb.message.en}`,
    conditionLines(limb.when).join('\n'),
  ]);
}

function parameterRows(rule: RuleDefinition): readonly (readonly string[])[] {
  return Object.entries(rule.parameters).flatMap(([name, { label, unit, values }]) =>
    values.map(({ from, value, basis }) => [
      `\`${name}\``,
      label.zh,
      label.en,
      JSON.stringify(value),
      unit,
      from,
      basis,
    ]),
  );
}

function rulePage(rule: RuleDefinition, pack: RulePack): string {
  const law = pack.cite(rule.legalBasis, TODAY);
  const parts = [
    `# ${rule.title.zh}`,
    `${rule.title.en} · \`${rule.id}\` ${rule.version} · ${rule.status}`,
    table(
      ['', ''],
      [
        ['依据 / law', `${law.zh}<br>${law.en}`],
        ['决议条款 / clauses', rule.clauses.join(', ')],
        ['义务主体 / bound', `${rule.party.name.zh} / ${rule.party.name.en}`],
        ['台账 / register', rule.register],
        ['必需字段 / requires', rule.requires.join(', ') || '—'],
        ['可信度 / confidence', rule.confidence],
      ],
    ),
    `${rule.note.zh}\n\n${rule.note.en}`,
    `## Applies when\n\n${conditionLines(rule.applicability).join('\n')}`,
    ...limbSections(rule),
  ];
  const parameters = parameterRows(rule);
  if (parameters.length > 0) {
    parts.push(`## Parameters\n\n${table(['name', '名称', 'label', 'value', 'unit', 'from', 'basis'], parameters)}`);
  }
  const excuses = rule.exonerating.map(({ label, when }) => [label.zh, label.en, when === undefined ? 'no' : 'yes']);
  if (excuses.length > 0) parts.push(`## Excuses\n\n${table(['事由', 'fact', 'shown by data'], excuses)}`);
  parts.push(`## Remedy\n\n${rule.remedy.zh}\n\n${rule.remedy.en}`);
  const tests = rule.tests.map(({ name, expect, limb }) => [name, expect, [limb ?? []].flat().join(', ')]);
  parts.push(`## Tests\n\n${table(['case', 'outcome', 'limbs'], tests)}`);
  return parts.join('\n\n');
}

const pack = await loadRulePack(RULES_ROOT);
const pages = join(DOCS, 'rules');
mkdirSync(pages, { recursive: true });
for (const page of readdirSync(pages)) if (page.endsWith('.md')) rmSync(join(pages, page));
for (const { definition } of pack.rules)
  writeFileSync(join(pages, `${definition.id}.md`), `${rulePage(definition, pack)}\n`);
const index = pack.rules.map(({ definition }) => [
  `[${definition.id}](${definition.id}.md)`,
  definition.title.zh,
  definition.title.en,
  definition.clauses.join(', '),
]);
writeFileSync(
  join(pages, 'README.md'),
  `# Rules\n\nWritten by \`npm run rules:docs\`.\n\n${table(['rule', '名称', 'title', 'clauses'], index)}\n`,
);
writeFileSync(join(DOCS, 'facts.md'), `${factsPage(pack)}\n`);
writeFileSync(join(DOCS, 'clauses.md'), `${clauseMatrix(pack)}\n`);
writeFileSync(join(DOCS, 'parameters.md'), `${parameterTimeline(pack)}\n`);
process.stdout.write(
  `docs/facts.md, docs/clauses.md, docs/parameters.md and ${pack.rules.length} pages in docs/rules/\n`,
);
