import type { FindingDetail } from '../../../contract/model.ts';
import { addDays } from '../../../core/calendar/day-arithmetic.ts';
import type { LocalDate } from '../../../core/calendar/local-date.ts';
import type { Evidence } from '../../../core/finding/finding.ts';
import type { Bilingual } from '../../../core/language.ts';

type TimeLine = NonNullable<FindingDetail['timeLine']>;

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const AS_OF: Bilingual = { zh: '检查基准日', en: 'as-of date' };
const FROM: Bilingual = { zh: '起算', en: 'counted from' };

/**
 * The days on which a finding rests: where the time begins, when it was due, what was done too late or had not been done by the as-of
 * date. Only what adds up is drawn: the days over must lead from the due day to a day of the record or to the as-of date, and
 * the beginning must be one day and no other.
 * @param described texts of the message's placeholders in English, where days are ISO
 * @param evidence what the condition on this name reads, by name of the condition
 * @param extended when an extension of the limit of a condition would have ended, counted from its beginning
 */
export function timeLineOf(
  described: ReadonlyMap<string, string>,
  evidence: (condition: string) => readonly Pick<Evidence, 'label' | 'value'>[],
  asOf: LocalDate,
  extended: (condition: string, begin: LocalDate, due: LocalDate) => LocalDate | null = () => null,
): TimeLine | null {
  for (const [placeholder, due] of described) {
    if (!placeholder.endsWith('.due') || !DAY.test(due)) continue;
    const name = placeholder.slice(0, -'.due'.length);
    const days = Number(described.get(`${name}.days`));
    if (!Number.isInteger(days) || days <= 0) continue;
    const dated = evidence(name).flatMap(({ label, value }) =>
      typeof value === 'string' && DAY.test(value.slice(0, 10)) ? [{ label, day: value.slice(0, 10) }] : [],
    );
    const end = addDays(due, days);
    const done = dated.find(({ day }) => day === end);
    if (done === undefined && end !== asOf) continue;
    const from = described.get(`${name}.from`);
    const begin = from !== undefined && DAY.test(from) ? { label: FROM, day: from } : onlyBefore(dated, due);
    if (begin === null || begin.day >= due) continue;
    const allowed = extended(name, begin.day, due);
    return { begin, due, end: done ?? { label: AS_OF, day: end }, days, allowed };
  }
  return null;
}

interface DatedValue {
  readonly label: Bilingual;
  readonly day: string;
}

/** The one day before another; `null` where there are several, or none. */
function onlyBefore(dated: readonly DatedValue[], due: LocalDate): DatedValue | null {
  const before = dated.filter(({ day }) => day < due);
  const [first] = before;
  return first !== undefined && new Set(before.map(({ day }) => day)).size === 1 ? first : null;
}
