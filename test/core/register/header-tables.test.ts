import { describe, expect, it } from 'vitest';
import { planSheet } from '../../../src/core/register/plan-sheet.ts';
import type { SheetPlan } from '../../../src/core/register/sheet-plan.ts';
import { buildSheet } from '../sheet/build-sheet.ts';
import { headerTables, partsOfOtherFields } from './header-tables.ts';
import type { HeaderTable } from './header-tables.ts';
import { shippedIndex } from './shipped-definitions.ts';

function planOf(headers: readonly string[], sheet: string): SheetPlan {
  return planSheet(buildSheet({ name: sheet, rows: [headers, ['1', '2']] }), '汇总.xlsx', shippedIndex);
}

/** The standard headers of the table, with the one under test in the place of its own field. */
function headersWith(table: HeaderTable, field: string, header: string): readonly string[] {
  const others = table.headers.filter(([id]) => id !== field).map(([, standard]) => standard);
  return [...others, header];
}

function slashParts(header: string): readonly string[] {
  const bare = header
    .replace(/^[①-⑳]/u, '')
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]|〔[^〕]*〕/g, '');
  return bare.includes('/') ? bare.split('/').filter((part) => part.length > 1) : [];
}

describe.each(headerTables.map((table, at) => ({ table, name: `${table.register}, table ${String(at + 1)}` })))(
  '$name',
  ({ table }) => {
    it('is recognised by its full header row, with every column mapped', () => {
      const plan = planOf(
        table.headers.map(([, header]) => header),
        table.sheet ?? 'Sheet1',
      );
      expect(plan.register).toBe(table.register);
      expect(plan.columns.map(({ field, header }) => [field, header])).toEqual(
        table.headers.map(([field, header]) => [field, header]),
      );
      expect(plan.unmapped).toEqual([]);
    });

    it.each(table.headers.flatMap(([field, ...headers]) => headers.map((header) => ({ field, header }))))(
      'reads $header as $field',
      ({ field, header }) => {
        const plan = planOf(headersWith(table, field, header), table.sheet ?? 'Sheet1');
        expect(plan.register).toBe(table.register);
        expect(plan.columns.find((column) => column.header === header)?.field).toBe(field);
      },
    );
  },
);

describe('a header with a slash', () => {
  const parts = headerTables.flatMap((table) =>
    table.headers.flatMap(([listed, ...headers]) =>
      headers.flatMap(slashParts).map((part) => {
        const field = partsOfOtherFields[table.register]?.[part] ?? listed;
        return { table, listed, field, part, name: table.register };
      }),
    ),
  );

  it.each(parts)('$name: its part $part is a header by itself', ({ table, listed, field, part }) => {
    const plan = planOf(headersWith(table, listed, part), table.sheet ?? 'Sheet1');
    expect(plan.columns.find((column) => column.header === part)?.field).toBe(field);
  });
});

describe('ambiguous headers', () => {
  it.each([
    ['enforcementCase', '执行通知送达日期', 'noticeDate'],
    ['enforcementCase', '报结日期', 'closeDate'],
    ['proceedsReceipt', '到账日期', 'paidDate'],
    ['proceedsReceipt', '入账通知', 'arrivalNoticeDate'],
  ])('%s: %s takes the listed field with confidence low', (register, header, field) => {
    const table = headerTables.find((candidate) => candidate.register === register);
    if (table === undefined) throw new Error(register);
    const plan = planOf(headersWith(table, field, header), 'Sheet1');
    const column = plan.columns.find((candidate) => candidate.header === header);
    expect([plan.register, column?.field, column?.confidence]).toEqual([register, field, 'low']);
  });
});
