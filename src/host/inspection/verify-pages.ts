import type Database from 'better-sqlite3-multiple-ciphers';
import { asInspectionError, InspectionError } from './inspection-error.ts';

/** Reads and authenticates every page, and holds them against each other. @throws InspectionError `E_INSPECTION_ALTERED` */
export function verifyPages(database: Database.Database): void {
  try {
    const answer: unknown = database.pragma('integrity_check(1)', { simple: true });
    if (answer !== 'ok') throw new InspectionError('E_INSPECTION_ALTERED', answer);
  } catch (error) {
    throw asInspectionError(error);
  }
}

/** How far the pages that hold something are read. */
export interface PagesRead {
  readonly done: number;
  readonly total: number;
  /** Of one page. */
  readonly bytes: number;
}

const pagesBetweenSteps = 256;

/**
 * Reads, and so authenticates, the pages that hold something, a few at a time: `integrity_check` is one call that says nothing
 * until it ends, and nobody can stop it. The connection does nothing else meanwhile.
 * @param step called before the first page, after some, and after the last; what it throws ends the reading
 * @throws InspectionError `E_INSPECTION_ALTERED`
 */
export async function readPages(
  database: Database.Database,
  step: (read: PagesRead) => void | Promise<void>,
): Promise<void> {
  const numberOf = (pragma: string): number => Number(database.pragma(pragma, { simple: true }));
  const total = numberOf('page_count') - numberOf('freelist_count');
  const bytes = numberOf('page_size');
  await step({ done: 0, total, bytes });
  const pages = database.prepare<[], number>('SELECT pageno FROM dbstat').pluck().iterate();
  try {
    let done = 0;
    while (isNext(pages)) {
      done += 1;
      if (done % pagesBetweenSteps === 0) await step({ done, total, bytes });
    }
    await step({ done: total, total, bytes });
  } finally {
    pages.return?.();
  }
}

function isNext(pages: Iterator<number>): boolean {
  try {
    return pages.next().done !== true;
  } catch (error) {
    throw asInspectionError(error);
  }
}
