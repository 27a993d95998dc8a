/** `npm run rules:lint -- [ID…]`: checks rule files against schema and lint. Exit 1 when a rule is wrong. */
import { readRulePack } from '../src/host/rule-pack.ts';
import { chosenRules, RULES_ROOT } from './rules-root.ts';

const only = chosenRules();
const { pack, problems } = readRulePack(RULES_ROOT, only);
const known = new Set([
  ...pack.rules.map(({ definition }) => definition.id),
  ...problems.map(({ file }) => file.replace(/^.*\/|\.json$/g, '')),
]);
const unknown = [...(only ?? [])].filter((id) => !known.has(id));
for (const { file, path, severity, code, message } of problems) {
  process.stdout.write(`${severity.padEnd(7)} rules/${file}: ${path}: ${message} [${code}]\n`);
}
for (const id of unknown) process.stdout.write(`error   no rule file ${id}.json\n`);
const errors = problems.filter(({ severity }) => severity === 'error').length + unknown.length;
process.stdout.write(
  `${pack.rules.length} rules in order, ${errors} errors, ${problems.length + unknown.length - errors} warnings\n`,
);
process.exit(errors === 0 ? 0 : 1);
