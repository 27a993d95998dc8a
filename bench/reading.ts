/** Rows read per second by format, and a large .xlsx beside inflating it alone; each reading in a process of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { utils, write, type BookType, type WorkBook } from 'xlsx';
import { caseNo, company, idNumber, person, random } from '../samples/generator/invented.ts';
import { writeLargeRegister } from './large-register.ts';
import type { ReadingFigures } from './reading-child.ts';

const COLUMNS = 20;
const ROWS = 50_000;
const LARGE_ROWS = 200_000;

function table(rows: number): (string | number | object)[][] {
  const next = random(20260701);
  const header = Array.from({ length: COLUMNS }, (_, column) => `列${String(column + 1)}`);
  const date = (serial: number): object => ({ t: 'n', v: serial, z: 'yyyy/m/d' });
  return [
    header,
    ...Array.from({ length: rows - 1 }, (_, row) => [
      row + 1,
      caseNo(2026, row + 1),
      ...[
        company(row % 400),
        person(row % 170),
        idNumber(row % 1000),
        person(row % 60),
        '买卖合同纠纷',
        '执',
        '是',
        '金钱',
      ],
      ...Array.from({ length: 5 }, () => date(45_700 + Math.floor(next() * 500))),
      ...Array.from({ length: 5 }, () => Math.round(next() * 5_000_000) / 100),
    ]),
  ];
}

function book(rows: number): WorkBook {
  return utils.book_new(utils.aoa_to_sheet(table(rows), { dense: true }), '台账');
}

function measure(mode: 'read' | 'inflate', path: string): ReadingFigures {
  const child = fileURLToPath(new URL('./reading-child.ts', import.meta.url));
  const printed = execFileSync(process.execPath, [child, mode, path], { encoding: 'utf8', maxBuffer: 2 ** 20 });
  return JSON.parse(printed) as ReadingFigures;
}

function line(name: string, { rows, openSeconds, walkSeconds, peakMib }: ReadingFigures): string {
  const total = openSeconds + walkSeconds;
  const perSecond = Math.round(rows / total).toLocaleString('en');
  const parts = `open ${openSeconds.toFixed(2)} s + walk ${walkSeconds.toFixed(2)} s`;
  return `  ${name.padEnd(14)}${perSecond.padStart(9)} rows/s   ${parts}   peak ${peakMib.toFixed(0)} MiB`;
}

/** Fewer rows where writing the file, which is not what is measured, takes time that grows with their square. */
const FORMATS: readonly (readonly [name: string, ending: string, type: BookType, rows: number])[] = [
  ['.xlsx', '.xlsx', 'xlsx', ROWS],
  ['.xlsb', '.xlsb', 'xlsb', ROWS / 5],
  ['.xls (BIFF8)', '.xls', 'biff8', ROWS / 5],
  ['.ods', '.ods', 'ods', ROWS],
  ['.html as .xls', '.html.xls', 'html', ROWS],
  ['.csv UTF-8', '.csv', 'csv', ROWS],
];

export async function benchReading(report: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ecc-bench-'));
  try {
    report(
      `reading       ${String(ROWS)} rows × ${String(COLUMNS)} columns by format (.xlsb, .xls: ${String(ROWS / 5)} rows)`,
    );
    for (const [name, ending, bookType, rows] of FORMATS) {
      const path = join(folder, `cases${ending}`);
      writeFileSync(path, write(book(rows), { type: 'buffer', bookType, compression: true, bookSST: true }) as Buffer);
      report(line(name, measure('read', path)));
    }
    const gb18030 = join(folder, 'cases.gb.csv');
    const csv = write(book(ROWS), { type: 'string', bookType: 'csv' }) as string;
    writeFileSync(gb18030, iconv.encode(csv, 'gb18030'));
    report(line('.csv GB18030', measure('read', gb18030)));

    const large = join(folder, 'large.xlsx');
    await writeLargeRegister(large, LARGE_ROWS);
    const size = (statSync(large).size / 2 ** 20).toFixed(1);
    report(`reading       ${String(LARGE_ROWS)} rows × ${String(COLUMNS)} columns, ${size} MiB .xlsx`);
    const inflated = measure('inflate', large);
    report(line('.xlsx', measure('read', large)));
    report(`  inflating alone ${inflated.openSeconds.toFixed(2)} s   peak ${inflated.peakMib.toFixed(0)} MiB`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
