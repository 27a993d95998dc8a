import type { RegisterRecord } from '../register/record.ts';
import { daysBetween } from '../calendar/day-arithmetic.ts';
import { dateOf } from './cells.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { liftedByWords, measureState } from './measure-window.ts';
import { fixedReads } from './neighbours.ts';

const FIELDS = ['departurePermittedAt', 'servedAt', 'releasedAt', 'termEnd'] as const;
/** 海事诉讼特别程序法 28: an arrest before suit ends after thirty days. */
const SHORTEST_ARREST_DAYS = 30;

function departureState(record: RegisterRecord): FactResult {
  const departed = dateOf(record, 'departurePermittedAt');
  if (departed === null) return 'none';
  if (departed === undefined) return new Unknown('missing', ['departurePermittedAt']);
  const { servedAt, releasedAt, termEnd } = record.values;
  const state = measureState({ from: servedAt, releasedAt, termEnd }, departed);
  if (state === 'undecided') return new Unknown('missing', FIELDS.slice(1));
  const served = dateOf(record, 'servedAt');
  const noTerm = typeof dateOf(record, 'termEnd') !== 'string';
  if (state !== 'in-force' || !noTerm || typeof served !== 'string') return state;
  return daysBetween(served, departed) > SHORTEST_ARREST_DAYS ? 'term-open' : state;
}

/** How the arrest of a ship stood when its departure was permitted: a state of `measureState`, or `none` without a permit. */
const departureUnderArrest: FactDefinition = {
  name: 'departureUnderArrest',
  register: 'assistanceRequest',
  label: { zh: '出港许可时的扣押状态', en: 'state of the arrest when departure was permitted' },
  type: 'text',
  shared: true,
  reads: fixedReads(FIELDS),
  evaluate: departureState,
};

/** Whether the arrest was lifted before the departure, by the remark; see `liftedByWords`. */
const arrestLifted: FactDefinition = {
  name: 'arrestLifted',
  register: 'assistanceRequest',
  label: { zh: '出港之前扣押已解除', en: 'the arrest had been lifted before the departure' },
  type: 'boolean',
  shared: true,
  reads: fixedReads(['departurePermittedAt', 'releasedAt', 'unhandledReason']),
  evaluate: (record) => liftedByWords(record, 'unhandledReason', record.values.departurePermittedAt),
};

/** Facts on ships under arrest. */
export const vesselArrestFacts: readonly FactDefinition[] = [departureUnderArrest, arrestLifted];
