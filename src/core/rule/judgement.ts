import type { UnknownReason } from '../fact/fact.ts';

/** What a rule says about one record. The frequent ones are shared constants: the bulk pass allocates nothing for them. */
export type Judgement =
  | { readonly outcome: 'notApplicable' | 'complies' | 'pending' }
  | {
      readonly outcome: 'violates' | 'excused';
      /** Limbs that are broken and not excused: indexes into `violations`. */
      readonly broken: readonly number[];
      /** Names of the exonerating facts that excused a limb. */
      readonly excusedBy: readonly string[];
    }
  | {
      readonly outcome: 'indeterminate';
      /** Fields (`field`, `register.field`, `register`, `parameter.name`) that would decide, in order. */
      readonly missing: readonly string[];
      readonly reasons: readonly UnknownReason[];
    }
  | { readonly outcome: 'error'; readonly message: string };

export const NOT_APPLICABLE: Judgement = { outcome: 'notApplicable' };
export const COMPLIES: Judgement = { outcome: 'complies' };
export const PENDING: Judgement = { outcome: 'pending' };

/** What an exception says, without its stack. */
export function errorJudgement(error: unknown): Judgement {
  return { outcome: 'error', message: error instanceof Error ? error.message : String(error) };
}
