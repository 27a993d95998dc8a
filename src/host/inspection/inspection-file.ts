import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync, realpathSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3-multiple-ciphers';
import { hasCompanion, openCompanion } from './companion.ts';
import type { Companion } from './companion.ts';
import { openEncrypted } from './encrypted-database.ts';
import { backupTo } from './backup.ts';
import { asInspectionError, InspectionError } from './inspection-error.ts';
import { appendKeyBlock, readKeyBlock } from './key-block.ts';
import type { KeyBlock } from './key-block.ts';
import { newDataKey, unwrapDataKey, wrapDataKey } from './key-slots.ts';
import { migrate } from './schema.ts';
import { verifyPages } from './verify-pages.ts';
import { newTemporaryFolder } from './temporary-folder.ts';

/**
 * An inspection is one file, `NAME.inspection`: an encrypted SQLite database, and behind its last page the key block
 * (`key-block.ts`) with the data key wrapped by each password. Copy it, and you have copied the inspection.
 *
 * While it is open, and after a crash, two more files stand beside it: SQLite's write-ahead log (`-wal`, encrypted) and the
 * companion (`-open`: lock and key block, no secrets). Opening heals from them; closing removes them.
 *
 * What this keeps, and what it does not:
 * - Every page and every frame of the log is encrypted and authenticated: no name stands in plain text, and a changed byte
 *   is refused when the page is read (`verify` reads all of them).
 * - The password is guarded by scrypt; the data key in memory is not guarded from someone who controls the machine.
 * - Pages are authenticated one by one: someone who can write the file can put an older state of it back unseen. The
 *   ledger's head and length, noted elsewhere, are what shows that.
 */
export interface Inspection {
  readonly path: string;
  readonly database: Database.Database;
  /** Whether the file still has its name: not moved, deleted or replaced by another since it was opened. */
  isInPlace(): boolean;
  /**
   * Reads and authenticates every page.
   * @throws InspectionError `E_INSPECTION_ALTERED`
   */
  verify(): void;
  /**
   * Writes a copy that the same password opens, as the inspection stands now; whole or not at all, read back before it gets its
   * name. Other work may go on meanwhile.
   * @throws InspectionError `E_INSPECTION_DISK`, `E_INSPECTION_ALTERED`
   */
  backup(path: string): void;
  /** What another thread of this program needs to join: see `joinInspection`. */
  ticket(): InspectionTicket;
  /** Checkpoints and closes. The file is whole when it returns. */
  close(): void;
}

/** Path, key block and data key. It goes to threads of this process only, and is never written anywhere. */
export interface InspectionTicket {
  readonly path: string;
  readonly dataKey: Uint8Array;
  /** `null` for a temporary inspection, which no password opens. */
  readonly block: KeyBlock | null;
}

/** A further connection to an inspection that this process has open. Closing it leaves the inspection open. */
export function joinInspection(ticket: InspectionTicket): Inspection {
  const database = openEncrypted(ticket.path, Buffer.from(ticket.dataKey), true);
  return {
    path: ticket.path,
    database,
    isInPlace: placeOf(ticket.path),
    verify: () => {
      verifyPages(database);
    },
    backup: (target) => {
      backupTo(target, database, ticket);
    },
    ticket: () => ticket,
    close: () => {
      database.close();
    },
  };
}

const passwordSlot = 'password';

/**
 * Creates an inspection that a password opens.
 * @throws InspectionError `E_INSPECTION_EXISTS`, `E_INSPECTION_DISK`
 */
export async function createInspection(path: string, password: string): Promise<Inspection> {
  const inspectionId = randomUUID();
  const dataKey = newDataKey();
  const slot = await wrapDataKey(dataKey, password, inspectionId, passwordSlot);
  try {
    // Claims the name: of two programs that create the same file, one fails here.
    closeSync(openSync(path, 'wx'));
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new InspectionError(taken ? 'E_INSPECTION_EXISTS' : 'E_INSPECTION_DISK', error);
  }
  const companion = openCompanion(path);
  // Any length will do until the file is closed for the first time.
  const block: KeyBlock = { format: 1, inspectionId, databaseBytes: 1, slots: [slot] };
  companion.keep(block);
  return opened(path, dataKey, block, companion);
}

/**
 * The one name of a file that may have several: lock and log lie beside the file itself, so that two names of it (a link, a
 * way round) cannot be opened side by side.
 * @throws InspectionError `E_INSPECTION_NOT_FOUND`
 */
function trueName(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    throw new InspectionError('E_INSPECTION_NOT_FOUND', error);
  }
}

