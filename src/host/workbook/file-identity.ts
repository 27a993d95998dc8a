import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { regularFileBytes } from './regular-file.ts';

/** What identifies a file as evidence, whether or not it can be read as a workbook. */
export interface FileIdentity {
  /** Lower-case hex SHA-256. */
  readonly sha256: string;
  readonly bytes: number;
}

/** Identity of a file that could not be read as a workbook; `null` where even its bytes cannot be had. */
export async function identifyFile(path: string): Promise<FileIdentity | null> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    await regularFileBytes(path);
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(piece);
      bytes += piece.length;
    }
  } catch {
    return null;
  }
  return { sha256: hash.digest('hex'), bytes };
}
