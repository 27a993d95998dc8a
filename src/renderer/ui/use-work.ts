import { useState } from 'react';

/** Work behind a button: whether it is under way, and what went wrong. */
export interface Work {
  readonly busy: boolean;
  /** `null` where nothing went wrong. */
  readonly error: unknown;
  readonly start: (work: () => Promise<void>) => Promise<void>;
}

export function useWork(): Work {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  return {
    busy,
    error,
    start: async (work) => {
      setBusy(true);
      setError(null);
      try {
        await work();
      } catch (failure) {
        setError(failure);
      } finally {
        setBusy(false);
      }
    },
  };
}
