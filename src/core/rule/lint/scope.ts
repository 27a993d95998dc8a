import type { FactDefinition } from '../../fact/fact.ts';
import type { RuleDefinition } from '../format.ts';
import type { RegisterView } from '../register-view.ts';
import type { LintWorld } from './lint-world.ts';
import type { ProblemSink } from './problem.ts';
import { didYouMean } from './problem.ts';
import type { ValueType } from './value-type.ts';
import { literalType, unitType, valueTypeOf } from './value-type.ts';

/** The names that a rule may use. */
export class RuleScope {
  readonly rule: RuleDefinition;
  readonly view: RegisterView;
  readonly world: LintWorld;
  readonly sink: ProblemSink;

  constructor(rule: RuleDefinition, view: RegisterView, world: LintWorld, sink: ProblemSink) {
    this.rule = rule;
    this.view = view;
    this.world = world;
    this.sink = sink;
  }

  fact(name: string): FactDefinition | undefined {
    return this.world.facts.find(name, this.rule.register);
  }

  isField(name: string): boolean {
    return this.fact(name) === undefined && this.view.fields.has(name);
  }

  #names(): readonly string[] {
    const facts = this.world.facts.facts.filter(
      ({ register }) => register === 'any' || register === this.rule.register,
    );
    return [...this.view.fields.keys(), ...facts.map(({ name }) => name)];
  }

  /** Checks that a field of the rule's register is meant. */
  checkField(name: string, path: string): void {
    if (this.view.fields.has(name)) return;
    const hint = didYouMean(name, this.view.fields.keys());
    this.sink.error(path, 'FIELD_UNKNOWN', `register ${this.rule.register} has no field “${name}”${hint}`);
  }

  checkParameter(name: string, path: string): void {
    if (Object.hasOwn(this.rule.parameters, name)) return;
    const hint = didYouMean(name, Object.keys(this.rule.parameters));
    this.sink.error(path, 'PARAMETER_UNKNOWN', `the rule has no parameter “${name}”${hint}`);
  }

  /** Checks a name that must be a fact or a field. @returns its type, `null` when it is neither */
  typeOf(name: string, params: Readonly<Record<string, unknown>> | undefined, path: string): ValueType | null {
    const fact = this.fact(name);
    if (fact !== undefined) {
      if (fact.name === 'parameter') return this.#parameterType(params);
      if (fact.type === 'any') return this.#typeOfCarried(fact, params);
      return valueTypeOf(fact.type);
    }
    const field = this.view.fields.get(name);
    if (field !== undefined) return valueTypeOf(field.type);
    const hint = didYouMean(name, this.#names());
    this.sink.error(path, 'FACT_UNKNOWN', `register ${this.rule.register} has no field or fact “${name}”${hint}`);
    return null;
  }

  #parameterType(params: Readonly<Record<string, unknown>> | undefined): ValueType {
    const name = params?.['name'];
    const parameter =
      typeof name === 'string' && Object.hasOwn(this.rule.parameters, name) ? this.rule.parameters[name] : undefined;
    return parameter === undefined ? 'any' : unitType(parameter.unit);
  }

  /** `valueOr` has the type of its field, unless the default is of another (“no date” as a word). */
  #typeOfCarried(fact: FactDefinition, params: Readonly<Record<string, unknown>> | undefined): ValueType {
    const field = fact.name === 'valueOr' ? params?.['field'] : undefined;
    const view = typeof field === 'string' ? this.view.fields.get(field) : undefined;
    const type = view === undefined ? 'any' : valueTypeOf(view.type);
    return literalType(params?.['otherwise']) === type ? type : 'any';
  }
}
