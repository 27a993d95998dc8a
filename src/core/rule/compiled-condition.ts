import type { UnknownReason } from '../fact/fact.ts';
import type { RegisterRecord } from '../register/record.ts';
import type { Tri } from './kleene.ts';

/** What would have decided, gathered in a second walk over an open condition. */
export class MissingCollector {
  /** Each once, in the order of finding. Lists, because they are short. */
  readonly fields: string[] = [];
  readonly reasons: UnknownReason[] = [];

  addField(field: string): void {
    if (!this.fields.includes(field)) this.fields.push(field);
  }

  addReason(reason: UnknownReason): void {
    if (!this.reasons.includes(reason)) this.reasons.push(reason);
  }

  clear(): void {
    this.fields.length = 0;
    this.reasons.length = 0;
  }
}

/** A condition as closures. No source text is generated: nothing here needs `eval`. */
export interface CompiledCondition {
  readonly evaluate: (record: RegisterRecord) => Tri;
  /** Adds what is missing where the condition is unknown. */
  readonly collectMissing: (record: RegisterRecord, into: MissingCollector) => void;
}
