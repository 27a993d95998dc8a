/** Reads one workbook in a process of its own and prints what it took; started by `reading.ts`. */
import { DEFAULT_LIMITS } from '../src/host/workbook/limits.ts';
import { readWorkbook } from '../src/host/workbook/read-workbook.ts';
import { ZipPackage } from '../src/host/workbook/zip-package.ts';
import { readFileSync } from 'node:fs';

/** What reading took. Seconds of wall clock; memory is the peak of the process in MiB. */
export interface ReadingFigures {
  readonly rows: number;
  readonly cells: number;
  /** Until the sheets are ready to be walked. */
  readonly openSeconds: number;
  /** One walk over all rows and cells. */
  readonly walkSeconds: number;
  readonly peakMib: number;
}

function seconds(since: bigint): number {
  return Number(process.hrtime.bigint() - since) / 1e9;
}

/** From the kernel's own account where there is one: the other figure is inherited from the parent. */
function peakMib(): number {
  try {
    const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (peak !== undefined) return Number(peak) / 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS / 1024;
}

async function inflateOnly(path: string): Promise<ReadingFigures> {
  const started = process.hrtime.bigint();
  const zip = await ZipPackage.open(readFileSync(path), DEFAULT_LIMITS);
  for (const name of zip.names) await zip.verify(name);
  return { rows: 0, cells: 0, openSeconds: seconds(started), walkSeconds: 0, peakMib: 0 };
}

async function readAll(path: string): Promise<ReadingFigures> {
  const started = process.hrtime.bigint();
  const { sheets } = await readWorkbook({ path });
  const openSeconds = seconds(started);
  const walked = process.hrtime.bigint();
  let rows = 0;
  let cells = 0;
  for (const sheet of sheets) {
    for (const row of sheet.rows()) {
      rows++;
      for (const cell of row.cells) if (cell !== undefined) cells++;
    }
  }
  return { rows, cells, openSeconds, walkSeconds: seconds(walked), peakMib: 0 };
}

const [mode, path = ''] = process.argv.slice(2);
const figures = mode === 'inflate' ? await inflateOnly(path) : await readAll(path);
process.stdout.write(JSON.stringify({ ...figures, peakMib: peakMib() } satisfies ReadingFigures));
