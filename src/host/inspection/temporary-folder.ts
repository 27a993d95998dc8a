import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

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
  removeDead(parent, (name) => (name.startsWith(prefix) ? name.slice(prefix.length) : ''));
}

const PARTIAL = '.audit-partial-';

/**
 * A new folder beside a result that is not complete yet, for which it will be renamed. What dead processes left beside any
 * result is removed first: it may hold names in plain text, and the next run may well have another result in mind.
 */
export function newPartialFolder(target: string): string {
  const parent = dirname(target);
  removePartialFolders(parent);
  return mkdtempSync(join(parent, `.${basename(target)}${PARTIAL}${process.pid}-`));
}

/** Removes the folders of incomplete results that dead processes left there. */
export function removePartialFolders(parent: string): void {
  removeDead(parent, (name) => (name.startsWith('.') ? (name.split(PARTIAL).at(1) ?? '') : ''));
}

/** @param ownerIn the part of a folder's name that says which process made it; empty for folders of others */
function removeDead(parent: string, ownerIn: (name: string) => string): void {
  for (const name of readdirSync(parent)) {
    const owner = /^(\d+)-[A-Za-z0-9]{6}$/.exec(ownerIn(name))?.[1];
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
