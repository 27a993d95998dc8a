import { dueDate } from '../../../core/calendar/due-date.ts';
import type { Limit } from '../../../core/calendar/limit.ts';
import type { LocalDate } from '../../../core/calendar/local-date.ts';
import type { FactParams } from '../../../core/fact/fact.ts';
import type { FindingParameter } from '../../../core/finding/finding.ts';
import type { Rulebook } from '../rulebook.ts';

/**
 * The last day that an approved extension would have allowed, where the limit was counted without one.
 * @param due as it was judged; nothing is said where it is not the plain limit from the beginning
 */
export function extendedTo(
  { parameters }: { readonly parameters: readonly Pick<FindingParameter, 'name' | 'value' | 'unit'>[] },
  params: FactParams | undefined,
  { calendar }: Pick<Rulebook, 'calendar'>,
  begin: LocalDate,
  due: LocalDate,
): LocalDate | null {
  const limitOf = (name: unknown): Limit | null => {
    const given = parameters.find((each) => each.name === name);
    return given === undefined || typeof given.value !== 'number'
      ? null
      : { amount: given.value, unit: given.unit as Limit['unit'] };
  };
  const limit = limitOf(params?.['limit']);
  const extension = limitOf(params?.['extension']);
  if (limit === null || extension === null || dueDate(begin, limit, calendar) !== due) return null;
  return dueDate(begin, limit, calendar, { extension }) ?? null;
}
