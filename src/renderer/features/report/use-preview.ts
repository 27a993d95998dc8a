import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReportPreview } from '../../../contract/report-preview.ts';
import type { ReportChoice } from '../../../core/finding/report-choice.ts';
import { call } from '../../app/api.ts';

const CALM_MS = 400;

/** What the report would hold as chosen; made anew whenever the screen opens, and shortly after a change of the choice. */
export function usePreview(choice: ReportChoice): UseQueryResult<ReportPreview> {
  const wanted = JSON.stringify(choice);
  const [settled, setSettled] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(wanted);
    }, CALM_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [wanted]);
  useEffect(
    () => () => {
      // Of a large inspection it takes long, and all of a small machine.
      void call('report.forgetPreview', {});
    },
    [],
  );
  return useQuery({
    queryKey: ['report.preview', settled],
    queryFn: () => call('report.preview', { choice: JSON.parse(settled) as ReportChoice }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
}
