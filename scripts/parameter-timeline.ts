import type { ParameterDefinition, ParameterValue, RuleDefinition } from '../src/core/rule/format.ts';
import type { RulePack } from '../src/core/rule/pack.ts';
import { markdownTable } from './markdown.ts';

const POLICY: Readonly<Record<string, string>> = {
  'policy-default': '政策默认 / policy default',
  'local-practice': '地方做法 / local practice',
};

/** What a value rests on, with the article number of its own day. */
function basisWords({ basis, from }: ParameterValue, pack: RulePack): string {
  const policy = POLICY[basis];
  if (policy !== undefined) return policy;
  const [source = '', article] = basis.split('#');
  const cited = pack.cite([{ source, ...(article === undefined ? {} : { article }) }], from);
  return `${cited.zh}<br>${cited.en}`;
}

function shown({ value }: ParameterValue): string {
  return Array.isArray(value) ? value.join('、') : String(value);
}

function rows(rule: RuleDefinition, name: string, parameter: ParameterDefinition, pack: RulePack) {
  const { label, unit, values, asOf } = parameter;
  return values.map((version, index) => [
    version.from,
    values[index + 1] === undefined ? '' : `< ${values[index + 1]?.from ?? ''}`,
    `[${rule.id}](rules/${rule.id}.md) \`${name}\``,
    `${label.zh}<br>${label.en}`,
    `${shown(version)} ${unit}`,
    [asOf].flat().join(', '),
    basisWords(version, pack),
  ]);
}

const HEADER = ['from', 'until', 'rule and parameter', '参数', 'value', 'in force by', '依据 / basis'];

/** docs/parameters.md: every dated version of every parameter with its source and article; those that changed first. */
export function parameterTimeline(pack: RulePack): string {
  const all = pack.rules.flatMap(({ definition }) =>
    Object.entries(definition.parameters).map(([name, parameter]) => ({ definition, name, parameter })),
  );
  const table = (chosen: typeof all) =>
    markdownTable(
      HEADER,
      chosen.flatMap(({ definition, name, parameter }) => rows(definition, name, parameter, pack)),
    );
  return [
    '# Parameters over time',
    'Written by `npm run rules:docs`. A value applies from its day until the next one; which is in force for a record is told by the ' +
      'first of the fields “in force by” that has a date, else by the as-of day (检查基准日).',
    '## Changed over time',
    table(all.filter(({ parameter }) => parameter.values.length > 1)),
    '## One version',
    table(all.filter(({ parameter }) => parameter.values.length === 1)),
  ].join('\n\n');
}
