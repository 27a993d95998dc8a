import type { TFunction } from 'i18next';
import dayjs from 'dayjs';

/** A moment in local time, the same in both languages. */
export const when = (at: string): string => dayjs(at).format('YYYY-MM-DD HH:mm:ss');

/** The local day of a moment. */
export const dayOf = (at: string): string => dayjs(at).format('YYYY-MM-DD');

/** A moment as one speaks of it: 今天 09:42, 昨天 17:20, else the day alone. */
export function lately(at: string, t: TFunction): string {
  const days = dayjs().startOf('day').diff(dayjs(at).startOf('day'), 'day');
  const time = dayjs(at).format('HH:mm');
  if (days === 0) return t('workbench.today', { time });
  return days === 1 ? t('workbench.yesterday', { time }) : dayOf(at);
}
