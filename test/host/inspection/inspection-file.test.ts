import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openEncrypted } from '../../../src/host/inspection/encrypted-database.ts';
import { InspectionError } from '../../../src/host/inspection/inspection-error.ts';
import {
  createInspection,
  createTemporaryInspection,
  openInspection,
} from '../../../src/host/inspection/inspection-file.ts';
import { recordStore } from '../../../src/host/inspection/records.ts';
import { schemaVersion } from '../../../src/host/inspection/schema.ts';
import { sourceStore } from '../../../src/host/inspection/sources.ts';

const folder = mkdtempSync(join(tmpdir(), 'inspection-test-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const password = '示例口令 test';
const secretName = '测试某甲丙丁戊己';
let count = 0;

function newPath(): string {
  count += 1;
  return join(folder, `测试${count}.inspection`);
}

/** A closed inspection with a file, a sheet, and records that name a person. */
async function sample(path: string): Promise<void> {
  const inspection = await createInspection(path, password);
  fill(inspection.database);
  inspection.close();
}

function fill(database: Parameters<typeof sourceStore>[0]): void {
  const sources = sourceStore(database);
  const records = recordStore(database);
  database.transaction(() => {
    const fileId = sources.add('示例.xlsx');
    sources.addChunk(fileId, 0, Buffer.from(secretName.repeat(20_000), 'utf8'));
    sources.finish(fileId, { bytes: 10, sha256: 'ab', error: null, duplicateOf: null, warnings: [], encoding: null });
    const sheetId = records.addSheet({
      fileId,
      ordinal: 0,
      name: '2026年',
      register: 'crimeReferral',
      fields: ['suspect', 'caseNo'],
      columns: { suspect: 0, caseNo: 1 },
      entry: {},
    });
    records.addRecords(
      sheetId,
      Array.from({ length: 2000 }, (_, index) => ({ row: index + 2, values: [`${secretName}${index}`, null] })),
    );
  })();
}

async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof InspectionError) return error.code;
    throw error;
  }
  return 'opened';
}

/** Opens, reads everything, closes. */
async function openWhole(path: string): Promise<void> {
  const inspection = await openInspection(path, password);
  try {
    inspection.verify();
  } finally {
    inspection.close();
  }
}

