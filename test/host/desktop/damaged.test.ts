/** What becomes of an inspection file that was altered, cut, moved, or opened under two names: refused in words, never half open. */
import { copyFileSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newInspection, password, samples, TestDesktop } from './desktop.ts';

let desktop: TestDesktop;
let path: string;
beforeEach(async () => {
  desktop = new TestDesktop();
  path = await newInspection(desktop);
});
afterEach(() => {
  desktop.remove();
});

const decision = { action: 'comment', reason: '', comment: '已核对', assignee: null, dueDate: null } as const;

async function checked(): Promise<void> {
  const files = { paths: [join(samples, '执行案件台账（示例）.xlsx')] };
  await desktop.finished(await desktop.call('files.import', files));
  await desktop.finished(await desktop.call('run.start', {}));
}

test('a changed byte is refused wherever it stands, and the inspection that was open stays open', async () => {
  await checked();
  await desktop.call('inspection.close', {});
  const bytes = readFileSync(path);
  const other = await newInspection(desktop, '另一项检查');
  for (const share of [0.0001, 0.5, 0.8]) {
    const altered = Buffer.from(bytes);
    const at = Math.floor(bytes.length * share);
    altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
    const copy = join(desktop.folder, `改动 ${String(share)}.inspection`);
    writeFileSync(copy, altered);
    await expect(desktop.call('inspection.open', { path: copy, password })).rejects.toThrow('E_FILE_DAMAGED');
    expect(await desktop.call('inspection.overview', {})).toMatchObject({ path: other });
  }
  expect(await desktop.call('inspection.open', { path, password })).toMatchObject({ path });
});

describe('is refused in words:', () => {
  test.for([
    ['a file that was cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 4096), 'E_FILE_DAMAGED'],
    ['an empty file', () => Buffer.alloc(0), 'E_FILE_DAMAGED'],
    ['a file that is no inspection', () => Buffer.from('案号,当事人\n'.repeat(500)), 'E_FILE_DAMAGED'],
  ] as const)('%s', async ([, damage, code]) => {
    await desktop.call('inspection.close', {});
    writeFileSync(path, damage(readFileSync(path)));
    await expect(desktop.call('inspection.open', { path, password })).rejects.toThrow(code);
    expect(await desktop.call('inspection.overview', {})).toBeNull();
  });

  test('a file that is not there', async () => {
    const missing = { path: join(desktop.folder, '没有.inspection'), password };
    await expect(desktop.call('inspection.open', missing)).rejects.toThrow('E_FILE_MISSING');
  });

  test('a new inspection without a folder', async () => {
    const args = { path: '检查.inspection', name: '甲', unit: '', asOf: '2026-06-30', password };
    await expect(desktop.call('inspection.create', args)).rejects.toThrow('E_NO_FOLDER');
  });
});

test('a new inspection bears the ending by which it is found again', async () => {
  const args = { path: join(desktop.folder, '无扩展名'), name: '甲', unit: '', asOf: '2026-06-30', password };
  const expected = join(desktop.folder, '无扩展名.inspection');
  expect(await desktop.call('inspection.create', args)).toMatchObject({ path: expected });
});

test('the inspection that is open is not closed by a wrong password for it', async () => {
  await expect(desktop.call('inspection.open', { path, password: 'wrong-password' })).rejects.toThrow(
    'E_WRONG_PASSWORD',
  );
  expect(await desktop.call('inspection.overview', {})).toMatchObject({ path });
  expect(await desktop.call('inspection.open', { path, password })).toMatchObject({ path });
});

test('a second name of the file leads to the same inspection, in this program and in another', async () => {
  const link = join(desktop.folder, '另一个名字.inspection');
  symlinkSync(path, link);
  expect(await desktop.call('inspection.open', { path: link, password })).toMatchObject({ path });
  const another = new TestDesktop();
  try {
    await expect(another.call('inspection.open', { path: link, password })).rejects.toThrow('E_IN_USE');
  } finally {
    another.remove();
  }
});

test('nothing is said to be saved while the file is gone, and all is well once it is back', async () => {
  await checked();
  const [id = ''] = await desktop.call('findings.ids', { filter: {}, order: {} });
  const away = `${path}.away`;
  renameSync(path, away);
  await expect(desktop.call('findings.decide', { ids: [id], ...decision })).rejects.toThrow('E_FILE_GONE');
  await expect(desktop.call('run.start', {})).rejects.toThrow('E_FILE_GONE');
  copyFileSync(away, path);
  await expect(desktop.call('findings.decide', { ids: [id], ...decision })).rejects.toThrow('E_FILE_GONE');
  renameSync(away, path);
  expect(await desktop.call('findings.decide', { ids: [id], ...decision })).toMatchObject({ changed: 1 });
  desktop.restart();
  await desktop.call('inspection.open', { path, password });
  expect((await desktop.call('findings.get', { id })).history).toMatchObject([{ comment: '已核对' }]);
});

test('a disk that was taken away while its inspection was open can be put back: the inspection opens again', async () => {
  const disk = join(desktop.folder, '示例盘');
  mkdirSync(disk);
  const there = join(disk, '检查.inspection');
  await desktop.call('inspection.create', { path: there, name: '甲', unit: '', asOf: '2026-06-30', password });
  renameSync(disk, `${disk}（已取走）`);
  await expect(desktop.call('inspection.close', {})).rejects.toThrow('E_FILE_ACCESS');
  expect(await desktop.call('inspection.overview', {})).toBeNull();
  renameSync(`${disk}（已取走）`, disk);
  expect(await desktop.call('inspection.open', { path: there, password })).toMatchObject({ name: '甲' });
});
