import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WorkCalendar } from '../src/core/calendar/calendar.ts';
import type { RegisterSet } from '../src/core/fact/fact.ts';
import { createRegisterSet } from '../src/core/fact/register-set.ts';
import type { RegisterRecord } from '../src/core/register/record.ts';
import { CompiledRule } from '../src/core/rule/compile.ts';
import { SharedFacts } from '../src/core/rule/context.ts';
import { ReferenceRule } from '../src/core/rule/reference.ts';
import { loadCalendar, loadRulePack } from '../src/host/rule-pack.ts';
import { HandWritten, handIndexes } from './by-hand.ts';
import { caseRecords } from './case-records.ts';
import { cpuMicroseconds, sampleOf } from './two-engines.ts';

const RULES_ROOT = join(dirname(dirname(fileURLToPath(import.meta.url))), 'rules');
const AS_OF = '2026-06-30';
const SAMPLE = 500;
const KIB_IN_MIB = 1024;

const CASES = 'enforcementCase';

function perSecond(microseconds: number): string {
  return Math.round(1e6 / microseconds).toLocaleString('en');
}

/** Microseconds of this thread's CPU for each record. */
function timed(records: readonly RegisterRecord[], judge: (record: RegisterRecord) => void): number {
  const start = cpuMicroseconds();
  for (const record of records) judge(record);
  return (cpuMicroseconds() - start) / records.length;
}

/** What judging the sample by json-rules-engine costs for each record. @throws where a verdict differs */
async function referenceOnSample(
  sample: readonly RegisterRecord[],
  compiled: readonly CompiledRule[],
  shared: SharedFacts,
): Promise<number> {
  const engines = compiled.map(({ definition }) => new ReferenceRule(definition, shared));
  const expected: string[] = [];
  const start = cpuMicroseconds();
  for (const record of sample) for (const engine of engines) expected.push((await engine.judge(record)).outcome);
  const microseconds = (cpuMicroseconds() - start) / sample.length;
  const found = sample.flatMap((record) => compiled.map((rule) => rule.judge(record).outcome));
  const difference = found.findIndex((outcome, index) => outcome !== expected[index]);
  if (difference >= 0) throw new Error(`engines differ on verdict ${difference} of the sample`);
  return microseconds;
}

/** The same ten rules by closures and by hand, once through each. @throws where the numbers of violations differ */
function besideByHand(
  records: readonly RegisterRecord[],
  compiled: readonly CompiledRule[],
  registers: RegisterSet,
  calendar: WorkCalendar,
) {
  const indexing = cpuMicroseconds();
  const byHand = new HandWritten(handIndexes(registers), calendar, AS_OF);
  const indexed = (cpuMicroseconds() - indexing) / records.length;
  const hand = timed(records, (record) => {
    byHand.judge(record);
  });
  const ten = compiled.filter(({ definition }) => Object.hasOwn(byHand.counts, definition.id));
  const found = new Map<string, number>();
  const closures = timed(records, (record) => {
    for (const rule of ten) {
      if (rule.judge(record).outcome !== 'violates') continue;
      found.set(rule.definition.id, (found.get(rule.definition.id) ?? 0) + 1);
    }
  });
  for (const [id, count] of Object.entries(byHand.counts)) {
    if ((found.get(id) ?? 0) !== count) throw new Error(`${id}: closures ${found.get(id) ?? 0}, by hand ${count}`);
  }
  const violations = Object.values(byHand.counts).reduce((sum, count) => sum + count, 0);
  return { rules: ten.length, hand, indexed, closures, violations };
}

/**
 * All rules of the register of cases on many cases with their neighbours, once through, indexes built on the way; beside
 * json-rules-engine on a sample of the same records, whose verdicts must be the same, and beside ten of the rules written by
 * hand, which must find as many violations.
 */
export async function benchMillion(cases: number, report: (line: string) => void): Promise<void> {
  const pack = await loadRulePack(RULES_ROOT);
  const calendar = loadCalendar(RULES_ROOT);
  const data = caseRecords(pack, cases);
  const neighbours = data.reduce((sum, { register, records }) => sum + (register === CASES ? 0 : records.length), 0);
  const registers = createRegisterSet(data, [], AS_OF, calendar);
  const shared = new SharedFacts({ asOf: AS_OF, calendar, registers, tables: pack.tables, facts: pack.facts });
  const compiled = pack.rules
    .filter(({ definition }) => definition.status === 'active' && definition.register === CASES)
    .map(({ definition }) => new CompiledRule(definition, shared));
  const records = registers.all(CASES);
  const outcomes = new Map<string, number>();
  const closures = timed(records, (record) => {
    for (const rule of compiled) {
      const { outcome } = rule.judge(record);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  });
  const sample = sampleOf(records, SAMPLE);
  const reference = await referenceOnSample(sample, compiled, shared);
  report(
    `million: ${compiled.length} rules on ${records.length.toLocaleString('en')} enforcement cases with ${neighbours.toLocaleString('en')} neighbour records`,
  );
  report(`  closures           ${perSecond(closures)} records/s (CPU of one thread, indexes included)`);
  report(`  json-rules-engine  ${perSecond(reference)} records/s on ${sample.length} of them, same verdicts`);
  report(`  closures are ${(reference / closures).toFixed(0)} times as fast`);
  report(`  verdicts: ${[...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`);

  const ten = besideByHand(records, compiled, registers, calendar);
  report(`  ${ten.rules} of the rules, indexes built before; ${ten.violations} violations in both`);
  report(`    closures         ${perSecond(ten.closures)} records/s`);
  report(
    `    by hand          ${perSecond(ten.hand)} records/s (${perSecond(ten.hand + ten.indexed)} with its indexes), ${(ten.closures / ten.hand).toFixed(1)} times as fast`,
  );
  report(`  peak memory ${Math.round(process.resourceUsage().maxRSS / KIB_IN_MIB)} MiB`);
}
