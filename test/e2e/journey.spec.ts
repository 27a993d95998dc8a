/** One inspection from its creation to the exported report and back after a restart, as an inspector works on it. */
import exceljs from '@zurmokeeper/exceljs';
import iconv from 'iconv-lite';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  createInspection,
  goToStep,
  importFiles,
  NAME,
  PASSWORD,
  runCheck,
  step,
  tabTo,
} from './support/inspection.ts';
import { keptFile } from './support/kept-inspection.ts';
import type {} from '../../src/renderer/app/api.ts';
import { expect, launch, newProfile, removeProfile, sampleFiles, test, type RunningApp } from './support/launch.ts';

test.describe.configure({ mode: 'serial' });

const PETITIONS = '执行信访台账（示例）.gb.csv';
/** A header that no dictionary knows; its column holds 收到日期. */
const STRANGE_HEADER = '示例表头甲';
/** What a spreadsheet program would run, if it were a formula. */
const FORMULA = "=cmd|' /C calc'!A0";

let folder: string;
let inspectionPath: string;
let app: RunningApp;

/** The sample, with one header nobody knows and one value that looks like a formula. */
function workbooks(): readonly string[] {
  return sampleFiles.map((file) => {
    const copy = join(folder, basename(file));
    copyFileSync(file, copy);
    if (basename(file) !== PETITIONS) return copy;
    const text = iconv.decode(readFileSync(copy), 'gb18030');
    const changed = text.replace('收到日期', STRANGE_HEADER).replace('SLXF20260003', FORMULA);
    writeFileSync(copy, iconv.encode(changed, 'gb18030'));
    return copy;
  });
}

/** What the command line finds in the sample as it is shipped. */
function findingsOfTheCommandLine(): number {
  return (JSON.parse(readFileSync(keptFile('findings.json'), 'utf8')) as { findings: unknown[] }).findings.length;
}

const list = () => app.page.getByRole('grid', { name: '线索列表' });
const row = (index: number) => list().locator(`#finding-${String(index)}`);
const facet = (name: string) => app.page.getByRole('group', { name, exact: true });
const facetRow = (group: string, value: string) => facet(group).locator('.facet-row', { hasText: value });
const shown = () => app.page.getByText(/^筛出 /);

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await app.page.keyboard.press(key);
}

/** Fills the one dialog that a decision opens, by keyboard, and sends it. */
async function answer(title: string, ...words: readonly string[]): Promise<void> {
  const dialog = app.page.getByRole('dialog', { name: title });
  await expect(dialog).toBeVisible();
  await expect(dialog.locator(':focus')).toHaveCount(1);
  for (const [index, text] of words.entries()) {
    if (index > 0) await press('Tab');
    await app.page.keyboard.type(text);
  }
  await press('Control+Enter');
  await expect(dialog).toBeHidden();
}

test.beforeAll(async ({ runtime }) => {
  folder = newProfile();
  app = await launch(runtime, folder);
});

test.afterAll(async () => {
  await app.close();
  removeProfile(folder);
  expect(app.problems).toEqual([]);
});

test('an inspection is created, and its file shows neither its name nor that it is a database', async () => {
  inspectionPath = await createInspection(app, folder);
  const bytes = readFileSync(inspectionPath);
  expect(bytes.includes('SQLite format 3')).toBe(false);
  expect(bytes.includes(NAME)).toBe(false);
});

test('workbooks are imported, each sheet recognised as its register', async () => {
  await importFiles(app, workbooks());
  const { page } = app;
  const files = await page.evaluate(async () => {
    const answer = await window.api.invoke('files.list', {});
    return answer.ok
      ? answer.value.map(({ name, sheets }) => ({ name, registers: sheets.map((one) => one.register) }))
      : [];
  });
  expect(files.filter(({ registers }) => registers.length === 0 || registers.includes(null))).toEqual([]);
  // The table draws what is in view: one scrolls down to the file.
  const petitions = page.getByRole('table', { name: '已导入的表格' }).getByRole('row').filter({ hasText: PETITIONS });
  await page.getByRole('table', { name: '已导入的表格' }).hover();
  for (let turns = 0; turns < 60 && (await petitions.count()) === 0; turns += 1) await page.mouse.wheel(0, 200);
  await expect(petitions).toBeVisible();
});

