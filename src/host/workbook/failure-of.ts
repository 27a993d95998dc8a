import { WorkbookError, type WorkbookFailure } from './error-codes.ts';
import type { ReadLimits } from './limits.ts';

/** Whether an error says that memory for a buffer or string could not be had. */
function isOutOfMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return (
    code === 'ERR_STRING_TOO_LONG' ||
    code === 'ERR_BUFFER_TOO_LARGE' ||
    code === 'ERR_MEMORY_ALLOCATION_FAILED' ||
    (error instanceof RangeError &&
      /allocation failed|Invalid (?:string|array|typed array) length/i.test(error.message))
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The failure for anything thrown outside a library: an error of the program itself, unless memory ran out. */
export function failureOf(error: unknown, limits: Pick<ReadLimits, 'maxHeapMegabytes'>): WorkbookFailure {
  if (error instanceof WorkbookError) return error.failure;
  if (isOutOfMemory(error)) return { code: 'E_MEMORY', limitMegabytes: limits.maxHeapMegabytes };
  return { code: 'E_INTERNAL', detail: messageOf(error) };
}

/** The error for anything thrown while a library parses a file (which may be a string): the file is damaged. */
export function parseError(error: unknown, limits: Pick<ReadLimits, 'maxHeapMegabytes'>): WorkbookError {
  if (error instanceof WorkbookError) return error;
  if (isOutOfMemory(error)) {
    return new WorkbookError({ code: 'E_MEMORY', limitMegabytes: limits.maxHeapMegabytes }, { cause: error });
  }
  // What a library trips over in a damaged file is an accident of its code, and tells a user nothing.
  const detail = isAccident(error) ? 'its structure cannot be followed' : messageOf(error).slice(0, 200);
  if (/password|encrypt/i.test(detail)) return new WorkbookError({ code: 'E_ENCRYPTED' }, { cause: error });
  return new WorkbookError({ code: 'E_CORRUPT', detail }, { cause: error });
}

function isAccident(error: unknown): boolean {
  return error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError;
}

/** The failure for an error of the file system. */
export function fileSystemFailure(error: unknown): WorkbookFailure {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'E_NOT_FOUND' };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY') return { code: 'E_PERMISSION' };
  return { code: 'E_IO', detail: code ?? messageOf(error) };
}
