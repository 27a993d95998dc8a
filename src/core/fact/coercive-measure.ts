import { answer, dateOf, isUnread } from './cells.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { compareDates } from './iso.ts';

/** Facts on detention and arrest during the investigation (刑事诉讼法 85, 91, 156). */
const REGISTER = 'coerciveMeasure';
const RELEASED = 'releasedDate';

/** What a column for an approval says: `yes`, `no` (said in words), or `unsaid` (blank, or no such column). */
const statedApproval: FactDefinition = {
  name: 'statedApproval',
  register: REGISTER,
  label: { zh: '批准情况', en: 'what is said of an approval' },
  type: 'text',
  params: { field: { kind: 'field' } },
  shared: true,
  reads: (params) => ({ fields: [String(params.field)], neighbours: [], parameters: [] }),
  evaluate: (record, _context, params): FactResult => {
    const said = answer(record, String(params.field));
    return said === 'yes' || said === 'no' ? said : 'unsaid';
  },
};

/**
 * Day on which the clock of a measure stops: the step that was due, or the end of the measure where that came first. A
 * release before the measure began belongs to an earlier one. Without a column of releases the step alone counts; whether
 * a step that was never taken fell away by a release is then unknown, unless the clock is too short for that (`short`).
 */
const clockStopped: FactDefinition = {
  name: 'clockStopped',
  register: REGISTER,
  label: { zh: '期限停止之日', en: 'day on which the clock stopped' },
  type: 'dateTime',
  params: { from: { kind: 'field' }, step: { kind: 'field' }, short: { kind: 'boolean', optional: true } },
  shared: true,
  reads: (params) => ({
    fields: [String(params.from), String(params.step), RELEASED],
    neighbours: [],
    parameters: [],
  }),
  evaluate: (record, _context, params): FactResult => {
    const step = String(params.step);
    const taken = dateOf(record, step);
    if (taken === undefined) return new Unknown('missing', [step]);
    const released = dateOf(record, RELEASED);
    if (released === undefined) {
      if (isUnread(record, RELEASED)) return new Unknown('missing', [RELEASED]);
      return taken ?? (params.short === true ? null : new Unknown('missing', [step, RELEASED]));
    }
    const start = dateOf(record, String(params.from));
    const earlier = released !== null && typeof start === 'string' && compareDates(released, start) < 0;
    if (released === null || earlier) return taken;
    return taken === null || compareDates(released, taken) < 0 ? released : taken;
  },
};

export const coerciveMeasureFacts: readonly FactDefinition[] = [statedApproval, clockStopped];
