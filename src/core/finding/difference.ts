import type { Finding } from './finding.ts';

/** What changed between two runs, by fingerprint. */
export interface FindingDifference {
  readonly added: readonly Finding[];
  /** As the later run has them. */
  readonly unchanged: readonly Finding[];
  readonly gone: readonly Finding[];
}

export function differenceOf(before: readonly Finding[], after: readonly Finding[]): FindingDifference {
  const earlier = new Set(before.map(({ id }) => id));
  const later = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !earlier.has(id)),
    unchanged: after.filter(({ id }) => earlier.has(id)),
    gone: before.filter(({ id }) => !later.has(id)),
  };
}
