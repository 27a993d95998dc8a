/**
 * `npm run rules:mutate -- [ID…]`: puts small faults into rules; each must be noticed by the rule's own tests, or be
 * explained in rules/mutation-survivors.json. Exit 1 when a survivor is not explained, or an explanation has no survivor.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mutationsOf } from '../src/core/rule/mutate.ts';
import type { Mutation } from '../src/core/rule/mutate.ts';
import type { RuleDefinition } from '../src/core/rule/format.ts';
import { runClosureTest } from '../src/core/rule/self-test.ts';
import type { TestBench } from '../src/core/rule/self-test.ts';
import { loadCalendar, readRulePack, testBench } from '../src/host/rule-pack.ts';
import { chosenRules, RULES_ROOT } from './rules-root.ts';

/** Rule id → mutation id → why no test can notice. */
type Explanations = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Whether a test of the rule fails, or throws, on the mutant. */
function isNoticed(rule: RuleDefinition, { mutant }: Mutation, bench: TestBench): boolean {
  return rule.tests.some((test) => {
    try {
      return runClosureTest(mutant, test, bench) !== null;
    } catch {
      return true;
    }
  });
}

const explanationsFile = join(RULES_ROOT, 'mutation-survivors.json');
const explanations = existsSync(explanationsFile)
  ? (JSON.parse(readFileSync(explanationsFile, 'utf8')) as Explanations)
  : {};
const only = chosenRules();
const { pack } = readRulePack(RULES_ROOT, only);
const bench = testBench(pack, loadCalendar(RULES_ROOT));
let mutations = 0;
let survivors = 0;
let unexplained = 0;
let stale = 0;
let failing = 0;
for (const { definition: rule } of pack.rules) {
  const open = rule.tests.filter((test) => runClosureTest(rule, test, bench) !== null);
  if (open.length > 0) {
    process.stdout.write(`FAILED ${rule.id}: its own tests fail; run rules:test first\n`);
    failing += 1;
    continue;
  }
  const explained = new Map(Object.entries(explanations[rule.id] ?? {}));
  for (const mutation of mutationsOf(rule)) {
    mutations += 1;
    if (isNoticed(rule, mutation, bench)) continue;
    survivors += 1;
    const reason = explained.get(mutation.id);
    explained.delete(mutation.id);
    if (reason !== undefined) continue;
    unexplained += 1;
    process.stdout.write(`survived ${rule.id} ${mutation.id} (${mutation.description})\n`);
  }
  for (const id of explained.keys()) {
    stale += 1;
    process.stdout.write(`stale    ${rule.id} ${id}: explained in mutation-survivors.json, but noticed or gone\n`);
  }
}
process.stdout.write(
  `${pack.rules.length} rules (${failing} failing their tests), ${mutations} mutations, ${mutations - survivors} noticed, ` +
    `${survivors - unexplained} explained, ${unexplained} not explained, ${stale} stale explanations\n`,
);
process.exit(unexplained === 0 && stale === 0 && failing === 0 ? 0 : 1);
