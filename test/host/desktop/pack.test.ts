import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealPack } from '../../../src/host/pack-file/pack-file.ts';
import { filesOfFolder } from '../../../src/host/pack-file/pack-folder.ts';
import { newInspection, password, root, TestDesktop } from './desktop.ts';

const desktop = new TestDesktop();
const { privateKey } = generateKeyPairSync('ed25519');
const shipped = filesOfFolder(join(root, 'rules'));
const RULE = 'filing/handler-assign-7d.json';
let inspection: string;
beforeAll(async () => {
  inspection = await newInspection(desktop);
});
afterAll(() => {
  expect(desktop.unexpected).toEqual([]);
  desktop.remove();
});

type Files = Readonly<Record<string, string>>;
const text = (path: string): string => {
  const found = shipped[path];
  if (found === undefined) throw new Error(`the pack has no ${path}`);
  return found;
};
function packFile(files: Files, change: (bytes: Buffer) => Buffer = (bytes) => bytes): string {
  const path = join(desktop.folder, '示例.rulepack');
  writeFileSync(path, change(sealPack(files, privateKey)));
  return path;
}
async function offered(path: string) {
  desktop.answerDialog(path);
  return await desktop.call('pack.open', {});
}
const used = () => desktop.call('pack.get', {});

/** A newer pack: one rule more severe, of a new version, and one rule less. */
const newer = (): Files => {
  const files: Record<string, string> = { ...shipped };
  const rule = JSON.parse(text(RULE)) as { version: string; severity: string };
  files[RULE] = JSON.stringify({ ...rule, version: '9.0.0', severity: rule.severity === 'minor' ? 'major' : 'minor' });
  files['pack.json'] = JSON.stringify({ version: '示例2' });
  return Object.fromEntries(Object.entries(files).filter(([path]) => path !== 'custody/custody-24h.json'));
};

test('what a pack changes is shown first, and its publisher has to be confirmed', async () => {
  const before = await used();
  const { pack, refused } = await offered(packFile(newer()));
  expect(refused).toBeNull();
  expect(pack).toMatchObject({ version: '示例2', known: false, data: [] });
  expect(pack?.changes.map(({ id, before: was, after, parts }) => [id, was, after, parts])).toEqual([
    ['custody-24h', '1.0.0', null, []],
    ['handler-assign-7d', expect.any(String), '9.0.0', ['severity']],
  ]);
  await expect(desktop.call('pack.accept', { trust: false })).rejects.toThrow('E_BAD_ARGUMENT');
  expect(await used()).toEqual(before);
});

test('an accepted pack judges from then on, stays in the inspection, and can be taken back', async () => {
  const before = await used();
  await offered(packFile(newer()));
  expect((await desktop.finished(await desktop.call('pack.accept', { trust: true }))).state).toBe('done');
  expect(await used()).toMatchObject({ version: '示例2', rules: before.rules - 1 });
  expect((await desktop.call('rules.list', {})).map(({ id }) => id)).not.toContain('custody-24h');
  expect((await desktop.finished(await desktop.call('run.start', {}))).state).toBe('done');
  expect((await desktop.call('inspection.overview', {}))?.rulePack.version).toBe('示例2');

  desktop.restart();
  await desktop.call('inspection.open', { path: inspection, password });
  expect(await used()).toMatchObject({ version: '示例2' });
  expect((await offered(packFile(newer()))).pack).toMatchObject({ known: true, changes: [], data: [] });
  await desktop.call('pack.reset', {});
  expect(await used()).toEqual(before);
  const { rows } = await desktop.call('log.list', { offset: 0, limit: 9 });
  expect(rows.filter(({ what }) => what.zh === '更换规则包').length).toBe(2);
});

const altered = (bytes: Buffer): Buffer =>
  gzipSync(gunzipSync(bytes).toString('utf8').replace('handler-assign-7d', 'handler-assign-8d'));

test.each<[what: string, files: () => Files, change: (bytes: Buffer) => Buffer, words: RegExp]>([
  ['an altered pack', newer, altered, /签名不符/u],
  ['a cut pack', newer, (bytes) => bytes.subarray(0, 2000), /已损坏/u],
  ['another file', newer, () => Buffer.from('示例'), /不是规则包/u],
  ['a path that leads out of the folder', () => ({ '../x.json': '{}' }), (bytes) => bytes, /格式不对/u],
  ['a rule that the schema refuses', () => ({ ...newer(), [RULE]: '{}' }), (bytes) => bytes, /有 \d+ 处错误/u],
  [
    'a rule with a fact that this program does not have',
    () => ({ ...newer(), [RULE]: text(RULE).replaceAll('"overdue"', '"overdueByMoon"') }),
    (bytes) => bytes,
    /有 \d+ 处错误/u,
  ],
])('%s is refused in words', async (_what, files, change, words) => {
  const before = await used();
  const { refused, pack } = await offered(packFile(files(), change));
  expect(pack).toBeNull();
  expect(refused?.zh).toMatch(words);
  expect(await used()).toEqual(before);
});

test('a pack that fails its own tests is looked at, and not imported', async () => {
  const before = await used();
  const files = {
    ...newer(),
    [RULE]: text(RULE)
      .replace('"expect": "violates"', '"expect": "complies"')
      .replace(/"limb": "[^"]+",\n/u, ''),
  };
  expect((await offered(packFile(files))).refused).toBeNull();
  expect(await desktop.finished(await desktop.call('pack.accept', { trust: true }))).toMatchObject({
    state: 'failed',
    error: 'E_PACK_TESTS',
  });
  expect(await used()).toEqual(before);
});

test('what the inspection has tailored must fit the pack', async () => {
  await desktop.call('rules.tailor', { id: 'custody-24h', enabled: false, reason: '示例' });
  expect((await offered(packFile(newer()))).refused?.zh).toMatch(/对规则的调整不适用.*\n.*custody-24h/u);
  await desktop.call('rules.tailor', { id: 'custody-24h', enabled: true });
});

test('the page of a rule tells what the inspection did with it and with its pack, latest first', async () => {
  const history = async (id: string) => (await desktop.call('rules.get', { id })).history.map(({ words }) => words.zh);
  await desktop.call('rules.tailor', { id: 'custody-24h', severity: 'minor' });
  expect(await history('custody-24h')).toEqual([
    '程度改为一般',
    '恢复默认',
    '停用',
    '恢复随程序提供的规则包 1.0.0',
    '导入规则包 示例2',
  ]);
  expect(await history('handler-assign-7d')).toEqual(['恢复随程序提供的规则包 1.0.0', '导入规则包 示例2']);
});
