import { useEffect, useState } from 'react';
import type { ChannelResult } from '../../../contract/channels.ts';
import { useCall } from '../../app/queries.ts';

export type Hit = ChannelResult<'source.find'>['hits'][number];

export interface SourceFind {
  readonly text: string;
  readonly total: number | null;
  readonly index: number;
  readonly hits: readonly Hit[];
  readonly setText: (text: string) => void;
  /** @returns the hit to go to, around the ends */
  readonly step: (by: number) => Hit | undefined;
}

const TYPING_MS = 200;

/** Finding in one sheet, once typing pauses. */
export function useSourceFind(sheetId: number): SourceFind {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [index, setIndex] = useState(-1);
  useEffect(() => {
    const timer = setTimeout(() => {
      setAsked(text.trim());
      setIndex(-1);
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  const { data } = useCall('source.find', { sheetId, text: asked }, asked !== '');
  const hits = asked === '' ? [] : (data?.hits ?? []);
  return {
    text,
    total: asked === '' ? null : (data?.total ?? null),
    index,
    hits,
    setText,
    step: (by) => {
      if (hits.length === 0) return undefined;
      const next = (Math.max(index, by < 0 ? 0 : -1) + by + hits.length) % hits.length;
      setIndex(next);
      return hits[next];
    },
  };
}
