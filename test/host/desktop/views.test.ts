import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FindingsView } from '../../../src/contract/model.ts';
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

const blank = {
  class: [],
  severity: [],
  state: [],
  ruleId: [],
  party: [],
  clause: [],
  change: [],
  month: [],
  text: '',
} satisfies FindingsView['filter'];
const grave: FindingsView = {
  filter: { ...blank, severity: ['critical'], party: ['示例市公安局甲分局'] },
  order: { group: 'party', by: 'subject' },
  columns: ['subject', 'assignee'],
};
const open: FindingsView = {
  filter: { ...blank, state: ['open'] },
  order: { group: 'none', by: 'rule' },
  columns: ['party'],
};
const names = async () => (await desktop.call('views.list', {})).map(({ name }) => name);

describe('views of the findings', () => {
  test('are kept under a name, and one saved under the same name takes its place', async () => {
    await desktop.call('views.save', { name: '严重的', view: open });
    await desktop.call('views.save', { name: '严重的', view: grave });
    await desktop.call('views.save', { name: '待核查', view: open });
    const views = await desktop.call('views.list', {});
    expect(views.find(({ name }) => name === '严重的')?.view).toEqual(grave);
    expect(views).toHaveLength(2);
  });

  test('are there after a restart, with the view that one left with', async () => {
    await desktop.call('views.remember', { view: grave });
    desktop.restart();
    await desktop.call('inspection.open', { path, password });
    expect(await names()).toEqual(['待核查', '严重的']);
    expect(await desktop.call('views.last', {})).toEqual(grave);
  });

  test('are renamed, but not over another', async () => {
    await desktop.call('views.rename', { name: '待核查', to: '尚未核查' });
    expect(await names()).toContain('尚未核查');
    await expect(desktop.call('views.rename', { name: '尚未核查', to: '严重的' })).rejects.toThrow('E_BAD_ARGUMENT');
    await expect(desktop.call('views.rename', { name: '没有的', to: '另一个' })).rejects.toThrow('E_NOT_FOUND');
    expect(await names()).toHaveLength(2);
  });

  test('are removed', async () => {
    await desktop.call('views.remove', { name: '尚未核查' });
    expect(await names()).toEqual(['严重的']);
    await expect(desktop.call('views.remove', { name: '尚未核查' })).rejects.toThrow('E_NOT_FOUND');
  });

  test('belong to their inspection', async () => {
    await newInspection(desktop, '另一项检查');
    expect(await names()).toEqual([]);
    expect(await desktop.call('views.last', {})).toBeNull();
  });
});
