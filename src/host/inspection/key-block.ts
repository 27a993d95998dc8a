import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { InspectionError } from './inspection-error.ts';
import { keySlotSchema } from './key-slots.ts';

/**
 * The key block: the wrapped data keys, appended behind the last page of the encrypted database, so that an inspection is
 * one file. SQLite counts pages by its header and ignores what follows them. The block is plain text and holds no secret.
 *
 *     [encrypted SQLite pages][JSON][SHA-256 of the JSON][length of the JSON, uint32][magic]
 *
 * While the inspection is open the database may grow over the block; the companion file holds it then.
 */
const magic = Buffer.from('ECC-KEY1', 'latin1');
const footerBytes = 32 + 4 + magic.length;
const maximumJsonBytes = 1024 * 1024;

const keyBlockSchema = z.strictObject({
  format: z.literal(1),
  inspectionId: z.uuid(),
  /** Length of the encrypted pages in front of the block, in bytes. */
  databaseBytes: z.int().positive(),
  slots: z.array(keySlotSchema).min(1).max(256),
});

export type KeyBlock = z.infer<typeof keyBlockSchema>;

/** @throws InspectionError `E_INSPECTION_NEWER` for a later format, `E_INSPECTION_ALTERED` for anything else unexpected */
export function parseKeyBlock(json: string): KeyBlock {
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch (error) {
    throw new InspectionError('E_INSPECTION_ALTERED', error);
  }
  const parsed = keyBlockSchema.safeParse(document);
  if (parsed.success) return parsed.data;
  const format = z.object({ format: z.int() }).safeParse(document);
  if (format.success && format.data.format > 1) throw new InspectionError('E_INSPECTION_NEWER');
  throw new InspectionError('E_INSPECTION_ALTERED', parsed.error);
}

/**
 * Reads the block at the end of a closed inspection.
 * @returns `undefined` where the file ends without one (truncated, left open by a crash, or no inspection at all)
 * @throws InspectionError when the block is there but was changed, or the pages before it have another length
 */
export function readKeyBlock(path: string): KeyBlock | undefined {
  const descriptor = openSync(path, 'r');
  try {
    const size = fstatSync(descriptor).size;
    if (size < footerBytes) return undefined;
    const footer = Buffer.alloc(footerBytes);
    readSync(descriptor, footer, 0, footerBytes, size - footerBytes);
    if (!footer.subarray(36).equals(magic)) return undefined;
    const length = footer.readUInt32BE(32);
    if (length > maximumJsonBytes || length > size - footerBytes) throw new InspectionError('E_INSPECTION_ALTERED');
    const json = Buffer.alloc(length);
    readSync(descriptor, json, 0, length, size - footerBytes - length);
    if (!createHash('sha256').update(json).digest().equals(footer.subarray(0, 32))) {
      throw new InspectionError('E_INSPECTION_ALTERED');
    }
    const block = parseKeyBlock(json.toString('utf8'));
    if (block.databaseBytes !== size - footerBytes - length) throw new InspectionError('E_INSPECTION_TRUNCATED');
    return block;
  } finally {
    closeSync(descriptor);
  }
}

/** Cuts the file behind its pages and appends the block; durable when it returns. */
export function appendKeyBlock(path: string, block: KeyBlock): void {
  const json = Buffer.from(JSON.stringify(block), 'utf8');
  const footer = Buffer.alloc(footerBytes);
  createHash('sha256').update(json).digest().copy(footer, 0);
  footer.writeUInt32BE(json.length, 32);
  magic.copy(footer, 36);
  const descriptor = openSync(path, 'r+');
  try {
    ftruncateSync(descriptor, block.databaseBytes);
    writeSync(descriptor, Buffer.concat([json, footer]), 0, json.length + footerBytes, block.databaseBytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
