import dayjs from 'dayjs';

/** A moment in local time, the same in both languages. */
export const when = (at: string): string => dayjs(at).format('YYYY-MM-DD HH:mm:ss');
