import { expect, test } from 'vitest';
import type { SourceFile } from '../../../../src/contract/model.ts';
import { formerFile } from '../../../../src/renderer/features/import/former-file.ts';

const file = (name: string, error: string | null = null): SourceFile => ({
  id: 1,
  name,
  sha256: 'x',
  bytes: 1,
  error,
  encoding: null,
  sheets: [],
});

test.for([
  ['handed in again', '台账 (2).xlsx', ['台账.xlsx', '台账 (2).xlsx'], '台账.xlsx'],
  ['a third time', '台账 (3).xlsx', ['台账.xlsx', '台账 (2).xlsx', '台账 (3).xlsx'], '台账 (2).xlsx'],
  ['a third time, the second removed', '台账 (3).xlsx', ['台账.xlsx', '台账 (3).xlsx'], '台账.xlsx'],
  ['the first of a name', '台账.xlsx', ['台账.xlsx', '台账 (2).xlsx'], undefined],
  ['a number that its sender gave', '台账 (2).xlsx', ['台账 (2).xlsx'], undefined],
  ['without an ending', '台账 (2)', ['台账', '台账 (2)'], '台账'],
] as const)('%s', ([, name, names, former]) => {
  expect(
    formerFile(
      file(name),
      names.map((each) => file(each)),
    )?.name,
  ).toBe(former);
});

test('a file that was not read is no former state, and has none', () => {
  const failed = file('台账.xlsx', 'E_CORRUPT');
  expect(formerFile(file('台账 (2).xlsx'), [failed, file('台账 (2).xlsx')])).toBeUndefined();
  expect(formerFile(file('台账 (2).xlsx', 'E_DUPLICATE'), [file('台账.xlsx')])).toBeUndefined();
});
