import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newTemporaryFolder } from '../inspection/temporary-folder.ts';
import { jsonPaths } from '../json-files.ts';
import type { PackFile } from './pack-file.ts';

/** The texts of a folder of rules, as a pack file holds them. */
export function filesOfFolder(root: string): PackFile['files'] {
  return Object.fromEntries(jsonPaths(root).map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** A pack laid out as a folder that only this process may use, until `remove`. */
export interface PackFolder {
  readonly root: string;
  remove(): void;
}

export function layOut({ files }: Pick<PackFile, 'files'>): PackFolder {
  const folder = newTemporaryFolder();
  const root = join(folder, 'rules');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { mode: 0o600 });
  }
  return {
    root,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
