import exceljs from '@zurmokeeper/exceljs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChannelArgs } from '../../../src/contract/channels.ts';
import { openCheckedSample } from './checked-sample.ts';
import { TestDesktop } from './desktop.ts';

const desktop = new TestDesktop();
const everything = { filter: {}, order: {}, offset: 0, limit: 500 };
beforeAll(async () => {
  await openCheckedSample(desktop);
});
afterAll(() => {
  expect(desktop.unexpected).toEqual([]);
  desktop.remove();
});

async function idOf(ruleId: string): Promise<string> {
  const { rows } = await desktop.call('findings.list', { ...everything, filter: { ruleId: [ruleId] } });
  const [first] = rows;
  if (first === undefined) throw new Error(`the sample has no finding of ${ruleId}`);
  return first.id;
}

describe('the list of findings', () => {
  test('stands group by group, the gravest group first', async () => {
    const { rows, total, cases } = await desktop.call('findings.list', everything);
    expect(rows.length).toBe(total);
    const groups = rows.map(({ subject }) => subject).filter((subject, at, all) => subject !== all[at - 1]);
    expect(groups.length).toBe(cases);
    expect(rows[0]?.severity).toBe('critical');
    expect(rows.every(({ change }) => change === 'new')).toBe(true);
  });

  test('pages add up to the whole, in the same order', async () => {
    const ids = await desktop.call('findings.ids', { filter: {}, order: {} });
    const pages: string[] = [];
    for (let offset = 0; offset < ids.length; offset += 40) {
      const { rows } = await desktop.call('findings.list', { ...everything, offset, limit: 40 });
      pages.push(...rows.map(({ id }) => id));
    }
    expect(pages).toEqual(ids);
  });

  test('the sizes of the groups add up to the list, and each begins where its caption changes', async () => {
    const { rows } = await desktop.call('findings.list', everything);
    const { sizes } = await desktop.call('findings.groups', { filter: {}, order: {} });
    const counted = Map.groupBy(rows, ({ subject }) => subject);
    expect(sizes).toBe([...counted.values()].map(({ length }) => length).join(','));
    expect((await desktop.call('findings.groups', { filter: {}, order: { group: 'none' } })).sizes).toBe('');
  });

  test('a part of the ids is that part of the whole', async () => {
    const ids = await desktop.call('findings.ids', { filter: {}, order: {} });
    const part = await desktop.call('findings.ids', { filter: {}, order: {}, offset: 3, limit: 4 });
    expect(part).toEqual(ids.slice(3, 7));
  });

  test('each facet is counted under the other filters', async () => {
    const filter = { class: ['violation' as const] };
    const facets = await desktop.call('findings.facets', { filter });
    const { total } = await desktop.call('findings.list', { ...everything, filter });
    const { all } = await desktop.call('findings.list', everything);
    const sum = (id: string) =>
      facets.find((facet) => facet.id === id)?.values.reduce((count, value) => count + value.count, 0);
    expect(sum('class')).toBe(all);
    for (const id of ['severity', 'state', 'party', 'ruleId', 'change']) expect([id, sum(id)]).toEqual([id, total]);
    const clause = facets.find(({ id }) => id === 'clause')?.values[0];
    const underClause = await desktop.call('findings.list', {
      ...everything,
      filter: { ...filter, clause: [clause?.value ?? ''] },
    });
    expect(underClause.total).toBe(clause?.count);
  });

  test('is searched by case number, Chinese words and pinyin initials alike', async () => {
    const { rows } = await desktop.call('findings.list', everything);
    const row = rows.find(({ party }) => party.includes('公安局'));
    const find = async (text: string) => desktop.call('findings.list', { ...everything, filter: { text } });
    expect((await find(row?.party ?? '')).rows.map(({ id }) => id)).toContain(row?.id);
    expect((await find('gaj')).rows.map(({ id }) => id)).toContain(row?.id);
    expect((await find('没有这样的文字')).total).toBe(0);
  });
});

