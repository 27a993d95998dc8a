import { useMemo } from 'react';
import { useCall } from '../app/queries.ts';

/** First letters of the pinyin of names; empty until they are there. */
export function useInitials(names: readonly string[]): (name: string) => string {
  const { data } = useCall('words.initials', { texts: [...names] }, names.length > 0);
  return useMemo(() => {
    const initials = new Map(names.map((name, index) => [name, data?.[index] ?? '']));
    return (name) => initials.get(name) ?? '';
  }, [names, data]);
}