describe('an inspection file', () => {
  test('is one file when closed, and opens with its password', async () => {
    const path = newPath();
    await sample(path);
    const beside = readdirSync(folder).filter((name) => name.startsWith(`测试${count}.`));
    expect(beside).toEqual([`测试${count}.inspection`]);
    const inspection = await openInspection(path, password);
    const store = recordStore(inspection.database);
    const [sheet] = store.sheets();
    if (!sheet) throw new Error('no sheet');
    const records = store.records(sheet, {
      file: '示例.xlsx',
      sheet: sheet.name,
      register: 'crimeReferral',
      columns: sheet.columns,
    });
    expect(records).toHaveLength(2000);
    expect(records[1999]).toMatchObject({ row: 2001, values: { suspect: `${secretName}1999`, caseNo: null } });
    inspection.close();
    await openWhole(path);
  });

  test('opens after it was copied elsewhere', async () => {
    const path = newPath();
    await sample(path);
    const copy = newPath();
    copyFileSync(path, copy);
    await openWhole(copy);
  });

  test('is backed up while it is open: whole, encrypted, by the same password, never half', async () => {
    const path = newPath();
    const inspection = await createInspection(path, password);
    fill(inspection.database);
    const copy = newPath();
    inspection.backup(copy);
    expect(readFileSync(copy).includes(Buffer.from(secretName, 'utf8'))).toBe(false);
    // What comes later is not in it, and both live on.
    const records = (database: typeof inspection.database) =>
      database.prepare<[], number>('SELECT count(*) FROM record').pluck().get();
    expect(records(inspection.database)).toBe(2000);
    fill(inspection.database);
    const second = await openInspection(copy, password);
    expect(records(second.database)).toBe(2000);
    expect(records(inspection.database)).toBe(4000);
    second.close();
    expect(await codeOf(() => openInspection(copy, '错误密码'))).toBe('E_INSPECTION_WRONG_PASSWORD');
    expect(
      await codeOf(() => {
        inspection.backup(join(folder, '没有的文件夹', '备份.inspection'));
      }),
    ).toBe('E_INSPECTION_DISK');
    inspection.close();
    await openWhole(path);
    await openWhole(copy);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('keeps its key block when it grows past it', async () => {
    const path = newPath();
    await sample(path);
    const before = statSync(path).size;
    for (let round = 0; round < 3; round += 1) {
      const inspection = await openInspection(path, password);
      fill(inspection.database);
      inspection.close();
    }
    expect(statSync(path).size).toBeGreaterThan(before);
    await openWhole(path);
  });

  test('shows no name in plain text, neither in its pages nor in the log of an open one', async () => {
    const path = newPath();
    const inspection = await createInspection(path, password);
    fill(inspection.database);
    const log = readFileSync(`${path}-wal`);
    expect(log.length).toBeGreaterThan(500_000);
    inspection.close();
    for (const bytes of [log, readFileSync(path)]) {
      expect(bytes.includes(Buffer.from(secretName, 'utf8'))).toBe(false);
      expect(bytes.includes('SQLite format')).toBe(false);
      expect(bytes.includes('CREATE TABLE')).toBe(false);
    }
  });

  test('refuses a wrong password and stays whole', async () => {
    const path = newPath();
    await sample(path);
    const before = readFileSync(path);
    expect(await codeOf(() => openInspection(path, 'not it'))).toBe('E_INSPECTION_WRONG_PASSWORD');
    expect(readFileSync(path).equals(before)).toBe(true);
    await openWhole(path);
  });

  test('does not open twice, and is not created over an existing one', async () => {
    const path = newPath();
    const inspection = await createInspection(path, password);
    expect(await codeOf(() => openInspection(path, password))).toBe('E_INSPECTION_IN_USE');
    expect(await codeOf(() => createInspection(path, password))).toBe('E_INSPECTION_EXISTS');
    inspection.close();
    await openWhole(path);
  });

  test('refuses a file that is not there, and one that is something else', async () => {
    expect(await codeOf(() => openInspection(newPath(), password))).toBe('E_INSPECTION_NOT_FOUND');
    const other = newPath();
    writeFileSync(other, 'just text');
    expect(await codeOf(() => openInspection(other, password))).toBe('E_INSPECTION_TRUNCATED');
  });

  test('refuses a changed byte wherever it stands', async () => {
    const path = newPath();
    await sample(path);
    const whole = readFileSync(path);
    const survivors: number[] = [];
    const places = [
      0,
      20,
      100,
      4095,
      5000,
      whole.length - 700,
      whole.length - 300,
      whole.length - 45,
      whole.length - 2,
    ];
    for (let place = 8192; place < whole.length - 1000; place += Math.floor(whole.length / 12)) places.push(place);
    for (const place of places) {
      const altered = newPath();
      const bytes = Buffer.from(whole);
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      writeFileSync(altered, bytes);
      const code = await codeOf(() => openWhole(altered));
      if (!/ALTERED|TRUNCATED|WRONG_PASSWORD/.test(code)) survivors.push(place);
    }
    expect(survivors).toEqual([]);
  });

  test.each([1, 30, 500, 5000, 100_000])('refuses a file that lost its last %i bytes', async (lost) => {
    const path = newPath();
    await sample(path);
    writeFileSync(path, readFileSync(path).subarray(0, -lost));
    expect(await codeOf(() => openWhole(path))).toBe('E_INSPECTION_TRUNCATED');
  });

  test('refuses a file that lost bytes in its middle', async () => {
    const path = newPath();
    await sample(path);
    const bytes = readFileSync(path);
    writeFileSync(path, Buffer.concat([bytes.subarray(0, 40_960), bytes.subarray(45_056)]));
    expect(await codeOf(() => openWhole(path))).toBe('E_INSPECTION_TRUNCATED');
  });

  test('politely refuses a file of a newer program, and leaves it as it was', async () => {
    const path = newPath();
    const inspection = await createInspection(path, password);
    inspection.database.pragma(`user_version = ${schemaVersion + 1}`);
    inspection.close();
    const before = readFileSync(path);
    expect(await codeOf(() => openInspection(path, password))).toBe('E_INSPECTION_NEWER');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('refuses pages that another data key encrypted', async () => {
    const key = Buffer.alloc(32, 7);
    const path = newPath();
    const first = openEncrypted(path, key, false);
    first.exec('CREATE TABLE t (a)');
    first.close();
    expect(await codeOf(() => openEncrypted(path, Buffer.alloc(32, 8), true))).toBe('E_INSPECTION_ALTERED');
  });
});

describe('a temporary inspection', () => {
  test('leaves nothing behind when closed', () => {
    const inspection = createTemporaryInspection();
    fill(inspection.database);
    expect(existsSync(inspection.path)).toBe(true);
    expect(readFileSync(`${inspection.path}-wal`).includes(Buffer.from(secretName))).toBe(false);
    inspection.close();
    expect(existsSync(dirname(inspection.path))).toBe(false);
  });
});
