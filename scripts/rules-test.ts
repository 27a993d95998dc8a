/** `npm run rules:test -- [ID…]`: runs the rules' own tests in both engines. Exit 1 when one fails or a rule is wrong. */
import { runRuleTests } from '../src/core/rule/self-test.ts';
import { loadCalendar, readRulePack, testBench } from '../src/host/rule-pack.ts';
import { chosenRules, RULES_ROOT } from './rules-root.ts';

const only = chosenRules();
const { pack, refused, problems } = readRulePack(RULES_ROOT, only);
const errors = problems.filter(({ severity }) => severity === 'error');
for (const { file, path, message } of errors) process.stdout.write(`error rules/${file}: ${path}: ${message}\n`);
const bench = testBench(pack, loadCalendar(RULES_ROOT));
let tests = 0;
let failed = 0;
const rules = [...pack.rules, ...refused];
for (const { definition } of rules) {
  const failures = await runRuleTests(definition, bench);
  tests += definition.tests.length;
  failed += new Set(failures.map(({ test }) => test)).size;
  const verdict = failures.length === 0 ? 'ok    ' : 'FAILED';
  process.stdout.write(`${verdict} ${definition.id} (${definition.tests.length} tests)\n`);
  for (const { test, engine, message } of failures) process.stdout.write(`         ${test}: ${message} [${engine}]\n`);
}
const missing = [...(only ?? [])].filter((id) => !rules.some(({ definition }) => definition.id === id));
for (const id of missing) process.stdout.write(`error no usable rule ${id}\n`);
process.stdout.write(
  `${rules.length} rules, ${tests} tests, ${failed} failed; ${errors.length} errors in rule files\n`,
);
process.exit(failed === 0 && errors.length === 0 && missing.length === 0 && tests > 0 ? 0 : 1);
