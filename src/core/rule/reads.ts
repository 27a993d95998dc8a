import type { FactDefinition, FactParams, FactReads } from '../fact/fact.ts';
import type { FactRegistry } from '../fact/registry.ts';
import type { RegisterId } from '../register/definition.ts';
import type { Condition, LeafCondition, RuleDefinition } from './format.ts';

export function isLeaf(condition: Condition): condition is LeafCondition {
  return 'fact' in condition;
}

/** The children of a node; empty for a leaf. */
export function childrenOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all;
  return 'any' in condition ? condition.any : [];
}

/** All leaves, in order of writing. */
export function leavesOf(condition: Condition): readonly LeafCondition[] {
  return isLeaf(condition) ? [condition] : childrenOf(condition).flatMap(leavesOf);
}

/** How to ask a fact for the entries of tables that decided. */
export interface TabledCall {
  readonly definition: FactDefinition;
  readonly params: FactParams;
}

/** What a fact reads with everything behind it: facts named among the fields are followed. */
export class ReadsCollector {
  readonly fields = new Set<string>();
  readonly neighbours = new Map<RegisterId, Set<string>>();
  readonly parameters = new Set<string>();
  /** Facts that look into tables. */
  readonly tabled: TabledCall[] = [];
  readonly #registry: FactRegistry;
  readonly #register: RegisterId;
  readonly #seen = new Set<string>();

  constructor(registry: FactRegistry, register: RegisterId) {
    this.#registry = registry;
    this.#register = register;
  }

  addName(name: string, params: FactParams = {}): void {
    const definition = this.#registry.find(name, this.#register);
    if (definition === undefined) {
      this.fields.add(name);
      return;
    }
    const key = `${name}\n${JSON.stringify(params)}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    if (definition.fromTables !== undefined) this.tabled.push({ definition, params });
    this.#addReads(definition.reads(params));
  }

  #addReads(reads: FactReads): void {
    for (const field of reads.fields) this.addName(field);
    for (const parameter of reads.parameters) this.parameters.add(parameter);
    for (const { register, fields } of reads.neighbours) {
      const known = this.neighbours.get(register) ?? new Set();
      for (const field of fields) known.add(field);
      this.neighbours.set(register, known);
    }
  }

  addCondition(condition: Condition): void {
    for (const leaf of leavesOf(condition)) {
      this.addName(leaf.fact, leaf.params);
      const right = rightFact(leaf.value);
      if (right !== null) this.addName(right.fact, right.params);
    }
  }
}

/** The fact on the right side of a condition, if one stands there. */
export function rightFact(value: unknown): { readonly fact: string; readonly params?: FactParams } | null {
  if (typeof value !== 'object' || value === null || !('fact' in value)) return null;
  return value as { fact: string; params?: FactParams };
}

/** Everything that a rule reads. */
export function readsOfRule(rule: RuleDefinition, registry: FactRegistry): ReadsCollector {
  const reads = new ReadsCollector(registry, rule.register);
  reads.addCondition(rule.applicability);
  for (const field of rule.requires) reads.addName(field);
  for (const limb of rule.violations) {
    for (const field of limb.requires ?? []) reads.addName(field);
    reads.addCondition(limb.when);
  }
  for (const { when } of rule.exonerating) if (when !== undefined) reads.addCondition(when);
  if (rule.upcoming !== undefined) {
    reads.addName(rule.upcoming.due.fact, rule.upcoming.due.params);
    const { within, soon, urgent } = rule.upcoming;
    for (const step of [within, soon, urgent]) if (step !== undefined) reads.parameters.add(step);
    if (rule.upcoming.when !== undefined) reads.addCondition(rule.upcoming.when);
  }
  return reads;
}
