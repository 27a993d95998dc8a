import type { RecordOrigin, RegisterRecord } from '../register/record.ts';
import { cellAddress } from '../sheet/grid.ts';
import type { CompiledRule } from '../rule/compile.ts';
import type { ExoneratingFact, Limb } from '../rule/format.ts';
import { formatMessage, legalBasisOf, partyOf, recordDay } from '../rule/message.ts';
import type { PackedRule, RulePack } from '../rule/pack.ts';
import { leavesOf, ReadsCollector, rightFact } from '../rule/reads.ts';
import type { ExplainedCondition } from '../rule/reference.ts';
import type { RegisterView } from '../rule/register-view.ts';
import { subjectOf } from '../rule/register-view.ts';
import type { Evidence, Finding, FindingParameter } from './finding.ts';
import type { Unfingerprinted } from './fingerprint.ts';
import { identityKey } from './fingerprint.ts';
import { PROFILE_BASIS } from './profile.ts';

/** Where a record stands; nothing for one that was derived. */
export function originOf({ mapping, row }: RegisterRecord): readonly RecordOrigin[] {
  return mapping === null ? [] : [{ file: mapping.file, sheet: mapping.sheet, row }];
}

/** What a limb reads, worked out once for all its findings. */
interface LimbReads {
  readonly fields: readonly string[];
  readonly parameters: readonly string[];
}

function limbReads(rule: CompiledRule, limb: Limb): LimbReads {
  const { definition, context } = rule;
  const collect = () => new ReadsCollector(context.environment.facts, definition.register);
  const decisive = collect();
  decisive.addCondition(limb.when);
  for (const field of limb.requires ?? []) decisive.addName(field);
  const all = collect();
  for (const field of definition.requires) all.addName(field);
  const fields = new Set([...decisive.fields, ...all.fields]);
  const applies = collect();
  applies.addCondition(definition.applicability);
  for (const field of applies.fields) fields.add(field);
  return { fields: [...fields], parameters: [...decisive.parameters] };
}

/** Makes findings of one rule. */
export class FindingBuilder {
  readonly #packed: PackedRule;
  readonly #rule: CompiledRule;
  readonly #pack: RulePack;
  readonly #view: RegisterView;
  readonly #reads = new Map<string, LimbReads>();

  constructor(packed: PackedRule, rule: CompiledRule, pack: RulePack, view: RegisterView) {
    this.#packed = packed;
    this.#rule = rule;
    this.#pack = pack;
    this.#view = view;
  }

  build(
    record: RegisterRecord,
    limb: Limb,
    openJustifications: readonly ExoneratingFact[],
    explanation: readonly ExplainedCondition[],
  ): Unfingerprinted {
    const { definition } = this.#rule;
    const input = { rule: this.#rule, limb, record, view: this.#view, cite: this.#pack.cite };
    const day = recordDay(input);
    const reads = this.#readsOf(limb);
    const finding: Omit<Finding, 'id'> = {
      ruleId: definition.id,
      ruleVersion: definition.version,
      ruleSha256: this.#packed.sha256,
      limb: limb.name,
      class: limb.class,
      severity: limb.severity ?? definition.severity,
      clauses: definition.clauses,
      title: definition.title,
      party: { zh: partyOf(definition, record, 'zh'), en: partyOf(definition, record, 'en') },
      subject: subjectOf(record, this.#view),
      message: formatMessage(input),
      source: this.#sources(record, limb),
      evidence: reads.fields.flatMap((field) => this.#evidence(record, field)),
      parameters: reads.parameters.flatMap((name) => this.#parameter(record, name)),
      legalBasis: legalBasisOf(definition, limb).map((reference) => this.#pack.cite([reference], day)),
      openJustifications: openJustifications.map(({ label }) => label),
      remedy: definition.remedy,
      confidence: definition.confidence,
      note: definition.note,
      explanation,
    };
    return { identity: identityKey(definition.id, limb.name, record, this.#view), finding };
  }

  #readsOf(limb: Limb): LimbReads {
    const known = this.#reads.get(limb.name);
    if (known !== undefined) return known;
    const reads = limbReads(this.#rule, limb);
    this.#reads.set(limb.name, reads);
    return reads;
  }

  #evidence(record: RegisterRecord, name: string): readonly Evidence[] {
    const field = this.#view.fields.get(name);
    if (field === undefined) return [];
    const column = record.mapping?.columns[name];
    return [
      {
        field: name,
        label: field.label,
        type: field.type,
        value: record.values[name] ?? null,
        cell: column === undefined ? null : cellAddress(record.row, column),
        ...(field.personal === undefined ? {} : { personal: field.personal }),
      },
    ];
  }

  #parameter(record: RegisterRecord, name: string): readonly FindingParameter[] {
    const parameter = this.#rule.context.parameters.get(name);
    const version = parameter?.version(record);
    if (parameter === undefined || version === undefined) return [];
    const { value, from, basis } = version;
    const basisClass = basis === PROFILE_BASIS ? PROFILE_BASIS : this.#pack.basisClass(basis);
    return [
      { name, label: parameter.definition.label, value, unit: parameter.definition.unit, from, basis: basisClass },
    ];
  }

  /** The record judged, then the rows of other records that its facts rest on. */
  #sources(record: RegisterRecord, limb: Limb): readonly RecordOrigin[] {
    const { context } = this.#rule;
    const origins = [...originOf(record)];
    const seen = new Set<RegisterRecord>([record]);
    for (const leaf of leavesOf(limb.when)) {
      for (const call of [leaf, rightFact(leaf.value)]) {
        if (call === null) continue;
        const definition = context.environment.facts.find(call.fact, record.register);
        for (const other of definition?.sources?.(record, context, call.params ?? {}) ?? []) {
          if (seen.has(other)) continue;
          seen.add(other);
          origins.push(...originOf(other));
        }
      }
    }
    return origins;
  }
}
