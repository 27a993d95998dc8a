import type { JobProgress } from './job-messages.ts';

/** What a job has besides its request. */
export interface JobHands {
  readonly signal: AbortSignal;
  readonly progress: (at: JobProgress) => void;
}
