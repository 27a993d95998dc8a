/** Child of kill.test.ts: writes one row a transaction and says so on standard output, until it is killed. */
import { existsSync, writeSync } from 'node:fs';
import { createInspection, openInspection } from '../../../src/host/inspection/inspection-file.ts';
import { recordStore } from '../../../src/host/inspection/records.ts';
import { sourceStore } from '../../../src/host/inspection/sources.ts';

const [path, password] = process.argv.slice(2);
if (path === undefined || password === undefined) throw new Error('usage: write-forever.ts PATH PASSWORD');

const inspection = existsSync(path) ? await openInspection(path, password) : await createInspection(path, password);
const records = recordStore(inspection.database);
let sheetId = records.sheets()[0]?.id;
if (sheetId === undefined) {
  const fileId = sourceStore(inspection.database).add('示例.xlsx');
  sheetId = records.addSheet({ fileId, ordinal: 0, name: '表', register: null, fields: [], columns: {}, entry: null });
}
const last = inspection.database.prepare<[], number | null>('SELECT max(row) FROM problem').pluck().get() ?? 0;
for (let row = last + 1; ; row += 1) {
  records.addProblems(sheetId, [
    { row, cell: `A${row}`, field: null, code: 'CELL_ERROR', severity: 'error', value: '测试'.repeat(100) },
  ]);
  // Synchronous: once the line is out, the row must survive.
  writeSync(1, `${row}\n`);
}