test('a finding explains itself with its cells, which lead to their rows', async () => {
  const id = await idOf('rz-refusal-doc-exists');
  const detail = await desktop.call('findings.get', { id });
  expect(detail.message.zh.map(({ text }) => text).join('')).not.toMatch(/\{\{/u);
  expect(detail.law.length).toBeGreaterThan(0);
  expect(detail.clauses.every(({ quote }) => quote !== '')).toBe(true);
  const chips = detail.conditions.flatMap(({ values }) => values).filter(({ cell }) => cell !== null);
  expect(chips.length).toBeGreaterThan(0);
  const [chip] = chips;
  const page = await desktop.call('source.rows', {
    sheetId: chip?.sheetId ?? 0,
    offset: (chip?.row ?? 1) - 1,
    limit: 1,
  });
  expect(page.rows[0]).toMatchObject({ row: chip?.row, kind: 'record' });
  expect(page.rows[0]?.findings.map((finding) => finding.id)).toContain(id);
});

describe('what may excuse a finding', () => {
  test('says what would show it and what would then follow by the rule: it falls, or a person decides', async () => {
    const { justifications, message } = await desktop.call('findings.get', { id: await idOf('assist-dept-overdue') });
    const [papers, memorandum] = justifications;
    expect(papers?.then).toEqual({ kind: 'falls', remaining: [] });
    expect(papers?.needs.map(({ label }) => label.zh)).toContain('未办原因');
    // No register can show a memorandum.
    expect(memorandum).toMatchObject({ needs: [], then: { kind: 'person' } });
    expect(message.zh.filter(({ decisive }) => decisive).map(({ text }) => text)).toEqual(['49日']);
  });

  test('an approval that the row leaves blank would move the end of the time limit', async () => {
    const { justifications, timeLine } = await desktop.call('findings.get', { id: await idOf('rz-review-deadlines') });
    const [extension] = justifications;
    expect(extension?.needs[0]?.cell).toMatch(/^[A-Z]+\d+$/u);
    expect(extension?.then).toMatchObject({ kind: 'extended', day: timeLine?.allowed });
    const over = extension?.then.kind === 'extended' ? extension.then.days : -1;
    expect(over === 0).toBe((timeLine?.end.day ?? '') <= (timeLine?.allowed ?? ''));
  });

  test('its blank cells go on the list of gaps with the rule that asks, once, and come off it again', async () => {
    const id = await idOf('seizure-expiry-lapse');
    const { missing } = await desktop.call('findings.get', { id });
    expect(missing.length).toBeGreaterThan(0);
    const listed = async (): Promise<string[][]> => {
      const path = join(desktop.folder, `补正清单${String(desktop.events.length)}.xlsx`);
      expect((await desktop.finished(await desktop.call('gaps.export', { path }))).state).toBe('done');
      const workbook = new exceljs.Workbook();
      await workbook.xlsx.readFile(path);
      const rows: string[][] = [];
      workbook.getWorksheet('补正清单')?.eachRow((row) => {
        if (row.getCell(8).text.startsWith('核查线索需要')) rows.push([row.getCell(5).text, row.getCell(8).text]);
      });
      return rows;
    };
    const before = await listed();
    expect(before).toEqual([]);
    await desktop.call('gaps.ask', { finding: id, wanted: true });
    expect(await desktop.call('gaps.ask', { finding: id, wanted: true })).toEqual({ cells: 0 });
    const asked = await desktop.call('findings.get', { id });
    expect(asked.missing.every((cell) => cell.asked)).toBe(true);
    const cells = (await listed()).map(([cell]) => cell);
    expect(cells.length).toBeGreaterThan(0);
    expect(missing.map(({ cell }) => cell)).toEqual(expect.arrayContaining(cells));
    expect((await listed())[0]?.[1]).toContain(asked.row.title.zh);
    expect(await desktop.call('gaps.ask', { finding: id, wanted: false })).toEqual({ cells: missing.length });
    expect(await listed()).toEqual([]);
  });
});

test('a value that stands in another row leads to its cell there, and that cell holds it', async () => {
  const { rows } = await desktop.call('findings.list', everything);
  await desktop.call('settings.set', { masked: false });
  let places = 0;
  for (const { id } of rows) {
    const detail = await desktop.call('findings.get', { id });
    const sources = new Set(detail.sources.map(({ sheetId, row }) => `${String(sheetId)} ${String(row)}`));
    for (const { words, place } of detail.conditions.flatMap(({ computed }) => computed)) {
      if (place === null) continue;
      places += 1;
      expect(sources).toContain(`${String(place.sheetId)} ${String(place.row)}`);
      const { rows: cells } = await desktop.call('source.rows', {
        sheetId: place.sheetId,
        offset: place.row - 1,
        limit: 1,
      });
      const letters = /^[A-Z]+/u.exec(place.cell)?.[0] ?? '';
      const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      // Days are written in many ways: their digits are compared.
      const digits = (text: string): string => text.replace(/\D/gu, '').replace(/0/gu, '');
      expect(digits(cells[0]?.cells[column] ?? '')).toContain(digits(words.zh).slice(0, 3));
    }
  }
  await desktop.call('settings.set', { masked: true });
  expect(places).toBeGreaterThan(3);
});

test('the law of a finding is the version in force on the day of its matter, and says how much of it was seen', async () => {
  const { rows } = await desktop.call('findings.list', everything);
  const details = await Promise.all(rows.map(({ id }) => desktop.call('findings.get', { id })));
  const cited = details.flatMap(({ law, lawDay }) => law.map((one) => ({ ...one, lawDay })));
  expect(cited.every(({ lawDay }) => /^\d{4}-\d{2}-\d{2}$/u.test(lawDay ?? ''))).toBe(true);
  expect(cited.every(({ version }) => version.zh.includes('施行'))).toBe(true);
  expect(cited.some(({ note }) => note.zh === '已见全文')).toBe(true);
  for (const { version, lawDay } of cited) {
    const from = /自 (\d{4}-\d{2}-\d{2}) 起/u.exec(version.zh)?.[1] ?? /(\d{4}-\d{2}-\d{2}) 至/u.exec(version.zh)?.[1];
    if (from !== undefined) expect(from <= (lawDay ?? '')).toBe(true);
  }
});

test('what a parameter rests on is named by title and article, never by the id of a source', async () => {
  const rules = await desktop.call('rules.list', {});
  const bases = rules.flatMap(({ parameters }) => parameters.map(({ basis }) => basis.zh));
  expect(bases.length).toBeGreaterThan(0);
  expect(bases.filter((words) => /#|^[a-z-]+$/u.test(words))).toEqual([]);
  expect(bases.some((words) => words.includes('第') && words.includes('条'))).toBe(true);
});

describe('decisions', () => {
  test('many at once under one reason, taken back in one step, and nothing is erased', async () => {
    const ids = (await desktop.call('findings.ids', { filter: { class: ['lead'] }, order: {} })).slice(0, 5);
    const decision = {
      ids,
      action: 'dismiss' as const,
      reason: '系统重复登记',
      comment: '',
      assignee: null,
      dueDate: null,
    };
    expect((await desktop.call('findings.decide', decision)).changed).toBe(ids.length);
    const dismissed = await desktop.call('findings.list', { ...everything, filter: { state: ['dismissed'] } });
    expect(dismissed.total).toBe(ids.length);
    const undone = await desktop.call('findings.undo', {});
    expect(undone.states.map(({ state }) => state)).toEqual(ids.map(() => 'open'));
    const { history } = await desktop.call('findings.get', { id: ids[0] ?? '' });
    expect(history.map(({ action }) => action)).toEqual(['dismiss', 'undo']);
  });

  test('to dismiss needs a reason', async () => {
    const ids = (await desktop.call('findings.ids', { filter: {}, order: {} })).slice(0, 1);
    const decision = { ids, action: 'dismiss' as const, reason: ' ', comment: '', assignee: null, dueDate: null };
    await expect(desktop.call('findings.decide', decision)).rejects.toThrow('E_BAD_ARGUMENT');
  });

  test('what was upheld is put right on a day that is not ahead; the funnel counts it, and it can be taken back', async () => {
    const ids = await desktop.call('findings.ids', { filter: { state: ['open'] }, order: {} });
    const [proposed = '', referred = '', open = ''] = ids;
    const decide = (id: string, action: ChannelArgs<'findings.decide'>['action'], dueDate: string | null = null) =>
      desktop.call('findings.decide', {
        ids: [id],
        action,
        reason: '已补办手续',
        comment: '',
        assignee: null,
        dueDate,
      });
    const funnel = async () => {
      const steps = (await desktop.call('statistics.get', {})).funnel;
      return Object.fromEntries(steps.map(({ id, count }) => [id, count]));
    };
    await decide(proposed, 'propose');
    await decide(referred, 'refer');
    const before = await funnel();
    await expect(decide(open, 'rectify', '2025-07-01')).rejects.toThrow('E_BAD_ARGUMENT state');
    await expect(decide(referred, 'rectify', '9999-01-01')).rejects.toThrow('E_BAD_ARGUMENT dueDate');
    await expect(decide(referred, 'rectify')).rejects.toThrow('E_BAD_ARGUMENT dueDate');
    await decide(proposed, 'rectify', '2025-07-01');
    await decide(referred, 'rectify', '2025-07-01');
    expect(await funnel()).toEqual({ ...before, rectified: 2 });
    expect((await desktop.call('findings.list', { ...everything, filter: { state: ['rectified'] } })).total).toBe(2);
    const { row, history } = await desktop.call('findings.get', { id: referred });
    expect(row).toMatchObject({ state: 'rectified', dueDate: null });
    expect(history.at(-1)).toMatchObject({ action: 'rectify', reason: '已补办手续', dueDate: '2025-07-01' });
    expect((await desktop.call('findings.undo', {})).states).toEqual([{ id: referred, state: 'referred' }]);
    await desktop.call('findings.undo', {});
    expect(await funnel()).toEqual(before);
  });

  test('stay with their facts over a run with other parameters', async () => {
    const id = await idOf('rz-refusal-doc-exists');
    await desktop.call('findings.decide', {
      ids: [id],
      action: 'propose',
      reason: '',
      comment: '',
      assignee: '甲',
      dueDate: '2026-07-31',
    });
    const rules = await desktop.call('rules.list', {});
    const counted = new Set((await desktop.call('findings.list', everything)).rows.map(({ ruleId }) => ruleId));
    const off = rules.find((rule) => counted.has(rule.id) && rule.id !== 'rz-refusal-doc-exists');
    await desktop.call('rules.tailor', { id: off?.id ?? '', enabled: false, reason: '本次不查' });
    expect((await desktop.call('inspection.overview', {}))?.steps.find((step) => step.id === 'run')).toMatchObject({
      state: 'stale',
      reason: { zh: '规则有调整，结果已过时' },
    });
    expect((await desktop.finished(await desktop.call('run.start', {}))).state).toBe('done');
    const { rows } = await desktop.call('findings.list', everything);
    expect(rows.find((row) => row.id === id)).toMatchObject({ state: 'proposed', change: 'unchanged', assignee: '甲' });
    const ofRule = rows.filter(({ ruleId }) => ruleId === off?.id);
    expect(ofRule.length).toBeGreaterThan(0);
    expect(ofRule.every(({ change }) => change === 'gone')).toBe(true);
    await desktop.call('rules.tailor', { id: off?.id ?? '', enabled: true });
    expect((await desktop.call('rules.list', {})).find((rule) => rule.id === off?.id)?.tailored).toBe(false);
  });
});

describe('rules', () => {
  test('stand under their article of the resolution with the beginning of its own words', async () => {
    const rules = await desktop.call('rules.list', {});
    const { clauses } = await desktop.call('rules.get', { id: 'assist-refused' });
    const article = rules.find(({ id }) => id === 'assist-refused')?.article;
    expect(clauses[0]?.id.split('.')[0]).toBe(String(article?.number));
    expect(rules.every(({ article: { number, words } }) => number > 0 && words !== '')).toBe(true);
  });

  test('say in words to what they apply, when they report and what excuses; inner groups say whether one must hold or all', async () => {
    const { conditions } = await desktop.call('rules.get', { id: 'assist-dept-overdue' });
    expect(conditions.map(({ part }) => part)).toEqual(['applies', 'reports', 'reports', 'reports', 'excuses']);
    const lines = conditions[0]?.lines ?? [];
    const group = lines.findIndex(({ words }) => words.zh === '下列之一：');
    expect(group).toBeGreaterThan(0);
    expect(lines[group + 1]).toMatchObject({ depth: (lines[group]?.depth ?? 0) + 1, join: null });
    expect(conditions.at(-1)?.lines.map(({ shown }) => shown)).toEqual([true, false]);
  });

  test('a value that the law sets is not for tailoring, an internal one is', async () => {
    const rules = await desktop.call('rules.list', {});
    const parameters = rules.flatMap((rule) => rule.parameters.map((parameter) => ({ id: rule.id, ...parameter })));
    const law = parameters.find(({ editable, unit }) => !editable && unit !== 'list');
    const own = parameters.find(({ editable, stock }) => editable && /^\d+$/u.test(stock));
    await expect(
      desktop.call('rules.tailor', { id: law?.id ?? '', parameters: { [law?.name ?? '']: '999' } }),
    ).rejects.toThrow('E_BAD_ARGUMENT');
    const changed = await desktop.call('rules.tailor', { id: own?.id ?? '', parameters: { [own?.name ?? '']: '77' } });
    expect(changed.tailored).toBe(true);
    expect(changed.parameters.find(({ name }) => name === own?.name)).toMatchObject({ stock: own?.stock, value: '77' });
    const back = await desktop.call('rules.tailor', { id: own?.id ?? '', parameters: { [own?.name ?? '']: null } });
    expect(back.tailored).toBe(false);
  });

  test('a group is switched off under one reason, in one entry of the log, and on again with no trace left', async () => {
    const [a, b] = (await desktop.call('rules.list', {})).map(({ id }) => id);
    const ids = [a ?? '', b ?? ''];
    const states = async () =>
      (await desktop.call('rules.list', {}))
        .filter(({ id }) => ids.includes(id))
        .map((rule) => [rule.enabled, rule.disabledReason]);
    const entries = async () => (await desktop.call('log.list', { offset: 0, limit: 1 })).total;
    const before = await entries();
    await desktop.call('rules.switch', { enabled: false, rules: ids.map((id) => ({ id, reason: '本次不查' })) });
    expect(await states()).toEqual([
      [false, '本次不查'],
      [false, '本次不查'],
    ]);
    expect(await entries()).toBe(before + 1);
    expect((await desktop.call('rules.get', { id: ids[1] ?? '' })).history[0]?.words.zh).toBe('停用');
    await expect(
      desktop.call('rules.switch', { enabled: true, rules: [{ id: ids[0] ?? '' }, { id: 'no-such-rule' }] }),
    ).rejects.toThrow('E_NOT_FOUND');
    expect(await states()).toContainEqual([false, '本次不查']);
    await desktop.call('rules.switch', { enabled: true, rules: ids.map((id) => ({ id })) });
    expect(await states()).toEqual([
      [true, null],
      [true, null],
    ]);
    expect((await desktop.call('rules.list', {})).some(({ tailored }) => tailored)).toBe(false);
  });

  test('a saved profile is in use as long as the inspection is tailored just so', async () => {
    const inUse = async () => (await desktop.call('profiles.list', {})).map(({ name, inUse: used }) => [name, used]);
    const [rule] = await desktop.call('rules.list', {});
    const id = rule?.id ?? '';
    await desktop.call('rules.tailor', { id, enabled: false, reason: '本次不查' });
    await desktop.call('profiles.save', { name: '示例方案' });
    expect(await inUse()).toEqual([['示例方案', true]]);
    await desktop.call('profiles.apply', { name: null });
    expect(await inUse()).toEqual([['示例方案', false]]);
    await desktop.call('profiles.apply', { name: '示例方案' });
    expect(await inUse()).toEqual([['示例方案', true]]);
    await desktop.call('profiles.apply', { name: null });
  });
});

test('statistics add up to the findings that are present', async () => {
  const statistics = await desktop.call('statistics.get', {});
  const { rows } = await desktop.call('findings.list', everything);
  const present = rows.filter(({ change }) => change !== 'gone').length;
  const sum = (counts: readonly { violation: number; overLimit: number; lead: number }[]) =>
    counts.reduce((all, { violation, overLimit, lead }) => all + violation + overLimit + lead, 0);
  expect(sum(statistics.byParty)).toBe(present);
  expect(sum(statistics.byRule)).toBe(present);
  expect(statistics.bySeverity.reduce((all, { count }) => all + count, 0)).toBe(present);
  expect(statistics.funnel[0]?.count).toBe(present);
});

test('statistics under a filter count what the list shows under the same filter, number by number', async () => {
  const present = ['new' as const, 'changed' as const, 'unchanged' as const];
  const listed = async (filter: ChannelArgs<'findings.list'>['filter']) =>
    (await desktop.call('findings.list', { ...everything, filter: { ...filter, change: present } })).total;
  const whole = await desktop.call('statistics.get', {});
  const party = whole.byParty.slice(0, 2).map(({ value }) => value);
  const clause = whole.byClause.slice(0, 2).map(({ value }) => value);
  for (const filter of [
    { party },
    { clause },
    { party, state: ['open' as const] },
    { clause, month: [whole.byMonth.at(-1)?.value ?? ''] },
  ]) {
    const { funnel, byParty, byRule, byClause, bySeverity, byMonth } = await desktop.call('statistics.get', { filter });
    expect(funnel[0]?.count).toBe(await listed(filter));
    for (const row of byParty)
      expect(row.violation).toBe(await listed({ ...filter, party: [row.value], class: ['violation'] }));
    for (const row of byRule) expect(row.lead).toBe(await listed({ ...filter, ruleId: [row.value], class: ['lead'] }));
    for (const row of byClause)
      expect(row.overLimit).toBe(await listed({ ...filter, clause: [row.value], class: ['overLimit'] }));
    for (const row of byMonth) expect(row.lead).toBe(await listed({ ...filter, month: [row.value], class: ['lead'] }));
    for (const { value, count } of bySeverity) {
      const severity = (['critical', 'major', 'minor'] as const).filter((each) => each === value);
      expect(count).toBe(await listed({ ...filter, severity }));
    }
    if ('clause' in filter) expect(byClause.every(({ value }) => clause.includes(value))).toBe(true);
  }
});

test('persons are masked in statistics, facets and deadlines alike, units are not', async () => {
  const masked = await desktop.call('statistics.get', {});
  const persons = masked.byParty.filter(({ value, label }) => value !== label);
  expect(persons.length).toBeGreaterThan(0);
  expect(persons.every(({ label }) => label.includes('*'))).toBe(true);
  expect(masked.byParty.find(({ value }) => value.includes('公安局'))?.label).toContain('公安局');
  const facets = await desktop.call('findings.facets', { filter: {} });
  const parties = facets.find(({ id }) => id === 'party')?.values ?? [];
  expect(parties.find(({ value }) => value === persons[0]?.value)?.label.zh).toBe(persons[0]?.label);
  await desktop.call('settings.set', { masked: false });
  expect((await desktop.call('statistics.get', {})).byParty.every(({ value, label }) => value === label)).toBe(true);
  await desktop.call('settings.set', { masked: true });
});

test('the log tells what was done, without personal data, and cannot be rewritten', async () => {
  const { rows, total } = await desktop.call('log.list', { offset: 0, limit: 100 });
  expect(rows.length).toBe(total);
  expect(new Set(rows.map(({ what }) => what.en))).toContain('decision made');
  expect(rows.every(({ at }) => at.endsWith('Z'))).toBe(true);
});
