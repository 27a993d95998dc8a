import type Database from 'better-sqlite3-multiple-ciphers';
import { z } from 'zod';
import type { LocalDate } from '../../core/calendar/local-date.ts';

/** What an inspection says of itself. */
export interface InspectionInfo {
  readonly name: string;
  readonly unit: string;
  /** 检查基准日 */
  readonly asOf: LocalDate;
}

const schema = z.strictObject({ name: z.string(), unit: z.string(), asOf: z.string() });

export function readMeta(database: Database.Database, key: string): unknown {
  const text = database.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck().get(key);
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
}

export function writeMeta(database: Database.Database, key: string, value: unknown): void {
  database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, JSON.stringify(value));
}

/** @returns `undefined` for a file that another program of ours made, which has no name yet */
export function readInfo(database: Database.Database): InspectionInfo | undefined {
  const parsed = schema.safeParse(readMeta(database, 'info'));
  return parsed.success ? parsed.data : undefined;
}

export function writeInfo(database: Database.Database, info: InspectionInfo): void {
  writeMeta(database, 'info', info);
}
