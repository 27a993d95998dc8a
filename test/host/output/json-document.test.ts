import { expect, test } from 'vitest';
import { jsonDocument } from '../../../src/host/output/json-document.ts';

test('a streamed document equals the one that JSON.stringify writes', () => {
  const head = { schemaVersion: 1, asOf: '2026-06-30', nested: { a: [1, 2], b: null } };
  const lists = {
    findings: [
      { id: '一', source: [{ row: 1 }] },
      { id: '二', source: [] },
    ],
    upcoming: [],
  };
  const text = [...jsonDocument(head, Object.entries(lists))].join('');
  expect(text).toBe(`${JSON.stringify({ ...head, ...lists }, null, 2)}\n`);
});
