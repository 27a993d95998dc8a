import exceljs from '@zurmokeeper/exceljs';
import Database from 'better-sqlite3-multiple-ciphers';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersOf } from '../../../src/host/desktop/checklist.ts';
import { checklistQuestions, checklistTables } from '../../../src/host/inspection/schema-checklist.ts';
import { WHOLE_REPORT } from '../../../src/core/finding/report-choice.ts';
import { newInspection, password, samples, TestDesktop } from './desktop.ts';

const desktop = new TestDesktop();
let path: string;
beforeAll(async () => {
  path = await newInspection(desktop);
});
afterAll(() => {
  expect(desktop.unexpected).toEqual([]);
  desktop.remove();
});

const get = () => desktop.call('checklist.get', {});
const answer = (item: string, given: 'yes' | 'partly' | 'no' | 'notApplicable' | null, note = '') =>
  desktop.call('checklist.answer', { item, answer: given, note });

test('nothing is answered at first, and nothing counts as met', async () => {
  const { items, score } = await get();
  expect(items.length).toBeGreaterThan(20);
  expect(items.every((item) => item.answer === null && item.question.zh !== '')).toBe(true);
  expect(score).toEqual({ items: items.length, answered: 0, notApplicable: 0, points: 0, full: 0 });
});

test('answers add up, what does not apply is left out, and the log keeps the note to itself', async () => {
  await answer('cash-handed-in', 'yes', '示例：看了移交记录');
  await answer('complete-data', 'partly');
  await answer('command-system', 'no', '示例：没有指挥中心');
  await answer('police-support', 'notApplicable');
  const { score } = await get();
  expect(score).toMatchObject({ answered: 4, notApplicable: 1, points: 15, full: 30 });
  const { rows } = await desktop.call('log.list', { offset: 0, limit: 10 });
  expect(rows.filter(({ what }) => what.zh === '回答核查清单').map(({ detail }) => detail)).toContain(
    'item=command-system answer=no',
  );
  expect(rows.some(({ detail }) => detail.includes('指挥中心'))).toBe(false);
});

test('a later answer counts, one can be taken back, and all stay after a restart', async () => {
  await answer('command-system', 'yes', '示例：已补看');
  await answer('police-support', null);
  desktop.restart();
  await desktop.call('inspection.open', { path, password });
  const { items, score } = await get();
  expect(items.find(({ id }) => id === 'command-system')).toMatchObject({ answer: 'yes', answerNote: '示例：已补看' });
  expect(score).toMatchObject({ answered: 3, notApplicable: 0, points: 25, full: 30 });
  await expect(answer('no-such-item', 'yes')).rejects.toThrow('E_NOT_FOUND');
});

test('the report prints answers with what they rest on, and says what nobody answered', async () => {
  await desktop.finished(await desktop.call('files.import', { paths: [join(samples, '执行案件台账（示例）.xlsx')] }));
  expect((await desktop.finished(await desktop.call('run.start', {}))).state).toBe('done');
  const [finding = ''] = await desktop.call('findings.ids', { filter: {}, order: {} });
  const comment = '示例：证件号 460100190001010019';
  const words = { reason: '', comment, assignee: null, dueDate: null };
  await desktop.call('findings.decide', { ids: [finding], action: 'comment', ...words });
  await desktop.call('checklist.answer', { item: 'list-embedded', answer: 'no', note: comment });
  const report = join(desktop.folder, '报告.xlsx');
  expect(
    (await desktop.finished(await desktop.call('report.export', { path: report, choice: WHOLE_REPORT }))).state,
  ).toBe('done');
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(report);
  const rows = new Map<string, string[]>();
  workbook.getWorksheet('核查清单')?.eachRow((row) => {
    const texts = Array.from({ length: 8 }, (_, column) => row.getCell(column + 1).text);
    rows.set(texts[1] ?? '', texts.slice(5));
  });
  const { items } = await get();
  const title = (id: string) => items.find((item) => item.id === id)?.title.zh ?? '';
  expect(rows.get(title('cash-handed-in'))).toEqual(['是', '示例：看了移交记录', '10']);
  expect(rows.get(title('complete-data'))).toEqual(['部分', '未写依据', '5']);
  expect(rows.get(title('police-support'))).toEqual(['未回答', '', '']);
  const masked = '示例：证件号 460***********0019';
  expect(rows.get(title('list-embedded'))).toEqual(['否', masked, '0']);
  const reviewNotes: string[] = [];
  workbook.getWorksheet('发现')?.eachRow((row) => reviewNotes.push(row.getCell(row.cellCount).text));
  expect(reviewNotes).toContain(masked);
  const sheet = workbook.getWorksheet('核查清单');
  expect(sheet?.getRow(sheet.rowCount).getCell(1).text).toContain(`已回答 4 / ${String(items.length)} 项`);
  expect(sheet?.pageSetup.printArea).toBe(`A1:H${String(sheet?.rowCount)}`);
});

test('each report that was written is a version of its own, told by its hash', async () => {
  const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
  const second = join(desktop.folder, '报告二.xlsx');
  expect(
    (await desktop.finished(await desktop.call('report.export', { path: second, choice: WHOLE_REPORT }))).state,
  ).toBe('done');
  const versions = await desktop.call('report.versions', {});
  expect(versions.map(({ version, sha256 }) => [version, sha256])).toEqual([
    [2, hash(second)],
    [1, hash(join(desktop.folder, '报告.xlsx'))],
  ]);
});

test('an answer to a question that was worded otherwise no longer counts, and is shown as such', () => {
  const asked = [{ id: 'cash-handed-in', question: { zh: '示例：问法改了？', en: 'Worded anew?' } }];
  const database = new Database(':memory:');
  database.exec(checklistTables);
  database.exec(checklistQuestions);
  const add = (question: string) =>
    database
      .prepare(
        "INSERT INTO checklist_answer (item, answer, note, at, question) VALUES ('cash-handed-in', 'yes', '', '', ?)",
      )
      .run(question);
  add('示例：问法改了？');
  expect(answersOf(database, asked).get('cash-handed-in')).toMatchObject({ answer: 'yes', outdated: false });
  add('示例：从前的问法？');
  expect(answersOf(database, asked).get('cash-handed-in')).toMatchObject({ answer: 'yes', outdated: true });
  database.close();
});
