import type { FactReference } from '../fact/reader.ts';
import type { Bilingual } from '../language.ts';
import type { FieldId, RegisterId } from '../register/definition.ts';
import type { Condition, Confidence, ParameterDefinition } from './format.ts';

/** A kind of record that is left out of numerator and denominator, and counted by itself. */
export interface Exclusion {
  readonly label: Bilingual;
  readonly when: Condition;
}

interface Population {
  readonly register: RegisterId;
  /** Fields without which a record cannot be placed: it is counted as unknown, on neither side. */
  readonly requires: readonly FieldId[];
  /** The records that the denominator is about. */
  readonly population: Condition;
  readonly exclude: readonly Exclusion[];
  readonly parameters: Readonly<Record<string, ParameterDefinition>>;
  /** A rule whose parameters are used, as the inspection's profile has them. */
  readonly parametersOf?: string;
}

/** Share of the population for which a condition holds. */
export interface ShareFormula extends Population {
  readonly kind: 'share';
  readonly counted: Condition;
}

/** A sum over a sum, as money recovered over money claimed (fen). */
export interface SumFormula extends Population {
  readonly kind: 'sum';
  readonly numerator: FactReference;
  readonly denominator: FactReference;
}

/** A sum over the number of records, as the mean of days. */
export interface MeanFormula extends Population {
  readonly kind: 'mean';
  readonly value: FactReference;
}

/** Share of the records that a rule judged in which the duty was kept; excused, pending and inapplicable ones are left out. */
export interface ComplianceFormula {
  readonly kind: 'compliance';
  readonly rule: string;
}

export type IndicatorFormula = ShareFormula | SumFormula | MeanFormula | ComplianceFormula;

/** A rate that is shown with its counts. Never a finding: targets of campaigns are no law. */
export interface IndicatorDefinition {
  readonly id: string;
  readonly label: Bilingual;
  readonly clauses: readonly string[];
  /** How it is worked out, in words. */
  readonly formula: Bilingual;
  readonly compute: IndicatorFormula;
  /** The unit that a record counts for: the first of these fields with a value. */
  readonly groupBy: readonly FieldId[];
  readonly unit: 'ratio' | 'day';
  /** Reference value, shown beside the rate; `null` where no text has one. */
  readonly target: number | null;
  /** Obligations of the catalogue that are shown as this rate, because no law makes a number binding. */
  readonly obligations?: readonly string[];
  readonly confidence: Confidence;
  readonly note: Bilingual;
}
