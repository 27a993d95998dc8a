/** What a person answers to a question of the checklist. “Yes” means that the duty is met. */
export const CHECKLIST_ANSWERS = ['yes', 'partly', 'no', 'notApplicable'] as const;
export type ChecklistAnswer = (typeof CHECKLIST_ANSWERS)[number];

/** `rules/parameters/checklist-points.json`. An internal reference; no law has such points. */
export type ChecklistPoints = Readonly<Record<Exclude<ChecklistAnswer, 'notApplicable'>, number>>;

/** @throws TypeError when the table is missing or malformed */
export function checklistPoints(tables: Readonly<Record<string, unknown>>): ChecklistPoints {
  const table = tables['checklist-points'] as { readonly points?: Partial<ChecklistPoints> } | undefined;
  const { yes, partly, no } = table?.points ?? {};
  if (typeof yes !== 'number' || typeof partly !== 'number' || typeof no !== 'number') {
    throw new TypeError('rules/parameters/checklist-points.json is missing or malformed');
  }
  return { yes, partly, no };
}

/** How far a checklist is answered, and what the answers add up to. */
export interface ChecklistScore {
  readonly items: number;
  readonly answered: number;
  readonly notApplicable: number;
  /** Points of the answers that count, of `full`. */
  readonly points: number;
  /** What those items would have at best. Unanswered items are on neither side: `answered` says so. */
  readonly full: number;
}

/** @param answers one for each item; `null` where nobody answered */
export function checklistScore(answers: readonly (ChecklistAnswer | null)[], points: ChecklistPoints): ChecklistScore {
  const given = answers.filter((answer) => answer !== null);
  const counted = given.filter((answer) => answer !== 'notApplicable');
  return {
    items: answers.length,
    answered: given.length,
    notApplicable: given.length - counted.length,
    points: counted.reduce((sum, answer) => sum + points[answer], 0),
    full: counted.length * points.yes,
  };
}
