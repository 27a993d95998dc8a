import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildIfStale } from '../scripts/start.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder for what is made once for all files of tests; gone with the run. */
    readonly shared: string;
  }
}

/** The threads of the desktop app run as they are shipped: built, which also starts them in half the time. */
export default function prepare({ provide }: TestProject): () => void {
  buildIfStale();
  const shared = mkdtempSync(join(tmpdir(), 'ecc-shared-'));
  provide('shared', shared);
  return () => {
    rmSync(shared, { recursive: true, force: true });
  };
}
