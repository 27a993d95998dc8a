import { describe, expect, test } from 'vitest';
import type { MappingTemplate } from '../../../src/core/register/mapping-template.ts';
import type { SheetState } from '../../../src/host/desktop/sheets.ts';
import { fitTemplate } from '../../../src/host/desktop/templates.ts';

/** A sheet whose headers have no fields yet. */
function sheet(register: string | null, headers: readonly string[]): SheetState {
  const reason = { zh: '', en: '' };
  return {
    id: 7,
    name: '示例',
    hidden: false,
    register,
    registerLabel: null,
    headerRow: 1,
    records: 1,
    problems: 0,
    attention: 0,
    fileId: 1,
    notes: [],
    plan: {
      register,
      reason,
      headerRow: 1,
      columns: [],
      unmapped: headers.map((header, column) => ({ header, column, reason })),
      fingerprint: 'ab',
      columnCount: headers.length,
      hiddenColumns: [],
      samples: {},
    },
  };
}

const template: MappingTemplate = {
  schemaVersion: 1,
  mappings: [
    { register: 'propertyPreservation', columns: { 案号: 'caseNo', 法院: 'court', 裁定日期: 'ruledAt', 备注: null } },
    { register: 'enforcementPetition', columns: { 案号: 'caseNo', 信访编号: 'petitionNo' } },
  ],
};

describe('a template', () => {
  test('fits a table of the same register in part, and names what differs on either side', () => {
    const fitted = fitTemplate(sheet('propertyPreservation', ['案号', '法院', '裁定日期', '承办人']), template);
    expect(fitted?.fit).toEqual({ sheetId: 7, applied: 3, of: 4, added: ['承办人'], missing: ['备注'] });
    expect(fitted?.mapping.register).toBe('propertyPreservation');
  });

  test('does not fit where less than half of its headers are there', () => {
    expect(fitTemplate(sheet('propertyPreservation', ['案号', '承办人']), template)).toBeUndefined();
  });

  test('makes no other register of a recognised table that shares half of its headers', () => {
    const headers = ['案号', '法院', '公安机关', '移送日期', '被移送人'];
    expect(fitTemplate(sheet('crimeReferral', headers), template)).toBeUndefined();
    expect(fitTemplate(sheet(null, headers), template)?.mapping.register).toBe('propertyPreservation');
  });

  test('decides on a table of exactly its headers, whatever that was taken for', () => {
    const fitted = fitTemplate(sheet('crimeReferral', ['信访编号', '案号']), template);
    expect(fitted?.mapping.register).toBe('enforcementPetition');
  });
});
