import type { LocalDate } from '../calendar/local-date.ts';
import type { FactRegistry } from '../fact/registry.ts';
import type { Bilingual } from '../language.ts';
import type { RegisterDefinition } from '../register/definition.ts';
import type { CourtCodeTable } from '../register/court-code-table.ts';
import type { ChecklistItem } from './checklist.ts';
import type { RuleDefinition } from './format.ts';
import type { CiteLaw } from './message.ts';
import type { IndicatorDefinition } from './indicator-format.ts';
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

/** A legal source as it stood on a day. */
export interface SourceInForce {
  readonly title: Bilingual;
  /** 文号; `null` for a law. */
  readonly number: string | null;
  /** 2023年修正; `null` where there is nothing to tell it from. */
  readonly name: Bilingual | null;
  /** First day in force; `null` where it was not seen. */
  readonly from: LocalDate | null;
  /** Last day in force; `null` for the version in force today. */
  readonly to: LocalDate | null;
  /** How much of the text was seen when it was written down. */
  readonly seen: 'full-text' | 'partial' | 'reprint' | 'quoted' | 'title' | 'none';
}

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
  /** Rates that are shown, in order of file name. */
  readonly indicators: readonly IndicatorDefinition[];
  readonly registerDefinitions: readonly RegisterDefinition[];
  readonly registers: RegisterViews;
  readonly facts: FactRegistry;
  readonly tables: Readonly<Record<string, unknown>>;
  readonly courtCodes: CourtCodeTable;
  readonly cite: CiteLaw;
  /** The version of a source in force on a day; `undefined` before the first, and for a source that the pack has not. */
  readonly sourceInForce: (source: string, day: LocalDate) => SourceInForce | undefined;
  /** Rank of what a parameter's value rests on, from `source#article` or one of the policy words. */
  readonly basisClass: (basis: string) => BasisClass;
}
