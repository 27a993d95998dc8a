import type { FindingsFilter } from '../../contract/model.ts';
import { useApp } from '../app/store.ts';
import { useReview } from '../features/review/use-review.ts';

/** Goes to the review with exactly this filter set. */
export function useShowFindings(): (filter: Partial<FindingsFilter>) => void {
  const go = useApp((state) => state.go);
  const showOnly = useReview((state) => state.showOnly);
  return (filter) => {
    showOnly(filter);
    go('review');
  };
}
