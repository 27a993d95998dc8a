import { errorWords } from '../../contract/errors.ts';
import { pick } from '../i18n/index.ts';
import { CallError } from './api.ts';

/** One line for a passing message: what happened and what to do. */
export function wordsOfError(error: unknown): string {
  const { happened, action } = errorWords[error instanceof CallError ? error.code : 'E_INTERNAL'];
  return `${pick(happened)} · ${pick(action)}`;
}
