import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { newPartialFolder, removePartialFolders } from '../inspection/temporary-folder.ts';
import type { SealedOutputs } from './sealed-outputs.ts';

/** Why results cannot be written where they are wanted. */
export class OutputFolderError extends Error {
  readonly folder: string;
  constructor(folder: string, cause?: unknown) {
    super(`cannot write to ${folder}`, { cause });
    this.name = 'OutputFolderError';
    this.folder = folder;
  }
}

/**
 * Asks before the work, rather than after it, whether results can be written there; removes what killed runs left beside it.
 * @throws OutputFolderError
 */
export function prepareOutputFolder(folder: string): void {
  try {
    const target = resolve(folder);
    if (existsSync(target) && !statSync(target).isDirectory()) throw new Error('it is a file');
    let ancestor = target;
    while (!existsSync(ancestor)) ancestor = dirname(ancestor);
    accessSync(ancestor, constants.W_OK);
    if (existsSync(dirname(target))) removePartialFolders(dirname(target));
  } catch (error) {
    throw new OutputFolderError(folder, error);
  }
}

/**
 * Puts the results into their folder, never half-written: they are written beside it and renamed. A new folder appears
 * with all of them at once. In a folder that is there, the old results go before the new ones come, so that no moment
 * shows old and new side by side; other files in it are left alone.
 * @throws OutputFolderError
 */
export async function publish(outputs: SealedOutputs, folder: string): Promise<void> {
  const target = resolve(folder);
  let staging: string | undefined;
  try {
    mkdirSync(dirname(target), { recursive: true });
    staging = newPartialFolder(target);
    // The folder inside has the user's ordinary permissions; the one around it only this user can enter.
    const results = join(staging, 'results');
    mkdirSync(results);
    for (const name of outputs.names()) await outputs.unseal(name, join(results, name));
    if (existsSync(target)) {
      for (const name of outputs.names()) rmSync(join(target, name), { force: true });
      for (const name of outputs.names()) renameSync(join(results, name), join(target, name));
    } else {
      renameSync(results, target);
    }
    rmSync(staging, { recursive: true, force: true });
  } catch (error) {
    if (staging !== undefined) rmSync(staging, { recursive: true, force: true });
    throw new OutputFolderError(folder, error);
  }
}
