import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findFiles } from '../../../src/host/import/find-files.ts';

const root = mkdtempSync(join(tmpdir(), 'find-files-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function touch(...names: string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), '');
  }
}

const namesOf = (...paths: string[]): string[] =>
  findFiles(paths.map((path) => join(root, path))).files.map((f) => f.name);

test('a folder is searched with what is below it, in one order, for workbooks only', () => {
  touch('a/乙.xlsx', 'a/甲.CSV', 'a/2025/台账.et', 'a/说明.docx', 'a/~$乙.xlsx', 'a/.隐藏.xlsx', 'a/.git/x.xlsx');
  const found = findFiles([join(root, 'a')]);
  expect(found.files.map(({ name }) => name)).toEqual(['2025/台账.et', '乙.xlsx', '甲.CSV']);
  expect(found.otherFiles).toBe(1);
});

test('a file that is named is taken whatever its ending, and kept when it does not exist', () => {
  touch('b/数据.dat');
  expect(namesOf('b/数据.dat', 'b/没有.xlsx')).toEqual(['数据.dat', '没有.xlsx']);
});

test('a path that stands twice counts once, also through a link', () => {
  touch('c/台账.xlsx');
  symlinkSync(join(root, 'c/台账.xlsx'), join(root, 'c/链接.xlsx'));
  symlinkSync(join(root, 'c'), join(root, 'c/回环'));
  expect(namesOf('c/台账.xlsx', 'c')).toEqual(['台账.xlsx']);
});

test('files of one name are told apart by as many folders as that takes', () => {
  touch('d/2025/台账.xlsx', 'd/2026/台账.xlsx', 'd/x/y/表.xls', 'd/z/y/表.xls');
  expect(namesOf('d/2025/台账.xlsx', 'd/2026/台账.xlsx')).toEqual(['2025/台账.xlsx', '2026/台账.xlsx']);
  expect(namesOf('d/x/y/表.xls', 'd/z/y/表.xls')).toEqual(['x/y/表.xls', 'z/y/表.xls']);
});

test('links to nothing and to themselves stop no other file, and are kept: reading them says what is wrong', () => {
  touch('e/台账.xlsx');
  symlinkSync('没有.xlsx', join(root, 'e/断链.xlsx'));
  symlinkSync('自环.xlsx', join(root, 'e/自环.xlsx'));
  expect(namesOf('e')).toEqual(['台账.xlsx', '断链.xlsx', '自环.xlsx']);
  expect(namesOf('e/自环.xlsx')).toEqual(['自环.xlsx']);
});
