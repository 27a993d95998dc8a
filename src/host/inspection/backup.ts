import type Database from 'better-sqlite3-multiple-ciphers';
import { renameSync, rmSync, statSync } from 'node:fs';
import { openEncrypted } from './encrypted-database.ts';
import { asInspectionError, InspectionError } from './inspection-error.ts';
import { appendKeyBlock, type KeyBlock } from './key-block.ts';
import { verifyPages } from './verify-pages.ts';

interface Keys {
  readonly dataKey: Uint8Array;
  readonly block: KeyBlock | null;
}

/**
 * Copies the pages as they stand in one moment, reads the copy back, puts the key block behind it, and only then gives it its
 * name. The file itself is not read: on POSIX, closing it would drop the locks that SQLite holds on it.
 * @throws InspectionError `E_INSPECTION_DISK`, `E_INSPECTION_ALTERED`; `E_INSPECTION_NOT_ONE` for a temporary inspection
 */
export function backupTo(path: string, database: Database.Database, { dataKey, block }: Keys): void {
  if (block === null) throw new InspectionError('E_INSPECTION_NOT_ONE');
  const part = `${path}.part`;
  try {
    rmSync(part, { force: true });
    // Written with the key and the cipher of the open database.
    database.prepare('VACUUM INTO ?').run(part);
    const copy = openEncrypted(part, Buffer.from(dataKey), true);
    try {
      verifyPages(copy);
    } finally {
      copy.close();
    }
    appendKeyBlock(part, { ...block, databaseBytes: statSync(part).size });
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw asInspectionError(error);
  }
}
