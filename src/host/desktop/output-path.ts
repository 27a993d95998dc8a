import { statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { CodedError } from '../../contract/errors.ts';

/** Whether two names lead to one file. A name that leads nowhere is the same as itself only. */
export function isSameFile(one: string, other: string): boolean {
  const [first, second] = [one, other].map((each) => statSync(each, { bigint: true, throwIfNoEntry: false }));
  const same = first !== undefined && first.dev === second?.dev && first.ino === second.ino;
  return same || resolve(one) === resolve(other);
}

/**
 * Where something is to be written, which is never the open inspection itself, by whatever name.
 * @throws CodedError `E_FILE_EXISTS`
 */
export function outputPath(path: string, inspectionPath: string): string {
  if (isSameFile(path, inspectionPath)) throw new CodedError('E_FILE_EXISTS', 'inspection');
  return resolve(path);
}

const ENDING = '.inspection';

/**
 * Where a new inspection is to lie. A name typed without its folder would end wherever the program happened to be started.
 * @throws CodedError `E_NO_FOLDER`
 */
export function inspectionPath(typed: string): string {
  const path = typed.trim();
  if (!isAbsolute(path)) throw new CodedError('E_NO_FOLDER');
  return path.toLowerCase().endsWith(ENDING) ? path : path + ENDING;
}
