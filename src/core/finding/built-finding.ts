import type { Bilingual } from '../language.ts';
import type { RecordOrigin, RegisterRecord } from '../register/record.ts';
import type { FindingClass, Severity } from '../rule/format.ts';
import type { ExplainedCondition } from '../rule/reference.ts';
import type { Evidence, Finding, FindingParameter } from './finding.ts';

/** What all findings of one limb have in common, and how the rest is read from the record. */
export interface LimbWords extends Pick<
  Finding,
  'ruleId' | 'ruleVersion' | 'ruleSha256' | 'limb' | 'class' | 'severity' | 'clauses' | 'title'
> {
  readonly remedy: Finding['remedy'];
  readonly confidence: Finding['confidence'];
  readonly note: Finding['note'];
  partyOf(record: RegisterRecord): Bilingual;
  subjectOf(record: RegisterRecord): string;
  evidenceOf(record: RegisterRecord): readonly Evidence[];
}

/** What a finding says of its record beyond what can be read from it again. */
export interface FindingParts {
  readonly message: Bilingual;
  readonly source: readonly RecordOrigin[];
  readonly parameters: readonly FindingParameter[];
  readonly legalBasis: readonly Bilingual[];
  readonly openJustifications: readonly Bilingual[];
  readonly explanation: readonly ExplainedCondition[];
}

/**
 * A finding that is small in memory: an inspection may have hundreds of thousands. The words of its limb are shared, and
 * evidence, party and subject are read from the record whenever somebody asks.
 */
export class BuiltFinding implements Finding {
  readonly id: string;
  readonly message: Bilingual;
  readonly source: readonly RecordOrigin[];
  readonly parameters: readonly FindingParameter[];
  readonly legalBasis: readonly Bilingual[];
  readonly openJustifications: readonly Bilingual[];
  readonly explanation: readonly ExplainedCondition[];
  readonly #words: LimbWords;
  readonly #record: RegisterRecord;

  constructor(id: string, words: LimbWords, record: RegisterRecord, parts: FindingParts) {
    this.id = id;
    this.#words = words;
    this.#record = record;
    this.message = parts.message;
    this.source = parts.source;
    this.parameters = parts.parameters;
    this.legalBasis = parts.legalBasis;
    this.openJustifications = parts.openJustifications;
    this.explanation = parts.explanation;
  }

  /** The same finding under its fingerprint, with the rows of all records that say the same. */
  identified(id: string, source: readonly RecordOrigin[]): BuiltFinding {
    const { message, parameters, legalBasis, openJustifications, explanation } = this;
    const parts = { message, source, parameters, legalBasis, openJustifications, explanation };
    return new BuiltFinding(id, this.#words, this.#record, parts);
  }

  get ruleId(): string {
    return this.#words.ruleId;
  }

  get ruleVersion(): string {
    return this.#words.ruleVersion;
  }

  get ruleSha256(): string {
    return this.#words.ruleSha256;
  }

  get limb(): string {
    return this.#words.limb;
  }

  get class(): FindingClass {
    return this.#words.class;
  }

  get severity(): Severity {
    return this.#words.severity;
  }

  get clauses(): readonly string[] {
    return this.#words.clauses;
  }

  get title(): Bilingual {
    return this.#words.title;
  }

  get party(): Bilingual {
    return this.#words.partyOf(this.#record);
  }

  get subject(): string {
    return this.#words.subjectOf(this.#record);
  }

  get evidence(): readonly Evidence[] {
    return this.#words.evidenceOf(this.#record);
  }

  get remedy(): Bilingual {
    return this.#words.remedy;
  }

  get confidence(): Finding['confidence'] {
    return this.#words.confidence;
  }

  get note(): Bilingual {
    return this.#words.note;
  }

  /** All of it, as it is kept in the inspection. */
  toJSON(): Finding {
    return {
      id: this.id,
      ruleId: this.ruleId,
      ruleVersion: this.ruleVersion,
      ruleSha256: this.ruleSha256,
      limb: this.limb,
      class: this.class,
      severity: this.severity,
      clauses: this.clauses,
      title: this.title,
      party: this.party,
      subject: this.subject,
      message: this.message,
      source: this.source,
      evidence: this.evidence,
      parameters: this.parameters,
      legalBasis: this.legalBasis,
      openJustifications: this.openJustifications,
      remedy: this.remedy,
      confidence: this.confidence,
      note: this.note,
      explanation: this.explanation,
    };
  }
}
