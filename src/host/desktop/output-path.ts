import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { CodedError } from '../../contract/errors.ts';

/**
 * Where something is to be written, which is never the open inspection itself, by whatever name.
 * @throws CodedError `E_FILE_EXISTS`
 */
export function outputPath(path: string, inspectionPath: string): string {
  const target = resolve(path);
  const [own, there] = [inspectionPath, target].map((each) => statSync(each, { bigint: true, throwIfNoEntry: false }));
  const same = there !== undefined && own?.dev === there.dev && own.ino === there.ino;
  if (same || target === resolve(inspectionPath)) throw new CodedError('E_FILE_EXISTS', 'inspection');
  return target;
}
