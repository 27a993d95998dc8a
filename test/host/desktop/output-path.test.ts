import { linkSync, statSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WHOLE_REPORT } from '../../../src/core/finding/report-choice.ts';
import { newInspection, password, samples, TestDesktop } from './desktop.ts';

const desktop = new TestDesktop();
let path: string;
beforeAll(async () => {
  path = await newInspection(desktop);
  await desktop.finished(await desktop.call('files.import', { paths: [join(samples, '执行案件台账（示例）.xlsx')] }));
  await desktop.finished(await desktop.call('run.start', {}));
});
afterAll(() => {
  expect(desktop.unexpected).toEqual([]);
  desktop.remove();
});

const names: readonly (readonly [what: string, name: () => string])[] = [
  ['its own name', () => path],
  ['a way round', () => join(desktop.folder, 'user', '..', basename(path))],
  [
    'a link to it',
    () => {
      const link = join(desktop.folder, '链接.inspection');
      linkSync(path, link);
      return link;
    },
  ],
  [
    'a symbolic link to it',
    () => {
      const link = join(desktop.folder, '符号链接.inspection');
      symlinkSync(path, link);
      return link;
    },
  ],
];

test.each(names)('nothing is written over the open inspection under %s', async (_what, name) => {
  const target = name();
  const before = statSync(path).size;
  await expect(desktop.call('report.export', { path: target, choice: WHOLE_REPORT })).rejects.toThrow('E_FILE_EXISTS');
  await expect(desktop.call('gaps.export', { path: target })).rejects.toThrow('E_FILE_EXISTS');
  desktop.answerDialog(target);
  await expect(desktop.call('inspection.backup', {})).rejects.toThrow('E_FILE_EXISTS');
  expect(statSync(path).size).toBe(before);
});

test('the inspection opens as before', async () => {
  await desktop.call('inspection.close', {});
  expect((await desktop.call('inspection.open', { path, password })).name).toBe('测试检查');
});
