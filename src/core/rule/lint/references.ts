import type { LegalReference } from '../format.ts';
import { didYouMean } from './problem.ts';
import type { RuleScope } from './scope.ts';

/** Checks that a source exists and that the article has the form of one. */
export function lintReferenceTo(scope: RuleScope, { source, article }: LegalReference, path: string): void {
  const { sources, articleFault } = scope.world;
  if (!sources.has(source)) {
    scope.sink.error(
      path,
      'SOURCE_UNKNOWN',
      `no legal source “${source}” in rules/sources${didYouMean(source, sources.keys())}`,
    );
    return;
  }
  const fault = article === undefined ? null : articleFault(article);
  if (fault !== null) scope.sink.error(path, 'ARTICLE_FORM', `article “${article ?? ''}” of ${source}: ${fault}`);
}

function lintLegalBasis(scope: RuleScope, references: readonly LegalReference[], path: string): void {
  references.forEach((reference, index) => {
    lintReferenceTo(scope, reference, `${path}[${index}]`);
  });
}

/** Clauses, sources, party, required fields, and names that must be unique or exist. */
export function lintReferences(scope: RuleScope): void {
  const { rule, world, sink } = scope;
  rule.clauses.forEach((clause, index) => {
    if (!world.clauses.has(clause)) {
      sink.error(
        `clauses[${index}]`,
        'CLAUSE_UNKNOWN',
        `the resolution has no clause “${clause}”${didYouMean(clause, world.clauses)}`,
      );
    }
  });
  lintLegalBasis(scope, rule.legalBasis, 'legalBasis');
  if (rule.party.field !== undefined) scope.checkField(rule.party.field, 'party.field');
  rule.requires.forEach((field, index) => {
    scope.checkField(field, `requires[${index}]`);
  });
  const limbs = new Set<string>();
  rule.violations.forEach((limb, index) => {
    const path = `violations[${index}]`;
    if (limbs.has(limb.name)) sink.error(`${path}.name`, 'NAME_TWICE', `two limbs are called “${limb.name}”`);
    limbs.add(limb.name);
    if (limb.party?.field !== undefined) scope.checkField(limb.party.field, `${path}.party.field`);
    limb.requires?.forEach((field, position) => {
      scope.checkField(field, `${path}.requires[${position}]`);
    });
    if (limb.party?.field !== undefined) scope.checkField(limb.party.field, `${path}.party.field`);
    if (limb.legalBasis !== undefined) lintLegalBasis(scope, limb.legalBasis, `${path}.legalBasis`);
  });
  const excuses = new Set<string>();
  rule.exonerating.forEach((fact, index) => {
    const path = `exonerating[${index}]`;
    if (excuses.has(fact.name))
      sink.error(`${path}.name`, 'NAME_TWICE', `two exonerating facts are called “${fact.name}”`);
    excuses.add(fact.name);
    fact.limbs?.forEach((limb, position) => {
      if (limbs.has(limb)) return;
      sink.error(
        `${path}.limbs[${position}]`,
        'LIMB_UNKNOWN',
        `the rule has no limb “${limb}”${didYouMean(limb, limbs)}`,
      );
    });
  });
}
