/** `npm run bench [-- reading|judging|audit] [--rows N]`: figures of one run on this machine; compare ratios, not seconds. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadRulePack } from '../src/host/rule-pack.ts';
import { benchJudging } from './judging.ts';
import { benchReading } from './reading.ts';
import { benchWholeAudit } from './whole-audit.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rows: { type: 'string' } } });
const wanted = new Set(positionals.length > 0 ? positionals : ['reading', 'judging', 'audit']);
const report = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function judging(): Promise<void> {
  const rulesRoot = join(import.meta.dirname, '../rules');
  const figures = await benchJudging(await loadRulePack(rulesRoot), {
    rulesRoot,
    asOf: '2026-06-30',
    recordsPerRegister: 5_000,
    referenceRecordsPerRegister: 50,
  });
  const perSecond = (records: number, verdicts: number): string =>
    `${records.toLocaleString('en')} records/s, ${verdicts.toLocaleString('en')} verdicts/s`;
  report(`judging       ${String(figures.rules)} rules over ${String(figures.registers)} registers`);
  report(`  closures    ${perSecond(figures.closuresRecordsPerSecond, figures.closuresVerdictsPerSecond)}`);
  report(`  json-rules-engine ${perSecond(figures.referenceRecordsPerSecond, figures.referenceVerdictsPerSecond)}`);
  report(`  ratio       ${figures.ratio.toFixed(0)} times the records per second`);
}

if (wanted.has('reading')) await benchReading(report);
if (wanted.has('judging')) await judging();
if (wanted.has('audit')) await benchWholeAudit(Number(values.rows ?? 200_000), report);
