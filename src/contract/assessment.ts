/** What the window shows of rates, points and deadlines. None of them is a finding. */
import { z } from 'zod';
import { bilingualWords, findingClass, localDay, severity } from './model.ts';

const noticeLevel = z.enum(['notice', 'soon', 'urgent']);

const indicatorRow = z.strictObject({
  /** Name of the unit as it is shown; `null` for all units together, empty where the records name none. */
  unit: z.string().nullable(),
  /** As it is shown; a dash where nothing could be divided. */
  rate: z.string(),
  /** Records, posts or days; yuan where the indicator is about money. */
  numerator: z.number(),
  denominator: z.number(),
  excluded: z.number(),
  /** Records without enough data, on neither side. */
  unknown: z.number(),
  /** So few records that one more moves the rate a lot. */
  small: z.boolean(),
});

const indicator = z.strictObject({
  id: z.string(),
  label: bilingualWords,
  formula: bilingualWords,
  note: bilingualWords,
  /** Reference value as it is shown; `null` where no text has one. */
  target: z.string().nullable(),
  /** Tables or columns that were not handed over, in the words of the tables: nothing could be counted. */
  missing: z.array(bilingualWords),
  /** The rule whose records are counted, with its present findings; `null` where the rate is of no rule. */
  rule: z.strictObject({ id: z.string(), findings: z.number() }).nullable(),
  total: indicatorRow,
  units: z.array(indicatorRow),
});

const unitScore = z.strictObject({
  value: z.string(),
  label: z.string(),
  counts: z.record(findingClass, z.record(severity, z.number())),
  findings: z.number(),
  deducted: z.number(),
  score: z.number(),
});

export const assessment = z.strictObject({
  /** When the check ran; `null` where it has not. */
  runAt: z.string().nullable(),
  /** `null`: the run was kept before indicators were, and has to be repeated. */
  indicators: z.array(indicator).nullable(),
  scorecard: z.strictObject({
    full: z.number(),
    deductions: z.record(findingClass, z.record(severity, z.number())),
    units: z.array(unitScore),
  }),
  /** Deadlines ahead, counted by rule; the nearest first. */
  deadlines: z.array(
    z.strictObject({
      ruleId: z.string(),
      title: bilingualWords,
      counts: z.record(noticeLevel, z.number()),
      total: z.number(),
      next: localDay,
      daysLeft: z.number(),
      /** Present findings of the rule. */
      findings: z.number(),
    }),
  ),
});
