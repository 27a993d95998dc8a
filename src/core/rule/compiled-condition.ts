import type { UnknownReason } from '../fact/fact.ts';
import type { RegisterRecord } from '../register/record.ts';
import type { Tri } from './kleene.ts';

/** What would have decided, gathered in a second walk over an open condition. */
export class MissingCollector {
  readonly fields = new Set<string>();
  readonly reasons = new Set<UnknownReason>();

  clear(): void {
    this.fields.clear();
    this.reasons.clear();
  }
}

/** A condition as closures. No source text is generated: nothing here needs `eval`. */
export interface CompiledCondition {
  readonly evaluate: (record: RegisterRecord) => Tri;
  /** Adds what is missing where the condition is unknown. */
  readonly collectMissing: (record: RegisterRecord, into: MissingCollector) => void;
}
