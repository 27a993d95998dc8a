/** The whole audit of a large register as a user runs it, in a process of its own: time, peak memory, and inflating the file alone. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromBuffer, type Entry } from 'yauzl';
import { writeLargeRegister } from './large-register.ts';

export type Report = (line: string) => void;

/** Peak resident memory of a running process in MiB; Linux only, null elsewhere or when it has ended. */
function peakMemoryMib(pid: number): number | null {
  try {
    const match = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'));
    return match?.[1] ? Number(match[1]) / 1024 : null;
  } catch {
    return null;
  }
}

/** Seconds to inflate every entry of the workbook and do nothing with it: the floor for any reader. */
async function inflateSeconds(path: string): Promise<number> {
  const started = process.hrtime.bigint();
  await new Promise<void>((resolve, reject) => {
    fromBuffer(readFileSync(path), { lazyEntries: true }, (error, zip) => {
      if (error) {
        reject(error);
        return;
      }
      zip.on('end', resolve);
      zip.on('error', reject);
      zip.on('entry', (entry: Entry) => {
        zip.openReadStream(entry, (failure, stream) => {
          if (failure) {
            reject(failure);
            return;
          }
          stream.on('end', () => {
            zip.readEntry();
          });
          stream.resume();
        });
      });
      zip.readEntry();
    });
  });
  return Number(process.hrtime.bigint() - started) / 1e9;
}

/** The figure that `--json` prints of an audit. */
function findingsIn(printed: string): number {
  const { findings } = JSON.parse(printed) as { readonly findings: { readonly total: number } };
  return findings.total;
}

/** @param faulty share of the cases in which one thing more went wrong, from 0 to 1 */
export async function benchWholeAudit(rows: number, faulty: number, report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ecc-bench-'));
  try {
    const path = join(folder, 'cases.xlsx');
    await writeLargeRegister(path, rows, faulty);
    const inflate = await inflateSeconds(path);
    const started = process.hrtime.bigint();
    const child = spawn(
      process.execPath,
      ['src/cli/audit.ts', '--as-of', '2026-06-30', '--quiet', '--json', '--out', join(folder, 'out'), path],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, child.pid === undefined ? 0 : (peakMemoryMib(child.pid) ?? 0));
    }, 50);
    const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
    clearInterval(watch);
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    if (status !== 0) throw new Error(`audit ended with status ${String(status)}`);
    const size = statSync(path).size / 1024 / 1024;
    report(`whole audit   ${String(rows)} rows × 20 columns, ${size.toFixed(1)} MiB .xlsx`);
    report(`  findings    ${findingsIn(printed).toLocaleString('en')}`);
    report(
      `  audit       ${seconds.toFixed(1)} s, ${Math.round(rows / seconds).toLocaleString('en')} rows/s, peak memory ${peak.toFixed(0)} MiB`,
    );
    report(`  inflating   ${inflate.toFixed(2)} s alone; the audit takes ${(seconds / inflate).toFixed(1)} times that`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
