import type { JobEvent } from '../../contract/model.ts';
import { useApp } from './store.ts';

/** The latest job of a kind in this session; running or ended. */
export function useJob(kind: JobEvent['kind']): JobEvent | undefined {
  const jobs = useApp((state) => state.jobs);
  return Object.values(jobs).findLast((job) => job.kind === kind);
}
