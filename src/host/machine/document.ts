import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { z } from 'zod';
import type { Bilingual } from '../../core/language.ts';

/** Why a document of the machine (mapping templates, tailoring profile) cannot be used. */
export type DocumentErrorCode =
  'E_DOCUMENT_NOT_FOUND' | 'E_DOCUMENT_UNREADABLE' | 'E_DOCUMENT_NOT_JSON' | 'E_DOCUMENT_NEWER' | 'E_DOCUMENT_INVALID';

/** One thing that is wrong, and where: `mappings[0].register`. */
export interface DocumentFault {
  readonly path: string;
  readonly words: Bilingual;
}

export class DocumentError extends Error {
  readonly code: DocumentErrorCode;
  /** What happened, what it affects, what to do. */
  readonly words: Bilingual;
  readonly faults: readonly DocumentFault[];
  constructor(code: DocumentErrorCode, words: Bilingual, faults: readonly DocumentFault[] = [], cause?: unknown) {
    super(`${code}: ${words.en}`, { cause });
    this.name = 'DocumentError';
    this.code = code;
    this.words = words;
    this.faults = faults;
  }
}

/** A kind of document: its form, its present version, and how it is called. */
export interface DocumentKind<Content extends { readonly schemaVersion: number }> {
  readonly name: Bilingual;
  readonly schema: z.ZodType<Content>;
  readonly version: number;
}

/**
 * Reads a document and checks its form, so that everything behind it can rely on it.
 * @throws DocumentError naming every wrong key by its path
 */
export async function readDocument<Content extends { readonly schemaVersion: number }>(
  path: string,
  kind: DocumentKind<Content>,
): Promise<Content> {
  const low = new Low<unknown>(new JSONFile<unknown>(path), null);
  try {
    await low.read();
  } catch (error) {
    throw unreadable(path, kind.name, error);
  }
  if (low.data === null) throw notFound(path, kind.name);
  return checked(low.data, path, kind);
}

/** Writes a document whole or not at all (a new file renamed over the old one). @throws DocumentError, Error of the file system */
export async function writeDocument<Content extends { readonly schemaVersion: number }>(
  path: string,
  kind: DocumentKind<Content>,
  content: Content,
): Promise<void> {
  await new Low<Content>(new JSONFile<Content>(path), checked(content, path, kind)).write();
}

function checked<Content extends { readonly schemaVersion: number }>(
  data: unknown,
  path: string,
  kind: DocumentKind<Content>,
): Content {
  const version = z.object({ schemaVersion: z.int() }).safeParse(data);
  if (version.success && version.data.schemaVersion > kind.version) throw newer(path, kind.name);
  const parsed = kind.schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const english = kind.schema.safeParse(data, { error: z.locales.en().localeError });
  const chinese = kind.schema.safeParse(data, { error: z.locales.zhCN().localeError });
  const faults = (english.error?.issues ?? []).flatMap((issue, index) => {
    // Unknown keys are named one by one, each by its own path.
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    const words = { zh: chinese.error?.issues[index]?.message ?? issue.message, en: issue.message };
    return paths.map((at) => ({ path: pathText(at), words }));
  });
  throw invalid(path, kind.name, faults);
}

/** `mappings[0].columns["案 号"]` */
function pathText(path: readonly PropertyKey[]): string {
  let out = '';
  for (const part of path) {
    if (typeof part === 'number') out += `[${part}]`;
    else if (/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(String(part))) out += out === '' ? String(part) : `.${String(part)}`;
    else out += `[${JSON.stringify(String(part))}]`;
  }
  return out === '' ? '$' : out;
}

function notFound(path: string, name: Bilingual): DocumentError {
  return new DocumentError('E_DOCUMENT_NOT_FOUND', {
    zh: `找不到${name.zh}“${path}”。检查未开始。请核对路径。`,
    en: `The ${name.en} "${path}" was not found. The audit did not start. Check the path.`,
  });
}

function unreadable(path: string, name: Bilingual, error: unknown): DocumentError {
  if (!(error instanceof SyntaxError)) {
    return new DocumentError(
      'E_DOCUMENT_UNREADABLE',
      {
        zh: `${name.zh}“${path}”无法读取。检查未开始。请确认它是文件并有读取权限。`,
        en: `The ${name.en} "${path}" cannot be read. The audit did not start. Make sure that it is a file that you may read.`,
      },
      [],
      error,
    );
  }
  return new DocumentError(
    'E_DOCUMENT_NOT_JSON',
    {
      zh: `${name.zh}“${path}”不是有效的 JSON（${error.message}）。检查未开始。请更正后重试。`,
      en: `The ${name.en} "${path}" is no valid JSON (${error.message}). The audit did not start. Correct it and try again.`,
    },
    [],
    error,
  );
}

function newer(path: string, name: Bilingual): DocumentError {
  return new DocumentError('E_DOCUMENT_NEWER', {
    zh: `${name.zh}“${path}”由更新版本的程序写成。检查未开始。请升级本程序。`,
    en: `The ${name.en} "${path}" was written by a newer program. The audit did not start. Update this program.`,
  });
}

/** For faults that only the rules or registers show (an unknown rule id, say), in the same words. */
export function invalid(path: string, name: Bilingual, faults: readonly DocumentFault[]): DocumentError {
  const list = (language: 'zh' | 'en'): string =>
    faults.map((fault) => `\n  ${fault.path}: ${fault.words[language]}`).join('');
  return new DocumentError(
    'E_DOCUMENT_INVALID',
    {
      zh: `${name.zh}“${path}”有误，检查未开始。请更正下列各处：${list('zh')}`,
      en: `The ${name.en} "${path}" has mistakes; the audit did not start. Correct these:${list('en')}`,
    },
    faults,
  );
}
