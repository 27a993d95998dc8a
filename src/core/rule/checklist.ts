import type { Bilingual } from '../language.ts';
import type { Confidence, LegalReference } from './format.ts';
import type { LintWorld } from './lint/lint-world.ts';
import type { RuleProblem } from './lint/problem.ts';
import { didYouMean, ProblemSink } from './lint/problem.ts';

/** What no register can show: a question of the resolution that a person answers with evidence. Never a finding by itself. */
export interface ChecklistItem {
  readonly id: string;
  /** Clauses of the resolution that the question covers. */
  readonly clauses: readonly string[];
  readonly title: Bilingual;
  /** Whom the clause binds. */
  readonly party: Bilingual;
  /** Asked so that “yes” means the duty is met. */
  readonly question: Bilingual;
  /** What to ask for and look at. */
  readonly evidence: Bilingual;
  /** Why no rule over registers can decide it. */
  readonly reason: Bilingual;
  /** Obligations of the catalogue that this item stands for, because no data can show them. */
  readonly obligations?: readonly string[];
  readonly legalBasis: readonly LegalReference[];
  readonly confidence: Confidence;
  readonly note: Bilingual;
}

/** Checks what an item of the right form refers to. */
export function lintChecklistItem(item: ChecklistItem, file: string, world: LintWorld): readonly RuleProblem[] {
  const sink = new ProblemSink(file);
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.json$/, '');
  if (item.id !== name) sink.error('id', 'FILE_NAME', `the file of “${item.id}” must be called ${item.id}.json`);
  item.clauses.forEach((clause, index) => {
    if (!world.clauses.has(clause)) {
      sink.error(`clauses[${index}]`, 'CLAUSE', `no clause “${clause}”${didYouMean(clause, world.clauses)}`);
    }
  });
  item.legalBasis.forEach(({ source, article }, index) => {
    if (!world.sources.has(source)) {
      sink.error(`legalBasis[${index}]`, 'SOURCE', `no source “${source}”${didYouMean(source, world.sources.keys())}`);
    }
    const fault = article === undefined ? null : world.articleFault(article);
    if (fault !== null) sink.error(`legalBasis[${index}].article`, 'ARTICLE', fault);
  });
  return sink.problems;
}
