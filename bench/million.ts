import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRegisterSet } from '../src/core/fact/register-set.ts';
import { CompiledRule } from '../src/core/rule/compile.ts';
import { SharedFacts } from '../src/core/rule/context.ts';
import { ReferenceRule } from '../src/core/rule/reference.ts';
import { loadCalendar, loadRulePack } from '../src/host/rule-pack.ts';
import { caseRecords } from './case-records.ts';
import { cpuMicroseconds, sampleOf } from './two-engines.ts';

const RULES_ROOT = join(dirname(dirname(fileURLToPath(import.meta.url))), 'rules');
const AS_OF = '2026-06-30';
const SAMPLE = 500;
const KIB_IN_MIB = 1024;

/**
 * All rules of the register of cases on many cases with their neighbours, once through, indexes built on the way; beside
 * json-rules-engine on a sample of the same records, whose verdicts must be the same.
 */
export async function benchMillion(cases: number, report: (line: string) => void): Promise<void> {
  const pack = await loadRulePack(RULES_ROOT);
  const calendar = loadCalendar(RULES_ROOT);
  const data = caseRecords(pack, cases);
  const neighbours = data.slice(1).reduce((sum, { records }) => sum + records.length, 0);
  const registers = createRegisterSet(data, [], AS_OF, calendar);
  const shared = new SharedFacts({ asOf: AS_OF, calendar, registers, tables: pack.tables, facts: pack.facts });
  const rules = pack.rules.filter(
    ({ definition }) => definition.status === 'active' && definition.register === 'enforcementCase',
  );
  const records = registers.all('enforcementCase');
  const compiled = rules.map(({ definition }) => new CompiledRule(definition, shared));
  const outcomes = new Map<string, number>();
  const start = cpuMicroseconds();
  for (const record of records) {
    for (const rule of compiled) {
      const { outcome } = rule.judge(record);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  }
  const closures = (cpuMicroseconds() - start) / records.length;

  const engines = rules.map(({ definition }) => new ReferenceRule(definition, shared));
  const sample = sampleOf(records, SAMPLE);
  const referenceStart = cpuMicroseconds();
  const expected: string[] = [];
  for (const record of sample) for (const engine of engines) expected.push((await engine.judge(record)).outcome);
  const reference = (cpuMicroseconds() - referenceStart) / sample.length;
  const found = sample.flatMap((record) => compiled.map((rule) => rule.judge(record).outcome));
  const difference = found.findIndex((outcome, index) => outcome !== expected[index]);
  if (difference >= 0) throw new Error(`engines differ on verdict ${difference} of the sample`);

  const perSecond = (microseconds: number) => Math.round(1e6 / microseconds);
  report(`million: ${rules.length} rules on ${records.length} enforcement cases with ${neighbours} neighbour records`);
  report(`  closures           ${perSecond(closures)} records/s (CPU of one thread, indexes included)`);
  report(`  json-rules-engine  ${perSecond(reference)} records/s on ${sample.length} of them, same verdicts`);
  report(`  closures are ${(reference / closures).toFixed(0)} times as fast`);
  report(`  verdicts: ${[...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', ')}`);
  report(`  peak memory ${Math.round(process.resourceUsage().maxRSS / KIB_IN_MIB)} MiB`);
}