test('a header that nobody knows is given its field by hand, and the sheet is read again', async () => {
  const { page } = app;
  // What cannot be checked is said before any run.
  await goToStep(app, '运行检查');
  const unchecked = page.locator('.tree-row', { hasText: '执行信访' }).getByText('不可检查');
  await expect(unchecked.first()).toBeVisible();
  await expect(page.getByRole('region', { name: '运行前已知不可检查' })).toContainText('收到日期');
  await goToStep(app, '核对表头');
  // One of the sheets that ask for attention stands open; this one is taken from the list.
  await page.getByRole('region', { name: PETITIONS, exact: true }).getByRole('button').first().click();
  await expect(page.getByRole('region', { name: new RegExp(`^${PETITIONS} ›`) })).toBeVisible();
  await expect(page.getByRole('heading', { name: /缺少 1 个规则需要的字段/ })).toBeVisible();
  const ready = async () => Number(/(\d+) \/ \d+ 张表/.exec((await step(app, '核对表头').textContent()) ?? '')?.[1]);
  const before = await ready();
  const field = page.getByRole('combobox', { name: `「${STRANGE_HEADER}」对应的字段` });
  await field.fill('收到日期');
  await field.press('Enter');
  await page.getByRole('button', { name: '应用 1 处改动' }).click();
  await expect(page.getByRole('heading', { name: /缺少 \d+ 个规则需要的字段/ })).toHaveCount(0);
  await expect(page.getByRole('row', { name: new RegExp(STRANGE_HEADER) })).toContainText('按已保存的映射方案');
  await expect.poll(ready).toBe(before + 1);
});

test('the run finds in the window what the command line finds', async () => {
  await runCheck(app);
  await goToStep(app, '核查线索');
  const expected = findingsOfTheCommandLine();
  await expect(shown()).toHaveText(new RegExp(`^筛出 ${String(expected)} / ${String(expected)} 条`));
});

test('ten findings are reviewed by keyboard alone, and one decision is taken back', async () => {
  const { page } = app;
  await tabTo(app, list());
  const decided = async (state: string): Promise<void> => {
    await expect(list().locator('.finding-row.current')).toContainText(state);
  };
  await press('c');
  await decided('已提出确认');
  await press('j', 'x');
  await answer('排除：1 条', '有正当理由');
  await decided('已排除');
  await press('j', 'm');
  await decided('待补充');
  await press('j', 'e');
  await answer('移送：1 条', '需纪检监察机关核查');
  await decided('已移送');
  await press('j', 'a');
  await answer('指派：1 条', '甲某某');
  await press('c');
  await decided('已提出确认');
  await press('j', '/');
  await answer('评论：1 条', '已电话核实，示例');
  await press('c');
  await decided('已提出确认');
  for (let count = 0; count < 3; count += 1) {
    await press('j', 'c');
    await decided('已提出确认');
  }
  await press('j', 'x');
  await answer('排除：1 条', '录入错误');
  await decided('已排除');
  await press('Control+z');
  await decided('待核查');
  const history = page.getByRole('article').getByRole('listitem').filter({ hasText: '录入错误' });
  await expect(history).toBeVisible();
  await press('c');
  await decided('已提出确认');

  await expect(step(app, '核查线索')).toContainText('10 / ');
  await expect(row(0)).toContainText('已提出确认');
  await expect(row(1)).toContainText('已排除');
  await expect(row(2)).toContainText('待补充');
  await expect(row(3)).toContainText('已移送');
  await expect(facetRow('处理状态', '已提出确认')).toContainText('7');
});

