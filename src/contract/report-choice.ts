import { z } from 'zod';
import { MARKINGS, OPTIONAL_SECTIONS } from '../core/finding/report-choice.ts';

/** Sections that are left out, the marking, and whom a report is for. */
export const reportChoice = z.strictObject({
  leftOut: z.array(z.enum(OPTIONAL_SECTIONS)).readonly(),
  marking: z.enum(MARKINGS),
  recipients: z.array(z.string().min(1).max(100)).max(20).readonly(),
});
