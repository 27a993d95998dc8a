/**
 * `npm run bench [-- reading|judging|audit|window|start|million] [--rows N] [--faulty SHARE]`: figures of one run on this
 * machine; compare ratios, not seconds. `--faulty 0.9` puts one more breach into nine of ten cases of the audit.
 */
import { parseArgs } from 'node:util';
import { ensureDisplay } from '../scripts/display.ts';
import { benchJudging } from './judging.ts';
import { benchMillion } from './million.ts';
import { benchReading } from './reading.ts';
import { benchStart } from './start.ts';
import { benchWholeAudit } from './whole-audit.ts';
import { runWithLargeHeap } from './large-heap.ts';
import { benchWindow } from './window.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string' }, faulty: { type: 'string' } },
});
/** Millions of records with their neighbours stand in memory at once; without this V8 stops at about 4 GiB. */
const MILLION_HEAP_MIB = 12_288;
const wanted = new Set(positionals.length > 0 ? positionals : ['reading', 'judging', 'audit']);
const report = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

// First of all, because it may run this program again.
if (wanted.has('window') || wanted.has('start')) ensureDisplay();
if (wanted.has('reading')) await benchReading(report);
if (wanted.has('judging')) await benchJudging(report);
if (wanted.has('audit')) await benchWholeAudit(Number(values.rows ?? 200_000), Number(values.faulty ?? 0), report);
if (wanted.has('window')) await benchWindow(Number(values.rows ?? 300_000), report);
if (wanted.has('start')) await benchStart(report);
if (wanted.has('million') && !runWithLargeHeap(MILLION_HEAP_MIB)) {
  await benchMillion(Number(values.rows ?? 1_000_000), report);
}
