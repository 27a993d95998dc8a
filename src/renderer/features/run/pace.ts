import type { JobEvent, RuleProgress } from '../../../contract/model.ts';

/** How far a rule is in a run: waiting for its register, at it, or through with it. */
export type Pace = 'queued' | 'running' | 'done';

export const paceOf = ({ done, total }: RuleProgress): Pace =>
  done >= total ? 'done' : done === 0 ? 'queued' : 'running';

/** A run under way in numbers. A judgement is one record looked at by one rule. */
export interface RunPace {
  readonly rules: { readonly done: number; readonly all: number };
  readonly judgements: { readonly done: number; readonly all: number };
  readonly percent: number;
  readonly secondsUsed: number;
  /** `null` as long as too little was done to tell. */
  readonly secondsLeft: number | null;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** @returns `null` before the first record and after the last, when records are loaded or the result is saved */
export function runPace({ rules, milliseconds }: JobEvent): RunPace | null {
  if (rules === null) return null;
  const done = sum(rules.map((rule) => rule.done));
  const all = sum(rules.map((rule) => rule.total));
  const share = all === 0 ? 1 : done / all;
  return {
    rules: { done: rules.filter((rule) => paceOf(rule) === 'done').length, all: rules.length },
    judgements: { done, all },
    percent: Math.floor(100 * share),
    secondsUsed: Math.round(milliseconds / 1000),
    secondsLeft: share < 0.05 ? null : Math.ceil((milliseconds / 1000) * (1 / share - 1)),
  };
}
