import { createHash } from 'node:crypto';
import { TableError } from '../../core/table-error.ts';
import type { Language } from '../../core/language.ts';
import { InspectionError } from '../../host/inspection/inspection-error.ts';
import { TemporaryFolderError } from '../../host/inspection/temporary-folder.ts';
import { DocumentError } from '../../host/machine/document.ts';
import { OutputFolderError } from '../../host/output/publish.ts';
import { RulePackError } from '../../host/rule-pack.ts';
import { printable } from '../terminal/text-width.ts';
import { auditWords } from './audit-words.ts';

/** An error in words for the user: what happened, what it affects, what to do. A stack only where `debug` asks for it. */
export function explainError(error: unknown, language: Language, debug: boolean): string {
  const words = auditWords(language);
  const stack = debug && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  if (error instanceof InspectionError) return `${error.words[language]} [${error.code}]${stack}`;
  if (error instanceof DocumentError) return `${error.words[language]} [${error.code}]${stack}`;
  if (error instanceof TableError) return `${error.words[language]}${stack}`;
  if (error instanceof OutputFolderError) return words.outputFolder(error.folder) + stack;
  if (error instanceof TemporaryFolderError) return words.temporaryFolder(error.folder) + stack;
  if (error instanceof RulePackError) return `${words.rulePackBroken}\n${error.message}${stack}`;
  return words.unexpected(shortCode(error)) + (debug ? `\n${debugText(error)}` : '');
}

/** The same mistake of the program has the same code, whatever the data: made from the place, not from the message. */
function shortCode(error: unknown): string {
  const place =
    error instanceof Error
      ? `${error.name} ${error.stack?.split('\n')[1]?.replace(/.*[/\\]/u, '') ?? ''}`
      : typeof error;
  return `E_UNEXPECTED-${createHash('sha256').update(place).digest('hex').slice(0, 6)}`;
}

function debugText(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.split('\n').map(printable).join('\n');
}
