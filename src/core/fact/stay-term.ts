import type { RegisterRecord } from '../register/record.ts';
import { datesIn } from './dates-in-words.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads, textOf } from './neighbours.ts';
import { afterPeriod, parsePeriod } from './period.ts';
import { comparableText } from './text.ts';

/** Last day of a stay: its own column, else the term as written, a length or a day; unknown where the words say neither. */
function stayEnd({ values }: RegisterRecord): FactResult {
  const end = textOf(values.stayEndDate);
  if (end !== null) return end;
  const term = textOf(values.stayTerm);
  const start = textOf(values.stayStartDate);
  if (term === null) {
    const known = values.stayEndDate !== undefined || values.stayTerm !== undefined;
    return known ? null : new Unknown('missing', ['stayEndDate']);
  }
  const period = parsePeriod(term);
  if (period !== null && start !== null) return afterPeriod(start, period);
  return datesIn(comparableText(term)).at(-1) ?? new Unknown('missing', ['stayTerm']);
}

export const stayTermFacts: readonly FactDefinition[] = [
  {
    name: 'stayEnd',
    register: 'enforcementStay',
    label: { zh: '暂缓、中止届满日', en: 'end of the stay' },
    type: 'date',
    shared: true,
    reads: fixedReads(['stayEndDate', 'stayTerm', 'stayStartDate']),
    evaluate: stayEnd,
  },
];
