import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { OutputFolderError, prepareOutputFolder, publish } from '../../../src/host/output/publish.ts';
import { SealedOutputs } from '../../../src/host/output/sealed-outputs.ts';

const root = mkdtempSync(join(tmpdir(), 'publish-test-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

let outputs: SealedOutputs;
beforeEach(() => {
  outputs = new SealedOutputs();
});
afterEach(() => {
  outputs.remove();
});

test('results appear in a new folder, as they were sealed', async () => {
  await outputs.writeText('findings.json', ['测试', '某']);
  const folder = join(root, '一', '结果');
  await publish(outputs, folder);
  expect(readFileSync(join(folder, 'findings.json'), 'utf8')).toBe('测试某');
  expect(readdirSync(join(root, '一'))).toEqual(['结果']);
});

test('results replace older ones; other files in the folder stay', async () => {
  const folder = join(root, '二');
  mkdirSync(folder);
  writeFileSync(join(folder, 'findings.json'), 'old');
  writeFileSync(join(folder, '笔记.txt'), 'mine');
  await outputs.writeText('findings.json', ['new']);
  await publish(outputs, folder);
  expect(readFileSync(join(folder, 'findings.json'), 'utf8')).toBe('new');
  expect(readFileSync(join(folder, '笔记.txt'), 'utf8')).toBe('mine');
});

test('a folder that is a file is refused before the work', () => {
  const path = join(root, '文件');
  writeFileSync(path, '');
  expect(() => {
    prepareOutputFolder(path);
  }).toThrow(OutputFolderError);
});

test('what a killed run left beside the folder is removed, what a living one writes is not', () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const folder = join(root, '三');
  mkdirSync(join(root, `.三.audit-partial-${dead}-abcdef`));
  mkdirSync(join(root, `.别的结果.audit-partial-${dead}-abcdef`));
  mkdirSync(join(root, `.三.audit-partial-${process.ppid}-abcdef`));
  prepareOutputFolder(folder);
  expect(readdirSync(root).filter((name) => name.startsWith('.'))).toEqual([
    `.三.audit-partial-${process.ppid}-abcdef`,
  ]);
});
