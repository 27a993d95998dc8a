import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRegisterSet } from '../src/core/fact/register-set.ts';
import { SharedFacts } from '../src/core/rule/context.ts';
import type { Environment } from '../src/core/rule/context.ts';
import { loadCalendar, loadRulePack } from '../src/host/rule-pack.ts';
import { caseRecords } from './case-records.ts';
import { factsAtHand } from './facts-at-hand.ts';
import { workloads } from './rule-rows.ts';
import type { Workload } from './rule-rows.ts';
import { measureBoth } from './two-engines.ts';
import type { Slices } from './two-engines.ts';

const RULES_ROOT = join(dirname(dirname(fileURLToPath(import.meta.url))), 'rules');
const AS_OF = '2026-06-30';
const CASES = 10_000;
const RECORDS_PER_REGISTER = 2000;
const REFERENCE_RECORDS_PER_REGISTER = 100;

function spread(values: readonly number[], digits: number): string {
  const [first = 0, ...rest] = [...values].sort((a, b) => a - b);
  const median = [first, ...rest][Math.floor(values.length / 2)] ?? first;
  return `${median.toFixed(digits)} (${first.toFixed(digits)}–${(rest.at(-1) ?? first).toFixed(digits)})`;
}

interface Workplace {
  readonly loads: readonly Workload[];
  readonly environment: Environment;
}

/** Both engines on all registers; records count by their number in each. */
async function bothEngines({ loads, environment }: Workplace): Promise<Slices> {
  const shared = new SharedFacts(environment);
  const closures: number[] = [];
  const reference: number[] = [];
  for (const { rules, records } of loads) {
    const slices = await measureBoth(rules, records, REFERENCE_RECORDS_PER_REGISTER, shared);
    for (const [index, each] of slices.closures.entries()) {
      closures[index] = (closures[index] ?? 0) + each * records.length;
      reference[index] = (reference[index] ?? 0) + (slices.reference[index] ?? 0) * records.length;
    }
  }
  return { closures, reference };
}

function tell(report: (line: string) => void, count: number, { closures, reference }: Slices): void {
  const perSecond = (microseconds: readonly number[]) =>
    spread(
      microseconds.map((each) => (count / each) * 1e6),
      0,
    );
  report(`    closures           ${perSecond(closures)} records/s`);
  report(`    json-rules-engine  ${perSecond(reference)} records/s`);
  report(
    `    closures are ${spread(
      closures.map((each, index) => (reference[index] ?? 0) / each),
      0,
    )} times as fast`,
  );
}

/**
 * Judges the same synthetic records by closures and by json-rules-engine, in one process and one run, in alternating
 * slices. Both give full verdicts (applicability, limbs, exonerating facts, pending); verdicts are compared first. Twice:
 * the conditions alone, on facts about registers and neighbours that were computed before; and with the work of computing
 * those facts, which is the same code behind both engines.
 */
export async function benchJudging(report: (line: string) => void): Promise<void> {
  const pack = await loadRulePack(RULES_ROOT);
  const calendar = loadCalendar(RULES_ROOT);
  const { loads, data } = workloads(pack, RECORDS_PER_REGISTER, caseRecords(pack, CASES));
  const registers = createRegisterSet(data, pack.facts.derivedRegisters, AS_OF, calendar);
  const environment = { asOf: AS_OF, calendar, registers, tables: pack.tables, facts: pack.facts };
  const count = loads.reduce((sum, { records }) => sum + records.length, 0);
  const rules = loads.reduce((sum, load) => sum + load.rules.length, 0);
  report(`judging: ${rules} rules on ${count} records of ${loads.length} registers, each by all rules of its register`);
  report('  by CPU time of one thread, median (least–most) of alternating slices; same verdicts in both');
  report('  conditions, on facts computed before');
  tell(report, count, await bothEngines({ loads, environment: { ...environment, facts: factsAtHand(pack.facts) } }));
  report('  conditions and facts, computed as the rules ask for them');
  tell(report, count, await bothEngines({ loads, environment }));
}