test('findings are found by the initials of their pinyin, and many are dismissed under one reason', async () => {
  const { page } = app;
  await page.getByRole('textbox', { name: '案号、单位、首字母' }).fill('xfdj');
  await expect(shown()).toHaveText(/^筛出 3 \//);
  await expect(list()).toContainText('执行信访登记');
  const dismissThree = async (): Promise<void> => {
    await press('Shift+ArrowDown', 'Shift+ArrowDown');
    await expect(shown()).toContainText('已选 3');
    await press('x');
    await answer('排除：3 条', '重复线索');
    await expect(facetRow('处理状态', '已排除')).toContainText('3');
    await expect(shown()).toContainText('已选 0');
  };
  await tabTo(app, list());
  await dismissThree();
  await press('Control+z');
  await expect(facetRow('处理状态', '待核查')).toContainText('3');
  await press('k', 'k');
  await dismissThree();
  await page.getByRole('button', { name: '清除', exact: true }).click();
  await expect(step(app, '核查线索')).toContainText('13 / ');
});

test('a value of the explanation leads to its cell in the source, and back to the finding', async () => {
  const { page } = app;
  const conclusion = await page.getByRole('article').getByRole('heading', { level: 2 }).textContent();
  const value = page
    .locator('.conditions')
    .getByRole('button')
    .filter({ has: page.locator('.chip-cell') })
    .first();
  const [text, cell] = await value.locator('span').allTextContents();
  await value.click();
  await expect(page.locator('.value-bar strong')).toHaveText(cell ?? '');
  const target = page.locator('.grid-cell.target');
  await expect(target).toBeVisible();
  await expect(target).toHaveText(text ?? '');
  await page.getByRole('button', { name: '返回线索' }).click();
  await expect(page.getByRole('article').getByRole('heading', { level: 2 })).toHaveText(conclusion ?? '');
});

/** Sets a reference limit of the rule on petitions through the rule tree. */
async function setPetitionDays(days: string): Promise<void> {
  const { page } = app;
  await goToStep(app, '运行检查');
  await page.getByRole('textbox', { name: '规则名、条款、编号' }).fill('petition-handling');
  await page.getByRole('button', { name: /^修改参数 / }).click();
  const dialog = page.getByRole('dialog', { name: /^修改参数/ });
  await dialog.getByLabel(/^办结（227号，内控参考）/).fill(days);
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(dialog).toBeHidden();
  await expect(step(app, '运行检查')).toContainText('规则有调整，结果已过时');
}

test('a parameter is tailored, the run repeated, and every decision stays with its finding', async () => {
  const { page } = app;
  await setPetitionDays('45');
  await expect(page.getByText('与标准方案 1 处不同')).toBeVisible();
  await page.getByText('按登记表', { exact: true }).click();
  await expect(page.getByRole('button', { name: /^执行信访台账/, expanded: true })).toBeVisible();
  await runCheck(app);
  await goToStep(app, '核查线索');
  await expect(facetRow('与上次相比', '已消失')).toContainText('1');
  await expect(facetRow('处理状态', '已提出确认')).toContainText('7');
  await expect(facetRow('处理状态', '已移送')).toContainText('1');
  await expect(step(app, '核查线索')).toContainText('12 / ');

  await page.getByRole('textbox', { name: '案号、单位、首字母' }).fill('执954号');
  await expect(row(0)).toContainText('执行信访登记');
  await row(0).click();
  await expect(page.getByRole('article')).toContainText('已消失');
  await page.getByRole('button', { name: '清除', exact: true }).click();
});

/** A group of rules off under one reason by keyboard, one of them on again, and the group back as it was. */
async function switchGroup(): Promise<void> {
  const { page } = app;
  await page.getByRole('textbox', { name: '规则名、条款、编号' }).fill('');
  await page.getByText('按条款', { exact: true }).click();
  const all = page.getByRole('checkbox', { name: '第三条：全部规则' });
  const head = page.getByRole('button', { name: /^第三条 \d+ \/ / });
  const [, count = ''] = / (\d+)$/.exec((await head.textContent()) ?? '') ?? [];
  await all.focus();
  await press('Space');
  const dialog = page.getByRole('dialog', { name: `停用规则：${count} 条规则` });
  await dialog.getByRole('textbox', { name: '停用理由' }).fill('本次不查');
  await press('Enter');
  await expect(dialog).toBeHidden();
  await expect(head).toContainText(`0 / ${count}`);
  await expect(page.getByRole('status').getByText(`已停用 ${count} 条规则`)).toBeVisible();
  await page.getByRole('button', { name: '撤销', exact: true }).press('Enter');
  await expect(all).toBeChecked();
  await expect(page.getByText('与标准方案相同')).toBeVisible();
}

test('the tailoring is kept as a profile, the stock rules are chosen again: the finding is back with its decision', async () => {
  const { page } = app;
  await goToStep(app, '运行检查');
  await page.getByRole('button', { name: '查看', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '与标准方案的差异' });
  await expect(dialog.getByRole('row', { name: /30 → 45/ })).toBeVisible();
  await dialog.getByRole('textbox', { name: '方案名称' }).fill('示例方案');
  await dialog.getByRole('button', { name: '保存为方案' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  const profile = page.locator('.profile-chooser');
  await expect(profile).toContainText('示例方案（1 条规则）');
  await profile.click();
  await page.getByTitle('标准', { exact: true }).click();
  await expect(page.getByText('与标准方案相同')).toBeVisible();
  await switchGroup();
  await runCheck(app);
  await goToStep(app, '核查线索');
  await expect(facetRow('处理状态', '已排除')).toContainText('4');
  await expect(step(app, '核查线索')).toContainText('13 / ');
});

/** The rows of a sheet as texts by header. */
function rowsOf(workbook: exceljs.Workbook, name: string): readonly ReadonlyMap<string, string>[] {
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  const headers: [column: number, header: string][] = [];
  sheet.getRow(1).eachCell((cell, column) => headers.push([column, cell.text]));
  const rows: ReadonlyMap<string, string>[] = [];
  sheet.eachRow((line, number) => {
    if (number > 1) rows.push(new Map(headers.map(([column, header]) => [header, line.getCell(column).text])));
  });
  return rows;
}

test('the report is a workbook with every finding and its state, and nothing in it is a formula', async () => {
  const { page } = app;
  const path = join(folder, '检查结果.xlsx');
  await setPetitionDays('29');
  await runCheck(app);
  await goToStep(app, '核查线索');
  const [, count] = /^筛出 (\d+) /.exec((await shown().textContent()) ?? '') ?? [];
  await goToStep(app, '出具报告');
  await app.answerDialog(path);
  await page.getByRole('button', { name: '导出 Excel' }).click();
  await expect(page.getByRole('status')).toContainText('已导出');
  await expect(page.getByRole('region', { name: '已导出的版本' })).toContainText('第 1 版');
  await expect(page.getByRole('status')).toContainText(path);

  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  const rows = rowsOf(workbook, '发现');
  expect(rows).toHaveLength(Number(count));
  const states = Map.groupBy(rows, (line) => line.get('处理状态'));
  expect(states.get('已提出确认')).toHaveLength(7);
  expect(states.get('已移送')?.[0]?.get('处理说明')).toContain('需纪检监察机关核查');

  const texts: string[] = [];
  const formulas: string[] = [];
  workbook.eachSheet((sheet) => {
    sheet.eachRow((line) => {
      line.eachCell((cell) => {
        if (cell.type === exceljs.ValueType.Formula) formulas.push(`${sheet.name} ${cell.address}`);
        if (cell.text === FORMULA) texts.push(cell.numFmt);
      });
    });
  });
  expect(formulas).toEqual([]);
  expect(texts.length).toBeGreaterThan(0);
  expect(new Set(texts)).toEqual(new Set(['@']));
});

test('after a restart a wrong password is refused, the right one finds all as it was left', async ({ runtime }) => {
  await goToStep(app, '核查线索');
  const before = await facet('处理状态').innerText();
  await app.close();
  expect(app.problems).toEqual([]);
  app = await launch(runtime, folder);
  const { page } = app;
  await page.getByRole('button', { name: NAME, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '打开检查' });
  await dialog.getByLabel('密码').fill(`${PASSWORD}?`);
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(dialog.getByRole('alert')).toContainText('密码');
  await dialog.getByLabel('密码').fill(PASSWORD);
  await page.keyboard.press('Enter');

  await expect(step(app, '导入表格')).toContainText(String(sampleFiles.length), { timeout: 60_000 });
  await goToStep(app, '核对表头');
  await page.getByRole('region', { name: PETITIONS, exact: true }).getByRole('button').click();
  await expect(page.getByRole('row', { name: new RegExp(STRANGE_HEADER) })).toContainText('收到日期');
  await goToStep(app, '运行检查');
  await expect(page.getByText('与标准方案 1 处不同')).toBeVisible();
  await expect(step(app, '运行检查')).toHaveClass(/step-done/);
  await goToStep(app, '核查线索');
  await expect(facet('处理状态')).toHaveText(before, { useInnerText: true });
  await expect(row(3)).toContainText('已移送');
  await expect(step(app, '出具报告')).toContainText('1');
});
