import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openInspection } from '../../../src/host/inspection/inspection-file.ts';
import { newInspection, password, TestDesktop } from './desktop.ts';

const desktop = new TestDesktop();
let path: string;
beforeAll(async () => {
  path = await newInspection(desktop);
});
afterAll(() => {
  expect(desktop.unexpected).toEqual([]);
  desktop.remove();
});

const ITEM = 'accepting-supervision';
const list = () => desktop.call('checklist.list', {});
async function item(id = ITEM) {
  const found = (await list()).items.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no item ${id}`);
  return found;
}

describe('the checklist of an inspection', () => {
  test('begins unanswered, and nothing of it counts as met', async () => {
    const { items, tally } = await list();
    expect(items.length).toBeGreaterThan(20);
    expect(items.every(({ answer }) => answer === null)).toBe(true);
    expect(tally).toMatchObject({ total: items.length, answered: 0, unanswered: items.length, points: 0, possible: 0 });
    expect(items.every(({ clauses }) => clauses.every(({ quote }) => quote !== ''))).toBe(true);
    expect(items.every(({ law }) => law.length > 0 && law.every(({ citation }) => citation.zh !== ''))).toBe(true);
  });

  test('counts points of what is answered and applies, and says what has no evidence', async () => {
    await desktop.call('checklist.answer', { item: ITEM, answer: 'met', note: '' });
    await desktop.call('checklist.answer', { item: ITEM, answer: 'partly', note: ' 意见台账（示例）3 件未答复 ' });
    await desktop.call('checklist.answer', { item: 'team-training', answer: 'met', note: '' });
    await desktop.call('checklist.answer', { item: 'police-support', answer: 'notApplicable', note: '无此事项' });
    expect(await item()).toMatchObject({ answer: 'partly', note: '意见台账（示例）3 件未答复', earlier: null });
    const { tally } = await list();
    expect(tally).toMatchObject({ answered: 3, notApplicable: 1, withoutEvidence: 1, points: 3, possible: 4 });
    expect(tally.answered + tally.unanswered).toBe(tally.total);
  });

  test('takes answers back one by one, newest first, down to the one that stood before', async () => {
    expect(await desktop.call('checklist.undo', {})).toEqual({ item: 'police-support' });
    expect(await item('police-support')).toMatchObject({ answer: null, written: null });
    expect(await desktop.call('checklist.undo', {})).toEqual({ item: 'team-training' });
    expect(await desktop.call('checklist.undo', {})).toEqual({ item: ITEM });
    expect(await item()).toMatchObject({ answer: 'met', note: '' });
    expect(await desktop.call('checklist.undo', {})).toEqual({ item: ITEM });
    expect(await desktop.call('checklist.undo', {})).toEqual({ item: null });
    expect((await list()).tally.answered).toBe(0);
  });

  test('is as one left it after a restart, and its log holds no word of the evidence', async () => {
    await desktop.call('checklist.answer', { item: ITEM, answer: 'notMet', note: '甲公司意见未登记' });
    desktop.restart();
    await desktop.call('inspection.open', { path, password });
    expect(await item()).toMatchObject({ answer: 'notMet', note: '甲公司意见未登记' });
    const { rows } = await desktop.call('log.list', { offset: 0, limit: 50 });
    expect(rows.map(({ detail }) => detail)).toContain(`item=${ITEM} answer=notMet`);
    expect(JSON.stringify(rows)).not.toContain('甲公司');
  });

  test('refuses an item that the pack has not', async () => {
    await expect(desktop.call('checklist.answer', { item: 'none', answer: 'met', note: '' })).rejects.toThrow(
      'E_NOT_FOUND',
    );
  });

  test('shows an answer to a question of other words, but does not count it', async () => {
    await desktop.call('inspection.close', {});
    const file = await openInspection(path, password);
    file.database
      .prepare(
        `INSERT INTO checklist_answer (at, who, item_id, rule_pack, question, answer, note)
         VALUES ('2026-01-01T00:00:00Z', '测试', 'team-training', '0.0.1', '旧问题？', 'met', '旧材料')`,
      )
      .run();
    expect(() => file.database.exec('DELETE FROM checklist_answer')).toThrow(/append-only/u);
    file.close();
    await desktop.call('inspection.open', { path, password });
    expect(await item('team-training')).toMatchObject({ answer: null, earlier: 'met', note: '旧材料' });
    expect((await list()).tally.answered).toBe(1);
  });

  test('a file of the version before opens, and can be answered', async () => {
    const old = await newInspection(desktop, '旧文件');
    await desktop.call('inspection.close', {});
    const file = await openInspection(old, password);
    file.database.exec('DROP TABLE checklist_answer');
    file.database.pragma('user_version = 3');
    file.close();
    await desktop.call('inspection.open', { path: old, password });
    await desktop.call('checklist.answer', { item: ITEM, answer: 'met', note: '台账' });
    expect((await list()).tally).toMatchObject({ answered: 1, points: 2, possible: 2 });
  });
});
