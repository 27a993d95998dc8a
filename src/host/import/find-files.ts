import { readdirSync, realpathSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';

/** A file to audit. */
export interface FoundFile {
  readonly path: string;
  /** As it is shown everywhere: the file's name, or its path inside the folder that was named, with `/`. Unique. */
  readonly name: string;
}

/** What the arguments of a run stand for. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** Files in folders that were left alone because of their ending: the count is told, nothing is passed over silently. */
  readonly otherFiles: number;
}

/** Endings of workbooks, as searched for in folders. A file that is named itself is taken whatever its name. */
const workbookEndings: ReadonlySet<string> = new Set([
  '.xlsx',
  '.xlsm',
  '.xlsb',
  '.xls',
  '.et',
  '.ods',
  '.csv',
  '.tsv',
]);

/** Code point order: the same on every machine, whatever its locale. */
function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Lock files of office programs (`~$`, `.~lock`) and hidden files are no registers. */
function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$');
}

/**
 * Expands files and folders (folders with what is below them) in the order given, folders in code point order. A path
 * that stands twice is taken once. A path that does not exist is kept: reading it says so.
 */
export function findFiles(paths: readonly string[]): FoundFiles {
  const found: FoundFile[] = [];
  let otherFiles = 0;
  for (const path of paths) {
    if (!isFolder(path)) {
      found.push({ path: resolve(path), name: basename(resolve(path)) });
      continue;
    }
    const root = resolve(path);
    if (listed(root) === undefined) {
      found.push({ path: root, name: basename(root) });
      continue;
    }
    for (const { path: entry, isFile, isClosed = false } of entriesBelow(root)) {
      if (isPassedOver(basename(entry))) continue;
      if (isClosed || (isFile && workbookEndings.has(extname(entry).toLowerCase()))) {
        found.push({ path: entry, name: relative(root, entry).split(sep).join('/') });
      } else {
        otherFiles += 1;
      }
    }
  }
  return { files: withUniqueNames(onlyOnce(found)), otherFiles };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // What cannot be looked at is kept as a file: reading it says why.
    return false;
  }
}

/**
 * Files below a folder. Links to folders are not followed: they may lead in a circle. A folder that cannot be listed stands for
 * itself, and so does a link to nothing: reading them ends in a code, and nothing is passed over silently.
 */
function entriesBelow(folder: string): Below[] {
  const below: Below[] = [];
  for (const entry of listed(folder) ?? []) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) below.push({ path, isFile: !isFolder(path) });
    else if (!entry.name.startsWith('.')) {
      if (listed(path) === undefined) below.push({ path, isFile: false, isClosed: true });
      else below.push(...entriesBelow(path));
    }
  }
  return below;
}

interface Below {
  readonly path: string;
  readonly isFile: boolean;
  /** A folder without permission to list it. */
  readonly isClosed?: boolean;
}

function listed(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => byCodePoint(a.name, b.name));
  } catch {
    return undefined;
  }
}

function onlyOnce(files: readonly FoundFile[]): FoundFile[] {
  const seen = new Set<string>();
  return files.filter(({ path }) => {
    const identity = realPathOf(path);
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Files of one name from different folders get as many of their folders before the name as tell them apart. */
function withUniqueNames(files: readonly FoundFile[]): FoundFile[] {
  let named = [...files];
  const parents = files.map(({ path, name }) => folderAbove(path, name));
  for (;;) {
    const counts = new Map<string, number>();
    for (const { name } of named) counts.set(name, (counts.get(name) ?? 0) + 1);
    if (counts.size === named.length) return named;
    named = named.map((file, index) => {
      const parent = parents[index] ?? '';
      if (counts.get(file.name) === 1) return file;
      parents[index] = dirname(parent);
      return { ...file, name: `${basename(parent)}/${file.name}` };
    });
  }
}

function folderAbove(path: string, name: string): string {
  return name.split('/').reduce((folder) => dirname(folder), path);
}
