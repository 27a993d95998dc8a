import type Database from 'better-sqlite3-multiple-ciphers';
import { z } from 'zod';
import { openPack, type PackFile } from '../../pack-file/pack-file.ts';
import { readMeta, writeMeta } from '../info.ts';

const key = 'rulePack';
const schema = z.strictObject({
  /** SHA-256 over all files of the pack. */
  sha256: z.string(),
  version: z.string(),
  at: z.string(),
  /** The pack file, base64: it goes where the inspection goes. */
  file: z.string(),
});

/** The pack that was imported into an inspection. */
export interface StoredPack extends PackFile {
  readonly sha256: string;
  readonly version: string;
  /** UTC */
  readonly at: string;
}

/** @returns `null` where the pack of the program counts @throws PackFileError */
export function readPack(database: Database.Database): StoredPack | null {
  const stored = readMeta(database, key) ?? null;
  if (stored === null) return null;
  const { file, ...rest } = schema.parse(stored);
  return { ...rest, ...openPack(Buffer.from(file, 'base64')) };
}

/** @param pack `null` goes back to the pack of the program */
export function writePack(
  database: Database.Database,
  pack: { readonly sha256: string; readonly version: string; readonly bytes: Uint8Array } | null,
): void {
  if (pack === null) {
    writeMeta(database, key, null);
    return;
  }
  const { sha256, version, bytes } = pack;
  writeMeta(database, key, {
    sha256,
    version,
    at: new Date().toISOString(),
    file: Buffer.from(bytes).toString('base64'),
  });
}
