import type { Bilingual } from '../language.ts';
import type { RecordOrigin, RegisterRecord } from '../register/record.ts';
import { cellAddress } from '../sheet/grid.ts';
import type { CompiledRule } from '../rule/compile.ts';
import type { ExoneratingFact, Limb } from '../rule/format.ts';
import { formatMessage, legalBasisOf, partyOf, recordDay } from '../rule/message.ts';
import type { PackedRule, RulePack } from '../rule/pack.ts';
import { leavesOf, ReadsCollector, rightFact } from '../rule/reads.ts';
import type { TabledCall } from '../rule/reads.ts';
import type { ExplainedCondition } from '../rule/reference.ts';
import type { RegisterView } from '../rule/register-view.ts';
import { subjectOf } from '../rule/register-view.ts';
import { BuiltFinding } from './built-finding.ts';
import type { LimbWords } from './built-finding.ts';
import type { Evidence, FindingParameter } from './finding.ts';
import type { Unfingerprinted } from './fingerprint.ts';
import { identityKey } from './fingerprint.ts';
import { PROFILE_BASIS } from './profile.ts';

/** Where a record stands; nothing for one that was derived. */
export function originOf({ mapping, row }: RegisterRecord): readonly RecordOrigin[] {
  return mapping === null ? [] : [{ file: mapping.file, sheet: mapping.sheet, row }];
}

/** What a limb reads and says, worked out once for all its findings. */
interface LimbReads {
  readonly fields: readonly string[];
  readonly parameters: readonly string[];
  readonly tabled: readonly TabledCall[];
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
  return { fields: [...fields], parameters: [...decisive.parameters], tabled: decisive.tabled };
}

/** Values of which findings have few different ones, by a text that tells them apart: each is kept once. */
class Shared<Value> {
  readonly #known = new Map<string, Value>();

  of(key: string, make: () => Value): Value {
    let value = this.#known.get(key);
    if (value === undefined) {
      value = make();
      if (this.#known.size < MOST_SHARED) this.#known.set(key, value);
    }
    return value;
  }
}

const MOST_SHARED = 20_000;

/** What findings of one limb have in common. */
interface LimbParts {
  readonly words: LimbWords;
  readonly parameterNames: readonly string[];
  readonly tabled: readonly TabledCall[];
  readonly parameters: Shared<readonly FindingParameter[]>;
  readonly legalBasis: Shared<readonly Bilingual[]>;
  readonly openJustifications: Shared<readonly Bilingual[]>;
}

/** Makes findings of one rule. */
export class FindingBuilder {
  readonly #packed: PackedRule;
  readonly #rule: CompiledRule;
  readonly #pack: RulePack;
  readonly #view: RegisterView;
  readonly #limbs = new Map<string, LimbParts>();
  readonly #parties = new Shared<Bilingual>();
  readonly #conditions = new Shared<ExplainedCondition>();

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
    const parts = this.#partsOf(limb);
    const versions = parts.parameterNames.map((name) => this.#rule.context.parameters.get(name)?.version(record)?.from);
    const entries = this.#entries(record, parts.tabled);
    const finding = new BuiltFinding('', parts.words, record, {
      message: formatMessage(input),
      source: this.#sources(record, limb),
      parameters: parts.parameters.of(versions.join(' ') + JSON.stringify(entries), () => [
        ...parts.parameterNames.flatMap((name) => this.#parameter(record, name)),
        ...entries,
      ]),
      legalBasis: parts.legalBasis.of(day, () =>
        legalBasisOf(definition, limb).map((reference) => this.#pack.cite([reference], day)),
      ),
      openJustifications: parts.openJustifications.of(openJustifications.map(({ name }) => name).join(' '), () =>
        openJustifications.map(({ label }) => label),
      ),
      explanation: explanation.map((each) => this.#conditions.of(JSON.stringify(each), () => each)),
    });
    return { identity: identityKey(definition.id, limb.name, record, this.#view), finding };
  }

  #partsOf(limb: Limb): LimbParts {
    const known = this.#limbs.get(limb.name);
    if (known !== undefined) return known;
    const { fields, parameters, tabled } = limbReads(this.#rule, limb);
    const parts: LimbParts = {
      words: this.#words(limb, fields),
      parameterNames: parameters,
      tabled,
      parameters: new Shared(),
      legalBasis: new Shared(),
      openJustifications: new Shared(),
    };
    this.#limbs.set(limb.name, parts);
    return parts;
  }

  #words(limb: Limb, fields: readonly string[]): LimbWords {
    const { definition } = this.#rule;
    return {
      ruleId: definition.id,
      ruleVersion: definition.version,
      ruleSha256: this.#packed.sha256,
      limb: limb.name,
      class: limb.class,
      severity: limb.severity ?? definition.severity,
      clauses: definition.clauses,
      title: definition.title,
      remedy: definition.remedy,
      confidence: definition.confidence,
      note: definition.note,
      partyOf: (record) => {
        const zh = partyOf(definition, limb, record, 'zh');
        return this.#parties.of(zh, () => ({ zh, en: partyOf(definition, limb, record, 'en') }));
      },
      subjectOf: (record) => subjectOf(record, this.#view),
      evidenceOf: (record) => fields.flatMap((field) => this.#evidence(record, field)),
    };
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

  /** Entries of tables, as parameters: the label names the table and its version; each entry once. */
  #entries(record: RegisterRecord, calls: readonly TabledCall[]): readonly FindingParameter[] {
    if (calls.length === 0) return [];
    const { context } = this.#rule;
    const entries = calls.flatMap(({ definition, params }) => definition.fromTables?.(record, context, params) ?? []);
    const known = new Map(entries.map((entry) => [entry.table, entry]));
    return [...known.values()].map(({ table, label, version, from, value, basis }) => ({
      name: table,
      label: { zh: `${label.zh}（${version}版）`, en: `${label.en} (version ${version})` },
      value: value.amount,
      unit: value.unit,
      from,
      basis,
    }));
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
