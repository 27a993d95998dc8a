import type { Bilingual } from '../language.ts';
import type { FieldId, RegisterId } from '../register/definition.ts';
import type { FieldValue } from '../register/record.ts';
import type { LocalDate } from '../calendar/local-date.ts';

/** 违规 / 超内控时限 / 疑似线索. A policy default never makes a `violation`. */
export type FindingClass = 'violation' | 'overLimit' | 'lead';

export type Severity = 'critical' | 'major' | 'minor';

/** What was seen of the law's text when the rule was written; shown on every finding. */
export type Confidence = 'verified' | 'verified-secondary' | 'verified-duty' | 'mixed' | 'uncertain' | 'from-memory';

/** `day` is a natural day that rolls over holidays; `calendarDay` one that does not (custody, seizure terms, minimum periods). */
export type ParameterUnit =
  | 'day'
  | 'calendarDay'
  | 'workday'
  | 'month'
  | 'calendarMonth'
  | 'year'
  | 'hour'
  | 'minute'
  | 'yuan'
  | 'ratio'
  | 'count'
  | 'list'
  | 'date';

export type ParameterScalar = string | number | boolean;

export interface ParameterValue {
  /** First day on which the value applies. */
  readonly from: LocalDate;
  readonly value: ParameterScalar | readonly ParameterScalar[];
  /** `source#article` of `rules/sources/`, or one of the words for values that stand in no text. */
  readonly basis: string;
}

/** A number or list that the law (or a policy) may change: dated values, each with its basis. */
export interface ParameterDefinition {
  readonly label: Bilingual;
  readonly unit: ParameterUnit;
  /** Field whose date selects the value in force; the as-of date where the record has none of them. */
  readonly asOf: FieldId | readonly FieldId[];
  /** Ascending by `from`. Before the first `from` the parameter has no value and facts that need it are unknown. */
  readonly values: readonly ParameterValue[];
}

/** One condition in exact json-rules-engine form. `not`, `path` and named conditions are refused at load. */
export interface LeafCondition {
  readonly fact: string;
  readonly operator: string;
  readonly value: unknown;
  readonly params?: Readonly<Record<string, unknown>>;
  /** Kept for the trace; needed where a message refers to the condition. Unique within the rule. */
  readonly name?: string;
}
export type Condition =
  | LeafCondition
  | { readonly all: readonly Condition[]; readonly name?: string }
  | { readonly any: readonly Condition[]; readonly name?: string };

/** One way to break the rule. */
export interface Limb {
  readonly name: string;
  readonly class: FindingClass;
  /** Where it differs from the rule's. */
  readonly severity?: Severity;
  /** Fields that must not be blank or unknown for this limb, beyond the rule's own. */
  readonly requires?: readonly FieldId[];
  readonly when: Condition;
  /** `{{field}}`, `{{conditionName.due}}`, `{{parameter.name}}`, `{{law}}`, `{{asOf}}`: see docs/RULES.md. */
  readonly message: Bilingual;
  /** References of the limb's own, where they differ from the rule's. */
  readonly legalBasis?: readonly LegalReference[];
  /** Who is bound, where it is not the rule's party: the court below that sends a file late, the court above that decides late. */
  readonly party?: BoundParty;
}

/** Who is bound: a field of the record, with words where it is blank. */
export interface BoundParty {
  readonly field?: FieldId;
  readonly name: Bilingual;
}

/** A reference into `rules/sources/`. The article is the current one; older numbers come from the source's table. */
export interface LegalReference {
  readonly source: string;
  readonly article?: string;
}

/** A fact that excuses. Proven by the data: no finding, counted as excused. Unanswered: shown on the finding. */
export interface ExoneratingFact {
  readonly name: string;
  readonly label: Bilingual;
  /** Left out where no register can show it: then it is always shown on the finding as an open question. */
  readonly when?: Condition;
  /** Limbs it excuses; all of them when left out. */
  readonly limbs?: readonly string[];
}

/** How near a deadline is: within the notice, within the middle one of the document's steps, within its last. */
export type NoticeLevel = 'notice' | 'soon' | 'urgent';

/**
 * A deadline ahead that is announced (临期), no finding. Not announced where a fact that excuses every limb is proven: a
 * seizure of property already sold needs no renewal.
 */
export interface UpcomingNotice {
  /** Fact that yields the due date (`YYYY-MM-DD`), usually `dueDate`. */
  readonly due: { readonly fact: string; readonly params?: Readonly<Record<string, unknown>> };
  /** Parameter (days) within which it is announced. */
  readonly within: string;
  /** Parameters (days) from which on the notice is `soon`, and `urgent`; left out where no document grades it. */
  readonly soon?: string;
  readonly urgent?: string;
  readonly when?: Condition;
}

export type ExpectedOutcome = 'violates' | 'complies' | 'excused' | 'pending' | 'indeterminate' | 'notApplicable';

/** One case of a rule's own tests; run in both engines. */
export interface RuleTest {
  readonly name: string;
  readonly expect: ExpectedOutcome;
  /** For `violates`: the limb, or all limbs that must fire, and no others. */
  readonly limb?: string | readonly string[];
  /** 检查基准日; 2026-06-30 when left out. */
  readonly asOf?: LocalDate;
  /** Fields left out are blank (column there, cell empty). */
  readonly record: Readonly<Record<FieldId, FieldValue>>;
  /** Fields whose column the sheet does not have. */
  readonly unmapped?: readonly FieldId[];
  /** Records of other registers (or further ones of the same). A register not named here was not handed over. */
  readonly neighbours?: Readonly<Record<RegisterId, readonly Readonly<Record<FieldId, FieldValue>>[]>>;
  /** Expected in the Chinese message of the finding, where the words matter. */
  readonly messageIncludes?: readonly string[];
}

export interface RuleDefinition {
  readonly $schema?: string;
  readonly id: string;
  readonly version: string;
  readonly status: 'draft' | 'active' | 'retired';
  readonly title: Bilingual;
  /** Clause ids of `rules/resolution.json`. */
  readonly clauses: readonly string[];
  readonly legalBasis: readonly LegalReference[];
  readonly confidence: Confidence;
  /** Readings chosen, what was not verified. Shown with the rule. */
  readonly note: Bilingual;
  readonly party: BoundParty;
  readonly register: RegisterId;
  readonly severity: Severity;
  readonly parameters: Readonly<Record<string, ParameterDefinition>>;
  readonly requires: readonly FieldId[];
  readonly applicability: Condition;
  readonly violations: readonly Limb[];
  readonly exonerating: readonly ExoneratingFact[];
  readonly upcoming?: UpcomingNotice;
  readonly remedy: Bilingual;
  readonly tests: readonly RuleTest[];
}
