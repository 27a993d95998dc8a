import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parameterTimeline } from '../../scripts/parameter-timeline.ts';
import { readRulePack } from '../../src/host/rule-pack.ts';

const root = join(import.meta.dirname, '../..');
const rules = join(root, 'rules');
/** One workbook of the sample is data enough. */
const data = [join(root, 'samples/inspection/异议与罚款拘留（示例）.et'), '--as-of', '2026-06-30'];

function run(script: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const difference = z.object({
  changed: z.number(),
  rules: z.array(
    z.object({
      ruleId: z.string(),
      transitions: z.array(z.object({ from: z.string(), to: z.string(), count: z.number() })),
      changes: z.array(z.object({ origin: z.object({ file: z.string(), cell: z.string() }).nullable() })),
    }),
  ),
});
const use = z.object({ ruleId: z.string(), dead: z.array(z.string()), outcomes: z.record(z.string(), z.number()) });
const coverage = z.object({ tests: z.array(use), data: z.array(use).nullable() });

describe('rules-diff on a workbook', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ecc-packs-'));
  const changed = join(folder, 'rules');
  const only = [...data, '--rules', 'objection-decision-15d'];
  beforeAll(() => {
    cpSync(rules, changed, { recursive: true });
    const file = join(changed, 'remedies', 'objection-decision-15d.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"value": 15', '"value": 14'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('ends with 0 where nothing changes', () => {
    expect(run('rules-diff', rules, rules, ...only)).toMatchObject({ status: 0 });
  });

  it('ends with 1 and names the cells where a day less makes rulings late', () => {
    const { status, stdout } = run('rules-diff', rules, changed, ...only, '--json');
    const { rules: found, changed: count } = difference.parse(JSON.parse(stdout));
    expect(status).toBe(1);
    expect(count).toBe(2);
    expect(found[0]?.transitions).toEqual([{ from: 'complies', to: 'violates', count: 2 }]);
    for (const { origin } of found[0]?.changes ?? []) expect(origin?.cell).toMatch(/^[A-Z]+[1-9]\d*$/);
  });

  it('ends with 2 on a pack that is none, and on data without a day', () => {
    expect(run('rules-diff', rules, folder)).toMatchObject({ status: 2 });
    const { status, stderr } = run('rules-diff', rules, rules, folder);
    expect(status).toBe(2);
    expect(stderr).toContain('--as-of');
  });
});

describe('rules-coverage', () => {
  it('finds every limb, excuse and parameter version of a rule decided by its own tests, and tells what the data decided', () => {
    const { status, stdout } = run(
      'rules-coverage',
      ...data,
      '--rules',
      'objection-decision-15d,case-filing-7d',
      '--json',
    );
    expect(status).toBe(0);
    const { tests, data: found } = coverage.parse(JSON.parse(stdout));
    expect(tests.map(({ ruleId }) => ruleId)).toEqual(['case-filing-7d', 'objection-decision-15d']);
    expect(tests.flatMap(({ dead }) => dead).filter((part) => !/^(applicability|violations)/.test(part))).toEqual([]);
    expect(found?.[1]?.outcomes['violates']).toBeGreaterThan(0);
  });
});

describe('the timeline of parameters', () => {
  const { pack } = readRulePack(rules);
  const page = parameterTimeline(pack);
  it('has a line for every dated version, those that changed first, with source and article', () => {
    const versions = pack.rules.flatMap(({ definition }) =>
      Object.values(definition.parameters).flatMap(({ values }) => values),
    );
    const lines = page.split('\n').filter((line) => /^\| \d{4}-\d{2}-\d{2} /.test(line));
    expect(lines).toHaveLength(versions.length);
    expect(lines.filter((line) => line.endsWith('|  |'))).toEqual([]);
    expect(page.indexOf('## Changed over time')).toBeLessThan(page.indexOf('## One version'));
  });
});
