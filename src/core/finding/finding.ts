import type { UnknownReason } from '../fact/fact.ts';
import type { Bilingual } from '../language.ts';
import type { FieldId } from '../register/definition.ts';
import type { RecordOrigin, FieldValue } from '../register/record.ts';
import type { Confidence, FindingClass, NoticeLevel, ParameterUnit, ParameterValue, Severity } from '../rule/format.ts';
import type { BasisClass } from '../rule/pack.ts';
import type { ExplainedCondition } from '../rule/reference.ts';
import type { FieldView } from '../rule/register-view.ts';

/** One field of the judged record that the verdict rests on. */
export interface Evidence {
  readonly field: FieldId;
  readonly label: Bilingual;
  readonly type: FieldView['type'];
  /** Dates ISO, money in fen; `null` where the cell is blank or its column is missing. */
  readonly value: Exclude<FieldValue, undefined>;
  /** Address of the cell; `null` where the sheet has no such column, or the record no row. */
  readonly cell: string | null;
  readonly personal?: FieldView['personal'];
}

/** A parameter in the version that was in force for the record. */
export interface FindingParameter {
  readonly name: string;
  readonly label: Bilingual;
  readonly value: ParameterValue['value'];
  readonly unit: ParameterUnit;
  readonly from: string;
  /** Rank of what the value rests on; `profile` where the inspection's profile has changed it. */
  readonly basis: BasisClass | 'profile';
}

/** A breach, an overrun of an internal limit, or a lead, with its proof. */
export interface Finding {
  /** Stable fingerprint: the same fact found again has the same id. */
  readonly id: string;
  readonly ruleId: string;
  readonly ruleVersion: string;
  /** SHA-256 of the rule file that judged. */
  readonly ruleSha256: string;
  readonly limb: string;
  readonly class: FindingClass;
  readonly severity: Severity;
  readonly clauses: readonly string[];
  readonly title: Bilingual;
  readonly party: Bilingual;
  readonly subject: string;
  readonly message: Bilingual;
  /** The record judged first, then those it was compared with; empty for a finding about something absent. */
  readonly source: readonly RecordOrigin[];
  readonly evidence: readonly Evidence[];
  readonly parameters: readonly FindingParameter[];
  /** Legal references as in force on the record's day. */
  readonly legalBasis: readonly Bilingual[];
  /** Exonerating facts that the data leaves open. */
  readonly openJustifications: readonly Bilingual[];
  readonly remedy: Bilingual;
  readonly confidence: Confidence;
  readonly note: Bilingual;
  /** What json-rules-engine says about each condition. */
  readonly explanation: readonly ExplainedCondition[];
}

/** A deadline ahead: no finding. */
export interface UpcomingEntry {
  readonly ruleId: string;
  readonly subject: string;
  readonly due: string;
  readonly daysLeft: number;
  /** For the traffic lights of the app and the report; not part of findings.json. */
  readonly level: NoticeLevel;
  readonly source: readonly RecordOrigin[];
}

/** A record that could not be judged, and what would decide. Missing is never compliance. */
export interface IndeterminateEntry {
  readonly ruleId: string;
  readonly subject: string;
  readonly source: readonly RecordOrigin[];
  readonly missing: readonly string[];
  readonly reasons: readonly UnknownReason[];
}

/** A rule failed on a record, or the two engines disagree. Isolated: everything else was judged. */
export interface RuleError {
  readonly code: 'E_RULE_FAILED' | 'E_ENGINES_DISAGREE';
  readonly ruleId: string;
  readonly limb: string | null;
  readonly subject: string;
  readonly source: readonly RecordOrigin[];
  readonly message: string;
}
