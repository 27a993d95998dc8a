import { existsSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3-multiple-ciphers';
import { asInspectionError } from './inspection-error.ts';
import { parseKeyBlock } from './key-block.ts';
import type { KeyBlock } from './key-block.ts';

/**
 * The file `NAME.inspection-open` beside an open inspection. It does two things: it is the lock that keeps a second
 * program out (the operating system releases it when a program dies), and it keeps the key block safe while the database
 * may grow over the one at its own end. A small plain SQLite file gives both, durably, on every platform. It holds no
 * secret: the data keys in it are wrapped.
 */
export interface Companion {
  /** The block that an earlier program left behind when it died. */
  readonly inherited: KeyBlock | undefined;
  /** Durable when it returns. */
  keep(block: KeyBlock): void;
  /** Gives up the lock, leaving the file for the next opening to heal from. */
  abandon(): void;
  /** Gives up the lock and removes the file: the inspection is whole again. */
  remove(): void;
}

/** @throws InspectionError `E_INSPECTION_IN_USE` when another program holds it */
export function openCompanion(inspectionPath: string): Companion {
  const path = companionPath(inspectionPath);
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { timeout: 0 });
    // An exclusive lock, taken now and kept until close; a rollback journal in memory order: FULL writes are durable.
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('synchronous = EXTRA');
    database.exec(
      'BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS key_block (id INTEGER PRIMARY KEY CHECK (id = 1), json TEXT NOT NULL); COMMIT',
    );
    const open = database;
    const json = open.prepare<[], string>('SELECT json FROM key_block').pluck().get();
    const keep = open.prepare<[string]>('INSERT OR REPLACE INTO key_block (id, json) VALUES (1, ?)');
    return {
      inherited: json === undefined ? undefined : parseKeyBlock(json),
      keep: (block) => {
        keep.run(JSON.stringify(block));
      },
      abandon: () => {
        open.close();
      },
      remove: () => {
        open.close();
        rmSync(path, { force: true });
        rmSync(`${path}-journal`, { force: true });
      },
    };
  } catch (error) {
    database?.close();
    throw asInspectionError(error);
  }
}

export function companionPath(inspectionPath: string): string {
  return `${inspectionPath}-open`;
}

/** Whether a program died with the inspection open, or has it open now. */
export function hasCompanion(inspectionPath: string): boolean {
  return existsSync(companionPath(inspectionPath));
}