/** Whether the password opens an inspection that this process has open. */
export async function isPasswordOf({ block }: InspectionTicket, password: string): Promise<boolean> {
  return block !== null && (await unwrapDataKey(block.slots, password, block.inspectionId)) !== undefined;
}

/**
 * Opens an inspection, healing one whose program was killed.
 * @throws InspectionError with the reason; the file is not changed then
 */
export async function openInspection(name: string, password: string): Promise<Inspection> {
  const path = trueName(name);
  // Reading a file that this very process has open would drop SQLite's locks on it (POSIX).
  if (openPaths.has(path)) throw new InspectionError('E_INSPECTION_IN_USE');
  const crashed = hasCompanion(path);
  const atEnd = crashed ? undefined : readKeyBlock(path);
  if (!crashed && atEnd === undefined) throw new InspectionError('E_INSPECTION_TRUNCATED');
  const companion = openCompanion(path);
  try {
    // A program killed while it created its companion has not yet touched the block at the file's end.
    const block = atEnd ?? companion.inherited ?? readKeyBlock(path);
    if (block === undefined) throw new InspectionError('E_INSPECTION_TRUNCATED');
    const dataKey = await unwrapDataKey(block.slots, password, block.inspectionId);
    if (dataKey === undefined) throw new InspectionError('E_INSPECTION_WRONG_PASSWORD');
    companion.keep(block);
    return opened(path, dataKey, block, companion);
  } catch (error) {
    if (crashed) companion.abandon();
    else companion.remove();
    throw error;
  }
}

const openPaths = new Set<string>();

function opened(path: string, dataKey: Buffer, block: KeyBlock, companion: Companion): Inspection {
  const database = openEncrypted(path, dataKey, true);
  try {
    prepare(database, block.inspectionId);
  } catch (error) {
    database.close();
    throw asInspectionError(error);
  }
  openPaths.add(path);
  return {
    path,
    database,
    isInPlace: placeOf(path),
    verify: () => {
      verifyPages(database);
    },
    backup: (target) => {
      backupTo(target, database, { dataKey, block });
    },
    ticket: () => ({ path, dataKey: new Uint8Array(dataKey), block }),
    close: () => {
      try {
        const databaseBytes = settle(database);
        database.close();
        if (databaseBytes === undefined || existsSync(`${path}-wal`)) {
          companion.abandon();
          return;
        }
        appendKeyBlock(path, { ...block, databaseBytes });
        companion.remove();
      } catch (error) {
        // The disk is full, or was taken away: who opens the file next heals it as after a power cut, this program too.
        database.close();
        companion.abandon();
        throw error;
      } finally {
        dataKey.fill(0);
        openPaths.delete(path);
      }
    },
  };
}

/** @returns whether the path still leads to the file that it leads to now */
function placeOf(path: string): () => boolean {
  const identity = (): string => {
    const there = statSync(path, { bigint: true, throwIfNoEntry: false });
    return there === undefined ? '' : `${there.dev} ${there.ino}`;
  };
  const now = identity();
  return () => identity() === now;
}

/** Version, owner, and that key block and pages belong to one inspection. */
function prepare(database: Database.Database, inspectionId: string): void {
  migrate(database);
  const known = database.prepare<[], string>("SELECT value FROM meta WHERE key = 'inspectionId'").pluck().get();
  if (known === undefined) {
    database.prepare("INSERT INTO meta (key, value) VALUES ('inspectionId', ?)").run(inspectionId);
  } else if (known !== inspectionId) {
    throw new InspectionError('E_INSPECTION_ALTERED');
  }
}

/**
 * Moves the log into the pages.
 * @returns length of the pages in bytes, or `undefined` where another connection still uses the log
 */
function settle(database: Database.Database): number | undefined {
  const result = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (result[0]?.busy !== 0) return undefined;
  const pages = Number(database.pragma('page_count', { simple: true }));
  return pages * Number(database.pragma('page_size', { simple: true }));
}

/**
 * A temporary inspection whose random key exists in memory only: nobody can read it once this process is gone. `close`
 * removes it. What killed processes left behind is removed first.
 */
export function createTemporaryInspection(): Inspection {
  const folder = newTemporaryFolder();
  const path = join(folder, 'temporary.inspection');
  const dataKey = newDataKey();
  const database = openEncrypted(path, dataKey, false);
  migrate(database);
  return {
    path,
    database,
    isInPlace: placeOf(path),
    verify: () => {
      verifyPages(database);
    },
    backup: (target) => {
      backupTo(target, database, { dataKey, block: null });
    },
    ticket: () => ({ path, dataKey: new Uint8Array(dataKey), block: null }),
    close: () => {
      database.close();
      dataKey.fill(0);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
