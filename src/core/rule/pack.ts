import type { FactRegistry } from '../fact/registry.ts';
import type { RegisterDefinition } from '../register/definition.ts';
import type { ChecklistItem } from './checklist.ts';
import type { RuleDefinition } from './format.ts';
import type { CiteLaw } from './message.ts';
import type { RegisterViews } from './register-view.ts';

/** A clause of the resolution, as far as rules and coverage need it. */
export interface ResolutionClause {
  readonly id: string;
  readonly article: number;
  readonly quote: string;
  readonly party: string;
  /** Judged by rules, answered by a person on a checklist, or a declaration that nothing can show. */
  readonly check: 'rule' | 'checklist' | 'declaratory';
}

/** How high a legal source stands, and so how a parameter resting on it is called. */
export type BasisClass = 'statutory' | 'joint-doc' | 'normative-doc' | 'policy-default' | 'local-practice';

/** One rule with the hash of its file. */
export interface PackedRule {
  readonly definition: RuleDefinition;
  readonly file: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
}

/** Everything under `rules/`, checked and ready. */
export interface RulePack {
  readonly version: string;
  /** SHA-256 over all files of the pack. */
  readonly sha256: string;
  readonly rules: readonly PackedRule[];
  readonly clauses: readonly ResolutionClause[];
  /** What a person answers, in order of clauses. */
  readonly checklist: readonly ChecklistItem[];
  readonly registerDefinitions: readonly RegisterDefinition[];
  readonly registers: RegisterViews;
  readonly facts: FactRegistry;
  readonly tables: Readonly<Record<string, unknown>>;
  readonly cite: CiteLaw;
  /** Rank of what a parameter's value rests on, from `source#article` or one of the policy words. */
  readonly basisClass: (basis: string) => BasisClass;
}
