import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A new folder whose name carries the number of this process. Folders of the same prefix that dead processes left behind
 * are removed first: a killed run cannot tidy up after itself, the next one does.
 */
export function newOwnedFolder(parent: string, prefix: string): string {
  removeOrphans(parent, prefix);
  return mkdtempSync(join(parent, `${prefix}${process.pid}-`));
}

/** Removes what dead processes left in the folder under the prefix. */
export function removeOrphans(parent: string, prefix: string): void {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(prefix)) continue;
    const owner = /^(\d+)-[A-Za-z0-9]{6}$/.exec(name.slice(prefix.length))?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    try {
      rmSync(join(parent, name), { recursive: true, force: true });
    } catch {
      // Another user's: not ours to remove.
    }
  }
}

/** Why nothing can be written into the system's place for temporary files: it does not exist, is closed, or is full. */
export class TemporaryFolderError extends Error {
  readonly folder = tmpdir();
  constructor(cause: unknown) {
    super('cannot write to the folder for temporary files', { cause });
    this.name = 'TemporaryFolderError';
  }
}

/**
 * A folder for what only this process may read, in the system's place for temporary files.
 * @throws TemporaryFolderError
 */
export function newTemporaryFolder(): string {
  try {
    return newOwnedFolder(tmpdir(), 'enforcement-audit-');
  } catch (error) {
    throw new TemporaryFolderError(error);
  }
}

/** Whether a process of this number exists, ours or not. */
function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
