import { z } from 'zod';
import { CHECKLIST_ANSWERS } from '../core/finding/checklist-score.ts';
import { bilingualWords } from './model.ts';

export const checklistAnswer = z.enum(CHECKLIST_ANSWERS);

/** A question that no register can answer, with the answer of a person where there is one. */
export const checklistItem = z.strictObject({
  id: z.string(),
  clauses: z.array(z.string()),
  title: bilingualWords,
  party: bilingualWords,
  question: bilingualWords,
  evidence: bilingualWords,
  reason: bilingualWords,
  /** As in force on the as-of date. */
  law: bilingualWords,
  note: bilingualWords,
  confidence: z.string(),
  answer: checklistAnswer.nullable(),
  /** What was answered before the question was worded anew; it no longer counts. */
  outdated: checklistAnswer.nullable(),
  answerNote: z.string(),
  /** When it was answered, UTC. */
  at: z.string().nullable(),
});
