import type Database from 'better-sqlite3-multiple-ciphers';
import { asInspectionError, InspectionError } from './inspection-error.ts';

/** Reads and authenticates every page. @throws InspectionError `E_INSPECTION_ALTERED` */
export function verifyPages(database: Database.Database): void {
  try {
    const answer: unknown = database.pragma('integrity_check(1)', { simple: true });
    if (answer !== 'ok') throw new InspectionError('E_INSPECTION_ALTERED', answer);
  } catch (error) {
    throw asInspectionError(error);
  }
}
