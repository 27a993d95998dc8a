import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** A JSON file of the rule pack, parsed. */
export interface JsonFile {
  /** Path inside the pack, with forward slashes. */
  readonly path: string;
  readonly sha256: string;
  readonly json: unknown;
}

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A file that is no JSON; the message names file and place. */
export class JsonFileError extends Error {
  readonly path: string;
  constructor(path: string, cause: unknown) {
    super(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'JsonFileError';
    this.path = path;
  }
}

/** Paths of all JSON files under a folder, sorted by code point so that every machine sees the same order. */
export function jsonPaths(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .split('\\')
        .join(posix.sep),
    )
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** @throws JsonFileError when the text is no JSON */
export function readJsonFile(root: string, path: string): JsonFile {
  const bytes = readFileSync(join(root, path));
  try {
    return { path, sha256: sha256(bytes), json: JSON.parse(bytes.toString('utf8')) as unknown };
  } catch (error) {
    throw new JsonFileError(path, error);
  }
}
