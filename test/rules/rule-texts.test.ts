import { describe, expect, it } from 'vitest';
import type { LegalReference, RuleDefinition } from '../../src/core/rule/format.ts';
import { articleFault } from '../../src/core/rule/legal-source.ts';
import type { LegalSource } from '../../src/core/rule/legal-source.ts';
import { jsonPaths, readJsonFile } from '../../src/host/json-files.ts';
import { readRulePack } from '../../src/host/rule-pack.ts';

/** What the shipped rules refer to and say; that they judge right is in rules.test.ts. */
const ROOT = 'rules';
const POLICY_WORDS = ['policy-default', 'local-practice'];

const { pack } = readRulePack(ROOT);
const rules = pack.rules.map(({ definition, file }) => [definition.id, definition, file] as const);
const sources = new Map(
  jsonPaths(`${ROOT}/sources`).map((path) => {
    const source = readJsonFile(`${ROOT}/sources`, path).json as LegalSource;
    return [source.id, source];
  }),
);
const clauses = new Set(pack.clauses.map(({ id }) => id));

function referenceOf(basis: string): LegalReference {
  const [source = '', article] = basis.split('#');
  return article === undefined ? { source } : { source, article };
}

/** References of rule and limbs, and those that parameters rest on. */
function referencesOf(rule: RuleDefinition): readonly LegalReference[] {
  const bases = Object.values(rule.parameters).flatMap(({ values }) => values.map(({ basis }) => basis));
  const ofParameters = bases.filter((basis) => !POLICY_WORDS.includes(basis)).map(referenceOf);
  return [...rule.legalBasis, ...rule.violations.flatMap(({ legalBasis = [] }) => legalBasis), ...ofParameters];
}

describe('the resolution', () => {
  it('has each clause once, under its article, with the words quoted and whom they bind', () => {
    expect(clauses.size).toBe(pack.clauses.length);
    for (const { id, article, quote, party } of pack.clauses) {
      expect(Number(id.split('.')[0]), id).toBe(article);
      expect(quote, id).toMatch(/\p{Script=Han}{4}/u);
      expect(party, id).not.toBe('');
    }
  });
});

describe.each(rules)('%s', (id, rule, file) => {
  it('is called by lower-case words with hyphens, as its file is', () => {
    expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
    expect(file.split('/')[1]).toBe(`${id}.json`);
  });

  it('names clauses that the resolution has', () => {
    expect(rule.clauses.length).toBeGreaterThan(0);
    expect(rule.clauses.filter((clause) => !clauses.has(clause))).toEqual([]);
  });

  it('rests on sources that the pack has, with articles that can be cited', () => {
    const references = referencesOf(rule);
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter(({ source }) => !sources.has(source))).toEqual([]);
    for (const { source, article } of references) {
      if (article !== undefined) expect(articleFault(article), `${source}#${article}`).toBeNull();
    }
    const cited = pack.cite(rule.legalBasis, '2026-06-30');
    for (const { source } of rule.legalBasis) {
      const { shortTitle, title, number } = sources.get(source) ?? {};
      const names = [shortTitle?.zh, title?.zh, number].filter((name) => typeof name === 'string');
      expect(
        names.some((name) => cited.zh.includes(name)),
        `${source} in ${cited.zh}`,
      ).toBe(true);
    }
  });

  it('speaks both languages wherever it speaks', () => {
    const texts = [
      rule.title,
      rule.note,
      rule.remedy,
      rule.party.name,
      ...rule.violations.flatMap(({ party }) => party?.name ?? []),
      ...rule.violations.map(({ message }) => message),
      ...rule.exonerating.map(({ label }) => label),
      ...Object.values(rule.parameters).map(({ label }) => label),
    ];
    for (const { zh, en } of texts) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/[A-Za-z]{2}/u);
    }
  });

  it('accuses of breaking law only where it is of class violation', () => {
    const mild = rule.violations.filter((limb) => limb.class !== 'violation');
    const accusing = mild.filter(
      ({ message }) => /违法|违反|违规/u.test(message.zh) || /unlawful|illegal|in breach of|violat/iu.test(message.en),
    );
    expect(accusing.map(({ name }) => name)).toEqual([]);
  });

  it('rests no violation on a number that stands in no law', () => {
    for (const limb of rule.violations) {
      const params = JSON.stringify(limb.when);
      const policy = Object.entries(rule.parameters).filter(
        ([name, { unit, values }]) =>
          unit !== 'list' && params.includes(`"${name}"`) && values.some(({ basis }) => POLICY_WORDS.includes(basis)),
      );
      if (policy.length > 0) expect(['overLimit', 'lead'], limb.name).toContain(limb.class);
    }
  });
});
