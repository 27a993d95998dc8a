import { readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newInspection, samples, TestDesktop } from './desktop.ts';

const desktop = new TestDesktop();
let finding: string;
beforeAll(async () => {
  await newInspection(desktop);
  await desktop.finished(await desktop.call('files.import', { paths: [join(samples, '协助执行台账（示例）.xls')] }));
  await desktop.finished(await desktop.call('run.start', {}));
  const [first] = await desktop.call('findings.ids', { filter: {}, order: {} });
  finding = first ?? '';
});
afterAll(() => {
  expect(desktop.unexpected).toEqual([]);
  desktop.remove();
});

const attachments = async () => (await desktop.call('findings.get', { id: finding })).attachments;
const events = async () => (await desktop.call('log.list', { offset: 0, limit: 50 })).rows;

function paper(name: string, content: string | Buffer): string {
  const path = join(desktop.folder, name);
  writeFileSync(path, content);
  return path;
}

test('what is chosen lies beside the finding with its hash, once, and the log tells of it without its name', async () => {
  const letter = paper('示例回函.txt', '示例：已于三月二日办结');
  desktop.answerDialog([letter]);
  expect(await desktop.call('attachments.add', { finding })).toEqual({ added: 1 });
  desktop.answerDialog([letter]);
  expect(await desktop.call('attachments.add', { finding })).toEqual({ added: 0 });
  const sha256 = createHash('sha256').update(readFileSync(letter)).digest('hex');
  expect(await attachments()).toMatchObject([{ name: '示例回函.txt', bytes: readFileSync(letter).length, sha256 }]);
  const [event] = await events();
  expect(event?.what.zh).toBe('添加附件');
  expect(event?.detail).toContain(sha256);
  expect(event?.detail).not.toContain('回函');
});

test('a saved copy is the same byte by byte, and a removed attachment leaves its hash in the log', async () => {
  const [kept] = await attachments();
  const id = kept?.id ?? 0;
  const copy = join(desktop.folder, '另存.txt');
  desktop.answerDialog(copy);
  expect(await desktop.call('attachments.save', { id })).toEqual({ path: copy });
  expect(createHash('sha256').update(readFileSync(copy)).digest('hex')).toBe(kept?.sha256);
  await desktop.call('attachments.remove', { id });
  expect(await attachments()).toEqual([]);
  expect((await events()).map(({ what }) => what.zh).slice(0, 2)).toEqual(['移除附件', '另存附件']);
  expect((await events())[0]?.detail).toContain(kept?.sha256);
});

test.each([
  ['a file over 20 MB', '示例大附件.pdf', 20 * 1024 * 1024 + 1, 'E_ATTACHMENT_TOO_LARGE'],
  ['a name with a mark of state secrets', '（机密）示例.pdf', 10, 'E_ATTACHMENT_CLASSIFIED'],
])('%s is refused, and with it the others of the choice', async (_what, name, bytes, code) => {
  desktop.answerDialog([paper('示例附页.txt', '示例'), paper(name, Buffer.alloc(bytes))]);
  await expect(desktop.call('attachments.add', { finding })).rejects.toThrow(code);
  expect(await attachments()).toEqual([]);
});

test('a cancelled choice adds nothing, and an unknown finding takes nothing', async () => {
  desktop.answerDialog(null);
  expect(await desktop.call('attachments.add', { finding })).toEqual({ added: 0 });
  await expect(desktop.call('attachments.add', { finding: 'none' })).rejects.toThrow('E_NOT_FOUND');
  await expect(desktop.call('attachments.remove', { id: 99 })).rejects.toThrow('E_NOT_FOUND');
});
