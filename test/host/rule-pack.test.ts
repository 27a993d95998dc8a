import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RuleDefinition } from '../../src/core/rule/format.ts';
import { loadRulePack, readRulePack, RulePackError } from '../../src/host/rule-pack.ts';

const SHIPPED = 'rules';
const RULE = 'refusal-documents/rz-withdraw-notice.json';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rule-pack-'));
  for (const part of [
    'registers',
    'sources',
    'calendar',
    'parameters',
    'checklist',
    'rule.schema.json',
    'checklist.schema.json',
    'indicator.schema.json',
    'resolution.json',
    'pack.json',
    RULE,
  ]) {
    mkdirSync(join(root, 'refusal-documents'), { recursive: true });
    cpSync(join(SHIPPED, part), join(root, part), { recursive: true });
  }
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function change(edit: (text: string) => string): void {
  const { pack } = readRulePack(root);
  const [packed] = pack.rules;
  if (packed === undefined) throw new Error('the pack has no rule');
  writeFileSync(join(root, RULE), edit(JSON.stringify(packed.definition)));
}

async function refusal(runTests = false): Promise<RulePackError> {
  const error: unknown = await loadRulePack(root, { runTests }).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof RulePackError)) throw new Error(`not refused: ${String(error)}`);
  return error;
}

describe('a rule pack on disk', () => {
  test('is loaded with the hash of each rule and of the whole', async () => {
    const pack = await loadRulePack(root, { runTests: true });
    expect(pack.rules.map(({ file }) => file)).toEqual([RULE]);
    expect([pack.sha256, pack.rules[0]?.sha256].every((hash) => /^[0-9a-f]{64}$/.test(hash ?? ''))).toBe(true);
    change((text) => text.replace('"version":"1.0.0"', '"version":"1.0.1"'));
    const changed = await loadRulePack(root);
    expect(changed.sha256).not.toBe(pack.sha256);
    expect(changed.rules[0]?.sha256).not.toBe(pack.rules[0]?.sha256);
  });

  test('that was checked before is the same without another check; one byte more, and it is checked', async () => {
    const pack = await loadRulePack(root);
    const again = await loadRulePack(root, { checked: pack.sha256 });
    expect(JSON.stringify(again)).toBe(JSON.stringify(pack));
    change((text) => text.replace('"status":"active"', '"status":"asleep"'));
    await expect(loadRulePack(root, { checked: pack.sha256 })).rejects.toThrow(RulePackError);
  });

  test('is refused with file and place where a file is no JSON', async () => {
    change((text) => text.slice(0, -10));
    expect((await refusal()).problems).toMatchObject([{ file: RULE, code: 'JSON' }]);
  });

  test('is refused with the path of what is wrong', async () => {
    change((text) => text.replace('"severity":', '"severety":'));
    const { message } = await refusal();
    expect(message).toMatch(/rz-withdraw-notice\.json: .*unknown key “severety”, did you mean “severity”/);
  });

  test('is refused when it fails its own tests, and only an import runs them', async () => {
    change((text) => {
      const rule = JSON.parse(text) as RuleDefinition;
      const kept = rule.tests.filter(({ expect: outcome }) => outcome === 'complies').slice(0, 1);
      const wrong = kept.map((each) => ({ ...each, name: 'wrong on purpose', expect: 'pending' as const }));
      return JSON.stringify({ ...rule, tests: [...rule.tests, ...wrong] });
    });
    await expect(loadRulePack(root)).resolves.toMatchObject({ version: '1.0.0' });
    const { failures } = await refusal(true);
    expect(failures.map(({ engine }) => engine)).toEqual(['closures', 'json-rules-engine']);
    expect(failures[0]?.message).toMatch(/expected pending, got complies/);
  });
});
