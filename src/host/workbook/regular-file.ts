import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { WorkbookError } from './error-codes.ts';
import { fileSystemFailure } from './failure-of.ts';

/**
 * Size of a file in bytes, asked for before it is opened: reading a pipe may wait for ever, and a device may never end.
 * @throws WorkbookError `E_NOT_FOUND`, `E_PERMISSION`, `E_IO`, the last also for folders, pipes and devices
 */
export async function regularFileBytes(path: string): Promise<number> {
  let found;
  try {
    found = await stat(path);
    await access(path, constants.R_OK);
  } catch (error) {
    throw new WorkbookError(fileSystemFailure(error), { cause: error });
  }
  if (!found.isFile()) throw new WorkbookError({ code: 'E_IO', detail: 'not a regular file' });
  return found.size;
}
