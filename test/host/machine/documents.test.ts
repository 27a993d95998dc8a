import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createFactRegistry } from '../../../src/core/fact/registry.ts';
import type { RegisterDefinition } from '../../../src/core/register/definition.ts';
import type { RuleDefinition } from '../../../src/core/rule/format.ts';
import type { RulePack } from '../../../src/core/rule/pack.ts';
import { DocumentError, writeDocument } from '../../../src/host/machine/document.ts';
import { mappingDocument, readMapping } from '../../../src/host/machine/mapping-document.ts';
import { loadProfile } from '../../../src/host/machine/profile-document.ts';

const folder = mkdtempSync(join(tmpdir(), 'documents-test-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const words = { zh: '测试', en: 'test' };
const registers: RegisterDefinition[] = [
  {
    id: 'crimeReferral',
    label: words,
    titles: [],
    recognisedBy: [],
    identity: [],
    subject: [],
    fields: [{ id: 'caseNo', type: 'caseNo', label: words, aliases: [] }],
    source: '测试',
  },
];

const rule: RuleDefinition = {
  id: 'rz-refusal-doc-service',
  version: '1.0.0',
  status: 'active',
  title: words,
  clauses: [],
  legalBasis: [],
  confidence: 'verified',
  note: words,
  party: { name: words },
  register: 'crimeReferral',
  severity: 'major',
  parameters: {
    complainantDays: {
      label: words,
      unit: 'day',
      asOf: 'refusedDate',
      values: [{ from: '2013-01-01', value: 3, basis: 'psb-criminal-procedure-2020#178' }],
    },
    policyDays: {
      label: words,
      unit: 'day',
      asOf: 'refusedDate',
      values: [{ from: '2013-01-01', value: 10, basis: 'policy-default' }],
    },
  },
  requires: [],
  applicability: { all: [] },
  violations: [],
  exonerating: [],
  remedy: words,
  tests: [],
};

const pack: RulePack = {
  version: '1.0.0',
  courtCodes: { version: '1.0.0', provinces: {}, courts: [] },
  sha256: '',
  rules: [{ definition: rule, file: '测试.json', sha256: '' }],
  clauses: [],
  checklist: [],
  indicators: [],
  registerDefinitions: registers,
  registers: new Map(),
  facts: createFactRegistry([], []),
  tables: { limits: { 甲局: { amount: 3 } } },
  cite: () => words,
  sourceInForce: () => undefined,
  basisClass: (basis) => (basis === 'policy-default' ? 'policy-default' : 'statutory'),
};

let count = 0;
function write(content: unknown): string {
  count += 1;
  const path = join(folder, `${count}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

async function refusal(work: Promise<unknown>): Promise<{ code: string; paths: string[]; error: DocumentError }> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return { code: error.code, paths: error.faults.map(({ path }) => path), error };
  }
  throw new Error('the document was accepted');
}

const mapping = {
  schemaVersion: 1,
  mappings: [{ register: 'crimeReferral', columns: { 案号: 'caseNo', 备注: null } }],
};

describe('a mapping file', () => {
  test('is read when it is right', async () => {
    expect(await readMapping(write(mapping), registers)).toEqual(mapping);
  });

  test.each([
    ['a key that does not exist', { ...mapping, maping: 1 }, ['maping']],
    ['a missing key', { schemaVersion: 1, mappings: [{ columns: {} }] }, ['mappings[0].register']],
    [
      'a row that is none',
      { schemaVersion: 1, mappings: [{ register: 'crimeReferral', headerRow: 0, columns: {} }] },
      ['mappings[0].headerRow'],
    ],
    [
      'a register that does not exist',
      { schemaVersion: 1, mappings: [{ register: 'crimeReferal', columns: {} }] },
      ['mappings[0].register'],
    ],
    [
      'a field that the register lacks',
      { schemaVersion: 1, mappings: [{ register: 'crimeReferral', columns: { '案 号': 'caseNumber' } }] },
      ['mappings[0].columns["案 号"]'],
    ],
    ['a list', [], ['$']],
  ])('with %s is refused, naming the place', async (_, content, paths) => {
    const found = await refusal(readMapping(write(content), registers));
    expect(found.code).toBe('E_DOCUMENT_INVALID');
    expect(found.paths).toEqual(paths);
    for (const path of paths) expect(found.error.words.zh).toContain(path);
  });

  test('suggests the register that was probably meant', async () => {
    const path = write({ schemaVersion: 1, mappings: [{ register: 'crimeReferal', columns: {} }] });
    expect((await refusal(readMapping(path, registers))).error.words.zh).toContain('是否指“crimeReferral”');
  });

  test.each([
    ['E_DOCUMENT_NOT_JSON', '{'],
    ['E_DOCUMENT_NEWER', { schemaVersion: 2, other: true }],
  ])('is refused with %s', async (code, content) => {
    expect((await refusal(readMapping(write(content), registers))).code).toBe(code);
  });

  test('that is not there is refused', async () => {
    expect((await refusal(readMapping(join(folder, '没有.json'), registers))).code).toBe('E_DOCUMENT_NOT_FOUND');
  });

  test('is written whole, and only when it is right', async () => {
    const path = join(folder, '写出.json');
    await writeDocument(path, mappingDocument, { schemaVersion: 1, mappings: [] });
    expect(await readMapping(path, registers)).toEqual({ schemaVersion: 1, mappings: [] });
    const wrong = { schemaVersion: 1, mappings: [{ register: '', columns: {} }] } as const;
    expect((await refusal(writeDocument(path, mappingDocument, wrong))).code).toBe('E_DOCUMENT_INVALID');
    expect(await readMapping(path, registers)).toEqual({ schemaVersion: 1, mappings: [] });
    expect(readdirSync(folder).filter((name) => name.includes('写出'))).toEqual(['写出.json']);
  });
});

describe('a tailoring profile', () => {
  const profile = (tailoring: unknown): unknown => ({
    schemaVersion: 1,
    name: '示例方案',
    rules: { 'rz-refusal-doc-service': tailoring },
  });

  test('switches rules off and changes policy values', async () => {
    const path = write(profile({ enabled: false, parameters: { policyDays: 15 } }));
    const { name, pack: tailored } = await loadProfile(path, pack);
    const definition = tailored.rules[0]?.definition;
    expect(name).toBe('示例方案');
    expect(definition?.status).toBe('retired');
    expect(definition?.parameters.policyDays?.values.map(({ value }) => value)).toEqual([15]);
    expect(definition?.parameters.complainantDays).toEqual(rule.parameters.complainantDays);
  });

  test.each([
    ['changes a number that the law sets', { parameters: { complainantDays: 5 } }, 'complainantDays'],
    ['names a parameter that the rule lacks', { parameters: { policyDay: 5 } }, 'policyDay'],
    ['gives a text for a number', { parameters: { policyDays: '15' } }, 'policyDays'],
    ['gives a number below zero', { parameters: { policyDays: -1 } }, 'policyDays'],
  ])('that %s is refused, naming the place', async (_, tailoring, name) => {
    const found = await refusal(loadProfile(write(profile(tailoring)), pack));
    expect(found.paths).toEqual([`rules["rz-refusal-doc-service"].parameters["${name}"]`]);
  });

  test.each([
    ['limit', ['tables["limit"]']],
    ['limits', ['tables["limits"]["甲局"]["amount"]']],
  ])('that changes the table %s wrongly is refused, naming the place', async (table, paths) => {
    const path = write({ schemaVersion: 1, name: '示例', rules: {}, tables: { [table]: { 甲局: { amount: '3' } } } });
    expect((await refusal(loadProfile(path, pack))).paths).toEqual(paths);
  });

  test('that names a rule which does not exist is refused with a suggestion', async () => {
    const path = write({ schemaVersion: 1, name: '示例', rules: { 'rz-refusal-doc-servic': {} } });
    expect((await refusal(loadProfile(path, pack))).error.words.en).toContain('did you mean "rz-refusal-doc-service"?');
  });
});
