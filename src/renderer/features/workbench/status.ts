import type { RecentInspection } from '../../../contract/model.ts';

/** 进行中, 待复核 (every finding has been looked at), 已归档 (put away by a person). */
export const statuses = ['active', 'reviewed', 'archived'] as const;
export type Status = (typeof statuses)[number];

export function statusOf({ archived, counts }: Pick<RecentInspection, 'archived' | 'counts'>): Status {
  if (archived) return 'archived';
  const findings = counts.violation + counts.overLimit + counts.lead;
  return findings > 0 && counts.open === 0 ? 'reviewed' : 'active';
}

/** Index of the step that one is at: what is stale, else the furthest begun, else the first. */
export function stepAt(progress: RecentInspection['progress']): number {
  const stale = progress.indexOf('stale');
  if (stale >= 0) return stale;
  return Math.max(
    0,
    progress.findLastIndex((state) => state !== 'todo'),
  );
}
