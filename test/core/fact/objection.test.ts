import { describe, expect, it } from 'vitest';
import { Unknown } from '../../../src/core/fact/fact.ts';
import { factOf, sourcesOf } from './facts-of-row.ts';

const OBJECTION = {
  caseNo: '（2026）琼9999执异1号',
  originalEnforcementCaseNo: '（2025）琼9999执1号',
  handler: '测试法官甲',
  panelMembers: '测试法官甲、测试法官丙、测试法官丁',
  formerPanelMembers: null,
};
const about = (name: string, row: object, tables = {}) =>
  factOf(name, 'objectionReview', { ...OBJECTION, ...row }, tables);

describe('the panel of an objection', () => {
  it.each([
    ['members named, the judge in charge among them', {}, 3],
    ['the judge in charge in a column of his own', { panelMembers: '测试法官丙、测试法官丁' }, 3],
    ['one judge alone', { panelMembers: '测试法官甲' }, 1],
  ])('has as many members as are named: %s', (_name, row, size) => {
    expect(about('panelSize', row)).toBe(size);
  });

  it.each(['测试法官甲等三人', '3人', '三人'])('is not counted where the cell counts instead of naming: %s', (cell) => {
    expect(about('panelSize', { panelMembers: cell })).toBeInstanceOf(Unknown);
  });

  it.each([
    ['nobody in common', '测试法官戊、测试法官己、测试法官庚', 'none'],
    ['one in common', '测试法官甲、测试法官己、测试法官庚', 'overlap'],
    ['the same in another order', '测试法官丁、测试法官甲、测试法官丙', 'same'],
  ])('against the former panel: %s', (_name, former, repeated) => {
    expect(about('panelRepeated', { formerPanelMembers: former })).toBe(repeated);
  });

  it('is compared with those who handled the enforcement case, whose row it rests on', () => {
    const rows = [{ caseNo: '（2025）琼9999执1号', handler: '测试法官丁' }];
    const tables = { enforcementCase: { rows } };
    expect(about('panelImplementers', {}, tables)).toEqual(['测试法官丁']);
    expect(sourcesOf('panelImplementers', 'objectionReview', OBJECTION, tables)).toEqual(['enforcementCase 2']);
  });

  it('is not compared where the enforcement case is not in the table', () => {
    expect(
      about('panelImplementers', {}, { enforcementCase: { columns: ['caseNo', 'handler'], rows: [] } }),
    ).toBeInstanceOf(Unknown);
  });
});

describe('an extension of the review', () => {
  it.each([
    ['院长批准', true],
    ['无', false],
    [null, false],
  ])('%s', (cell, approved) => {
    expect(about('reviewExtensionApproved', { extensionApproval: cell })).toBe(approved);
  });

  it('is unknown without the column', () => {
    expect(about('reviewExtensionApproved', {})).toBeInstanceOf(Unknown);
  });
});

describe('the day a review starts', () => {
  it.each([
    ['receipt by the higher court', { upperReceivedDate: '2026-03-04', reviewFiledDate: '2026-03-09' }, '2026-03-04'],
    ['else the filing there', { upperReceivedDate: null, reviewFiledDate: '2026-03-09' }, '2026-03-09'],
    ['else none', { upperReceivedDate: null, reviewFiledDate: null }, null],
  ])('is %s', (_name, row, start) => {
    expect(about('reviewStart', row)).toBe(start);
  });
});
