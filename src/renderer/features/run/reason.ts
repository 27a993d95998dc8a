import type { UncheckedRule } from '../../../contract/model.ts';

const known = [
  'register-absent',
  'field-absent',
  'calendar-not-covered',
  'disabled',
  'error',
  'draft',
  'retired',
] as const;

/** Why a rule was not checked, or cannot be, as the words are called. */
export type Reason = (typeof known)[number] | 'other';

export const reasonOf = ({ reason }: UncheckedRule['notCheckable']): Reason =>
  known.find((name) => name === reason) ?? 'other';
