import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readRegisterDefinitions } from '../../src/host/rule-pack.ts';
import { expectedFindings, sampleWorkbooks } from '../../samples/generator/main.ts';

const root = join(import.meta.dirname, '../..');
const samples = join(root, 'samples/inspection');
const source = z.object({ file: z.string(), sheet: z.string(), row: z.number() });
const findingsFile = z.object({
  findings: z.array(z.object({ id: z.string(), ruleId: z.string(), class: z.string(), source: z.array(source) })),
  upcoming: z.array(z.object({ ruleId: z.string(), subject: z.string(), due: z.string(), daysLeft: z.number() })),
});
const importFile = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      error: z.string().nullable(),
      sheets: z.array(
        z.object({
          name: z.string(),
          register: z.string().nullable(),
          rows: z.object({
            data: z.number(),
            records: z.number(),
            groupRows: z.number(),
            totalRows: z.number(),
            blank: z.number(),
            other: z.number(),
            rejected: z.number(),
          }),
        }),
      ),
    }),
  ),
});

const read = (folder: string, name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const audit = (out: string): void => {
  execFileSync(process.execPath, ['src/cli/audit.ts', '--quiet', '--out', out], { cwd: root, stdio: 'ignore' });
};
const key = (...parts: readonly (string | number | null)[]): string => parts.map((part) => part ?? '—').join(' | ');

describe('the sample inspection', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ecc-sample-'));
  beforeAll(() => {
    audit(join(folder, 'first'));
    audit(join(folder, 'second'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('leads to exactly the findings that were planted, row by row', () => {
    const { findings } = findingsFile.parse(read(join(folder, 'first'), 'findings.json'));
    const found = findings.map(({ ruleId, class: kind, source: [first] }) =>
      key(ruleId, kind, first?.file ?? null, first?.sheet ?? null, first?.row ?? null),
    );
    const expected = expectedFindings().map((one) => key(one.rule, one.class, one.file, one.sheet, one.row));
    expect([...new Set(found)].sort()).toEqual([...new Set(expected)].sort());
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
  });

  it('ships the expectations that the generator computes', () => {
    expect(read(samples, 'expected.json')).toEqual(expectedFindings());
  });

  it('announces what falls due without calling it a finding', () => {
    const { upcoming } = findingsFile.parse(read(join(folder, 'first'), 'findings.json'));
    expect(upcoming.map(({ ruleId, subject, due, daysLeft }) => key(ruleId, subject, due, daysLeft))).toEqual([
      key('seizure-expiry-lapse', '（2025）琼9999执661号', '2026-06-30', 0),
      key('fund-payout-30d', '（2025）琼9999执715号', '2026-07-09', 9),
      key('seizure-expiry-lapse', '（2025）琼9999执660号', '2026-07-12', 12),
    ]);
  });

  it('two runs write byte-identical findings, coverage and import files', () => {
    for (const name of ['findings.json', 'coverage.json', 'import.json'])
      expect(readFileSync(join(folder, 'second', name)).equals(readFileSync(join(folder, 'first', name)))).toBe(true);
  });

  it('has records of every register of the pack', () => {
    const { files } = importFile.parse(read(join(folder, 'first'), 'import.json'));
    const filled = files.flatMap(({ sheets }) => sheets.filter(({ rows }) => rows.records > 0));
    const present = new Set(filled.map(({ register }) => register));
    const absent = readRegisterDefinitions(join(root, 'rules'))
      .map(({ id }) => id)
      .filter((id) => !present.has(id));
    expect(absent).toEqual([]);
  });

  it('recognises every sheet and accounts for every row', () => {
    const { files } = importFile.parse(read(join(folder, 'first'), 'import.json'));
    expect(files.map(({ file }) => file).sort()).toEqual(sampleWorkbooks.map(({ file }) => file).sort());
    for (const { error, sheets } of files) {
      expect(error).toBeNull();
      for (const { register, rows } of sheets) {
        expect(register).not.toBeNull();
        const { data, records, groupRows, totalRows, blank, other, rejected } = rows;
        expect(records + groupRows + totalRows + blank + other + rejected).toBe(data);
      }
    }
  });
});
