import type { FieldId } from '../register/definition.ts';
import type { RegisterRecord } from '../register/record.ts';
import { compileCondition, PendingState } from './closures.ts';
import { MissingCollector } from './compiled-condition.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import { RuleContext } from './context.ts';
import type { SharedFacts } from './context.ts';
import type { ExoneratingFact, Limb, RuleDefinition } from './format.ts';
import { COMPLIES, errorJudgement, NOT_APPLICABLE, PENDING } from './judgement.ts';
import type { Judgement } from './judgement.ts';
import { FALSE, TRUE, UNKNOWN } from './kleene.ts';
import { compileNotice } from './upcoming.ts';
import type { Upcoming } from './upcoming.ts';

interface CompiledExoneration {
  readonly fact: ExoneratingFact;
  readonly when: CompiledCondition | null;
}

interface CompiledLimb {
  readonly limb: Limb;
  /** `null` where the limb requires nothing of its own. */
  readonly requires: readonly FieldId[] | null;
  readonly when: CompiledCondition;
  readonly exonerating: readonly CompiledExoneration[];
}

/** One judgement for each list of missing names: the same column lacks in thousands of records. */
class Indeterminates {
  readonly #root: IndeterminateNode = { next: new Map(), judgement: null };

  /** Followed name by name: no key is written for a record. */
  of({ fields, reasons }: MissingCollector): Judgement {
    let node = this.#root;
    for (const field of fields) node = after(node, field);
    node = after(node, '');
    for (const reason of reasons) node = after(node, reason);
    return (node.judgement ??= { outcome: 'indeterminate', missing: [...fields], reasons: [...reasons] });
  }
}

interface IndeterminateNode {
  readonly next: Map<string, IndeterminateNode>;
  judgement: Judgement | null;
}

function after({ next }: IndeterminateNode, name: string): IndeterminateNode {
  let node = next.get(name);
  if (node === undefined) {
    node = { next: new Map(), judgement: null };
    next.set(name, node);
  }
  return node;
}

/** Whether a fact excuses a limb. */
export function excuses(fact: ExoneratingFact, limb: Limb): boolean {
  return fact.limbs === undefined || fact.limbs.includes(limb.name);
}

function isMissing(record: RegisterRecord, field: FieldId): boolean {
  const value = record.values[field];
  return value === null || value === undefined;
}

/** A rule as closures, for the bulk pass. Made once for an inspection. */
export class CompiledRule {
  readonly definition: RuleDefinition;
  readonly context: RuleContext;
  readonly #pending = new PendingState();
  readonly #missing = new MissingCollector();
  readonly #indeterminates = new Indeterminates();
  readonly #applicability: CompiledCondition;
  readonly #requires: readonly FieldId[];
  readonly #limbs: readonly CompiledLimb[];
  readonly #upcoming: ((record: RegisterRecord) => Upcoming | null) | null;

  constructor(definition: RuleDefinition, shared: SharedFacts) {
    this.definition = definition;
    this.context = new RuleContext(definition, shared);
    const compile = (condition: RuleDefinition['applicability']) =>
      compileCondition(condition, this.context, definition.register, this.#pending);
    this.#applicability = compile(definition.applicability);
    this.#requires = definition.requires;
    const exonerating = definition.exonerating.map((fact) => ({
      fact,
      when: fact.when === undefined ? null : compile(fact.when),
    }));
    this.#limbs = definition.violations.map((limb) => ({
      limb,
      requires: limb.requires === undefined || limb.requires.length === 0 ? null : limb.requires,
      when: compile(limb.when),
      exonerating: exonerating.filter(({ fact }) => excuses(fact, limb)),
    }));
    const { upcoming } = definition;
    this.#upcoming =
      upcoming === undefined
        ? null
        : compileNotice(upcoming, this.context, {
            applicability: this.#applicability,
            when: upcoming.when === undefined ? null : compile(upcoming.when),
            excuses: exonerating.flatMap(({ fact, when }) => (fact.limbs === undefined && when !== null ? [when] : [])),
          });
  }

  /** Judges one record. Never throws: an error stays with this rule and this record. */
  judge(record: RegisterRecord): Judgement {
    try {
      return this.#judge(record);
    } catch (error) {
      this.#pending.reset();
      return errorJudgement(error);
    }
  }

  #judge(record: RegisterRecord): Judgement {
    const applicable = this.#applicability.evaluate(record);
    if (applicable === FALSE) return NOT_APPLICABLE;
    if (applicable === UNKNOWN) return this.#indeterminate(record, [this.#applicability], []);
    for (const field of this.#requires) {
      if (isMissing(record, field)) return this.#indeterminate(record, [], this.#requires);
    }
    this.#pending.reset();
    let broken: number[] | null = null;
    let excusedBy: string[] | null = null;
    let open = false;
    let index = -1;
    for (const limb of this.#limbs) {
      index += 1;
      if (limb.requires?.some((field) => isMissing(record, field)) === true) {
        open = true;
        continue;
      }
      const value = limb.when.evaluate(record);
      if (value === UNKNOWN) open = true;
      else if (value === TRUE) {
        const excuse = limb.exonerating.find(({ when }) => when?.evaluate(record) === TRUE);
        if (excuse === undefined) (broken ??= []).push(index);
        else (excusedBy ??= []).push(excuse.fact.name);
      }
    }
    if (broken !== null) return { outcome: 'violates', broken, excusedBy: excusedBy ?? [] };
    if (excusedBy !== null) return { outcome: 'excused', broken: [], excusedBy };
    if (open) return this.#openLimbs(record);
    return this.#pending.seen && this.#couldBreak(record) ? PENDING : COMPLIES;
  }

  /** Whether a limb would be open or broken, were each running time limit over. */
  #couldBreak(record: RegisterRecord): boolean {
    this.#pending.assume = true;
    const could = this.#limbs.some((limb) => limb.when.evaluate(record) !== FALSE);
    this.#pending.assume = false;
    return could;
  }

  #openLimbs(record: RegisterRecord): Judgement {
    const conditions: CompiledCondition[] = [];
    const fields: FieldId[] = [];
    for (const limb of this.#limbs) {
      if (limb.requires?.some((field) => isMissing(record, field)) === true) fields.push(...limb.requires);
      else if (limb.when.evaluate(record) === UNKNOWN) conditions.push(limb.when);
    }
    return this.#indeterminate(record, conditions, fields);
  }

  #indeterminate(
    record: RegisterRecord,
    conditions: readonly CompiledCondition[],
    required: readonly FieldId[],
  ): Judgement {
    const missing = this.#missing;
    missing.clear();
    for (const field of required) {
      if (!isMissing(record, field)) continue;
      missing.addField(field);
      missing.addReason('missing');
    }
    for (const condition of conditions) condition.collectMissing(record, missing);
    return this.#indeterminates.of(missing);
  }

  /** Exonerating facts of a broken limb that the data leaves open, or that no data can show. */
  openJustifications(record: RegisterRecord, limbIndex: number): readonly ExoneratingFact[] {
    const exonerating = this.#limbs[limbIndex]?.exonerating ?? [];
    return exonerating.filter(({ when }) => when === null || when.evaluate(record) === UNKNOWN).map(({ fact }) => fact);
  }

  /** A deadline ahead that is to be announced for the record, if there is one. */
  upcoming(record: RegisterRecord): Upcoming | null {
    return this.#upcoming === null ? null : this.#upcoming(record);
  }
}
