import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createTemporaryInspection } from '../../src/host/inspection/inspection-file.ts';
import { runAudit } from '../../src/host/audit/run-audit.ts';
import { workerModules } from '../../src/host/desktop/worker-modules.ts';
import { SpareThread } from '../../src/host/workbook/spare-thread.ts';
import { loadCalendar, loadRulePack } from '../../src/host/rule-pack.ts';
import { FIRST_ROW, ruleWorkbook } from '../support/rule-workbook.ts';

const RULES = join(import.meta.dirname, '../../rules');
const BUILT = join(import.meta.dirname, '../../out/main');
const pack = await loadRulePack(RULES);
const calendar = loadCalendar(RULES);
const registers = new Map(pack.registerDefinitions.map((each) => [each.id, each]));
const folder = mkdtempSync(join(tmpdir(), 'ecc-rules-'));
const spare = new SpareThread();

/** The first breach among a rule's tests; rules of records that are worked out judge more records than the test's. */
const BREACHES = pack.rules
  .filter(({ definition }) => definition.status === 'active' && registers.has(definition.register))
  .flatMap(({ definition: rule }) => {
    const test = rule.tests.find(({ expect: outcome, limb }) => outcome === 'violates' && limb !== undefined);
    return test === undefined ? [] : [{ id: rule.id, name: test.name, rule, test }];
  });

describe('a breach of a rule is found through a workbook with Chinese headers, mixed dates and marks', () => {
  afterAll(async () => {
    await spare.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has a breach for each rule that judges rows', () => {
    expect(BREACHES.length).toBeGreaterThan(120);
  });

  it.each(BREACHES)('$id: $name', async ({ id, rule, test }) => {
    const path = join(folder, `${id}.xlsx`);
    writeFileSync(path, ruleWorkbook(rule, test, registers));
    const inspection = createTemporaryInspection();
    try {
      const request = {
        inspection,
        files: [{ path, name: `${id}.xlsx` }],
        pack,
        profile: null,
        calendar,
        asOf: test.asOf ?? '2026-06-30',
        mapping: null,
        only: new Set([id]),
      };
      const { files, result } = await runAudit(request, { modules: workerModules(BUILT), spare });
      const sheets = files.flatMap(({ sheets: each }) => each);
      const neighbours = Object.keys(test.neighbours ?? {}).filter((register) => register !== rule.register);
      expect(sheets.map(({ register }) => register)).toEqual([rule.register, ...neighbours]);
      const [judged] = sheets;
      const found = result.findings.filter(
        ({ source: [first] }) => first?.sheet === judged?.name && first?.row === FIRST_ROW,
      );
      expect(new Set(found.map(({ limb }) => limb))).toEqual(new Set([test.limb].flat()));
    } finally {
      inspection.close();
    }
  });
});
