import type Database from 'better-sqlite3-multiple-ciphers';
import type { IndicatorResult } from '../../core/indicator/indicator-result.ts';
import { readMeta, writeMeta } from './info.ts';

const key = 'indicators';

/** The indicators of the latest run: written by this program, in a file that is sealed against change. */
export function keptIndicators(database: Database.Database): readonly IndicatorResult[] | undefined {
  return readMeta(database, key) as readonly IndicatorResult[] | undefined;
}

export function keepIndicators(database: Database.Database, indicators: readonly IndicatorResult[]): void {
  writeMeta(database, key, indicators);
}
