import type { FactRegistry } from '../../fact/registry.ts';
import type { RegisterViews } from '../register-view.ts';

/** A legal source, as far as references to it can be checked. */
export interface SourceView {
  readonly id: string;
  readonly rank: string;
}

/** What a rule may refer to. */
export interface LintWorld {
  readonly registers: RegisterViews;
  readonly facts: FactRegistry;
  readonly clauses: ReadonlySet<string>;
  readonly sources: ReadonlyMap<string, SourceView>;
  /** Fault in the form of an article number, in words; `null` where it is well-formed. */
  readonly articleFault: (article: string) => string | null;
}
