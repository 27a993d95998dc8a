import type { ChecklistAnswer, ChecklistItem } from '../rule/checklist.ts';
import type { ScorecardTable } from './scorecard.ts';

/** What a person answered on an item, and what they looked at. */
export interface AnsweredItem {
  /** `null`: not answered. */
  readonly answer: ChecklistAnswer | null;
  /** What was looked at; empty where nothing was written. */
  readonly note: string;
}

/** How far a checklist is answered. Nobody's answer is never a good one: unanswered items neither earn nor cost points. */
export interface ChecklistTally {
  readonly total: number;
  /** `notApplicable` included. */
  readonly answered: number;
  readonly unanswered: number;
  readonly notApplicable: number;
  /** Answered, but without a word on what was looked at. */
  readonly withoutEvidence: number;
  /** Of the answered items that apply. */
  readonly points: number;
  /** What these items would have earned, had each duty been met. */
  readonly possible: number;
}

/** @returns `null` where the answer has no points */
export function pointsOf(
  answer: ChecklistAnswer | null,
  { checklist }: Pick<ScorecardTable, 'checklist'>,
): number | null {
  return answer === null || answer === 'notApplicable' ? null : checklist[answer];
}

export function tallyOf(
  items: readonly Pick<ChecklistItem, 'id'>[],
  answerOf: (itemId: string) => AnsweredItem,
  table: Pick<ScorecardTable, 'checklist'>,
): ChecklistTally {
  const answered = items.map(({ id }) => answerOf(id)).filter(({ answer }) => answer !== null);
  const scores = answered.map(({ answer }) => pointsOf(answer, table)).filter((points) => points !== null);
  return {
    total: items.length,
    answered: answered.length,
    unanswered: items.length - answered.length,
    notApplicable: answered.length - scores.length,
    withoutEvidence: answered.filter(({ note }) => note.trim() === '').length,
    points: scores.reduce((sum, points) => sum + points, 0),
    possible: scores.length * table.checklist.met,
  };
}
