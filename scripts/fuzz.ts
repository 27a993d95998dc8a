/**
 * `npm run fuzz -- [--cases N] [--seed N]`: random rules on random records, judged by the closures and by
 * json-rules-engine. Exit 1 on the first difference, shrunk to a small case.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { loadCalendar } from '../src/host/rule-pack.ts';
import { differenceBetweenEngines, fuzzCase } from '../test/support/rule-fuzz.ts';
import type { OutcomeCounts } from '../test/support/rule-fuzz.ts';
import { RULES_ROOT } from './rules-root.ts';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const cases = Number(values.cases);
const seed = Number(values.seed);
if (!Number.isInteger(cases) || cases < 1 || !Number.isInteger(seed)) {
  process.stderr.write('usage: npm run fuzz -- [--cases N] [--seed N]\n');
  process.exit(2);
}

const calendar = loadCalendar(RULES_ROOT);
const seen: OutcomeCounts = {};
const started = process.hrtime.bigint();
const result = await fc.check(
  fc.asyncProperty(fuzzCase, async (each) => {
    const difference = await differenceBetweenEngines(each, calendar, seen);
    if (difference !== null) throw new Error(difference);
  }),
  { numRuns: cases, seed },
);
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
const counts = Object.entries(seen).map(([outcome, count]) => `${outcome} ${count}`);
process.stdout.write(`${result.numRuns} cases in ${seconds.toFixed(1)} s, seed ${seed}: ${counts.join(', ')}\n`);
if (result.failed) {
  process.stdout.write(`${await fc.asyncDefaultReportMessage(result)}\n`);
  process.exit(1);
}
process.stdout.write('no difference between closures and json-rules-engine\n');
