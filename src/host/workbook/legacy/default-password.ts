/**
 * Excel encrypts an .xls workbook whose structure is protected with a password of its own: it opens without asking, and so do
 * we. Any other password stays the secret of who set it ([MS-XLS] 2.2.10, [MS-OFFCRYPTO] 2.3.5 and 2.3.6).
 */
import { createHash } from 'node:crypto';
import { type BiffRecord, records, RECORD } from './biff-records.ts';
import { keyStream } from './rc4.ts';

const DEFAULT_PASSWORD = Buffer.from('VelvetSweatshop', 'utf16le');
/** The key changes so often, by positions in the stream. */
const BLOCK_BYTES = 1024;
/** Records that stay plain, so that a reader finds its way to the password. */
const PLAIN: ReadonlySet<number> = new Set([
  RECORD.beginOfFile,
  RECORD.filePass,
  RECORD.userExclusive,
  RECORD.fileLock,
  RECORD.interfaceHeader,
  RECORD.revisionInfo,
  RECORD.revisionHead,
]);

/** @param block number of the block @returns its key */
type KeyOfBlock = (block: number) => Buffer;

interface Lock {
  readonly keyOf: KeyOfBlock;
  /** Encrypted with the key of block 0: something, and its hash. */
  readonly verifier: Buffer;
  readonly hash: 'md5' | 'sha1';
}

const digest = (hash: 'md5' | 'sha1', ...parts: readonly Buffer[]): Buffer => {
  const made = createHash(hash);
  for (const part of parts) made.update(part);
  return made.digest();
};

const numberOf = (block: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(block);
  return bytes;
};

/** RC4 with a key of 40 bits. */
function standardLock(data: Buffer): Lock | undefined {
  if (data.length < 54) return undefined;
  const salt = data.subarray(6, 22);
  const start = digest('md5', DEFAULT_PASSWORD).subarray(0, 5);
  const mixed = digest('md5', ...Array.from({ length: 16 }, () => Buffer.concat([start, salt]))).subarray(0, 5);
  return { keyOf: (block) => digest('md5', mixed, numberOf(block)), verifier: data.subarray(22, 54), hash: 'md5' };
}

const ALGORITHM = { rc4: 0x6801, sha1: 0x8004 } as const;

/** RC4 of the CryptoAPI, with a key of 40 to 128 bits. */
function cryptoApiLock(data: Buffer): Lock | undefined {
  if (data.length < 14) return undefined;
  const header = data.subarray(14, 14 + data.readUInt32LE(10));
  const rest = data.subarray(14 + header.length);
  if (header.length < 20 || rest.length < 60) return undefined;
  if (header.readUInt32LE(8) !== ALGORITHM.rc4 || header.readUInt32LE(12) !== ALGORITHM.sha1) return undefined;
  // Nought stands for the 40 bits that were once all that could be exported.
  const keyBytes = (header.readUInt32LE(16) || 40) / 8;
  const start = digest('sha1', rest.subarray(4, 20), DEFAULT_PASSWORD);
  const keyOf: KeyOfBlock = (block) => {
    const key = digest('sha1', start, numberOf(block)).subarray(0, keyBytes);
    return keyBytes === 5 ? Buffer.concat([key, Buffer.alloc(11)]) : key;
  };
  return { keyOf, verifier: Buffer.concat([rest.subarray(20, 36), rest.subarray(40, 60)]), hash: 'sha1' };
}

function lockOf(data: Buffer): Lock | undefined {
  const usesRc4 = data.length >= 6 && data.readUInt16LE(0) === 1;
  if (!usesRc4) return undefined;
  return data.readUInt16LE(4) === 1 ? standardLock(data) : cryptoApiLock(data);
}

/** Turns plain what is encrypted, and the other way round. */
function withKeyStream(bytes: Buffer, keys: Buffer): Buffer {
  const turned = Buffer.from(bytes);
  for (let at = 0; at < turned.length; at += 1) turned.writeUInt8(turned.readUInt8(at) ^ keys.readUInt8(at), at);
  return turned;
}

function isOpenedByDefault({ keyOf, verifier, hash }: Lock): boolean {
  const plain = withKeyStream(verifier, keyStream(keyOf(0), verifier.length));
  return digest(hash, plain.subarray(0, 16)).equals(plain.subarray(16));
}

/** The record that asks for a password: in the first part of the stream, before anything that is encrypted. */
function filePassOf(bytes: Buffer): BiffRecord | undefined {
  for (const record of records(bytes)) {
    if (record.type === RECORD.filePass) return record;
    if (record.type === RECORD.endOfFile) return undefined;
  }
  return undefined;
}

/**
 * @param bytes stream of the workbook
 * @returns the plain stream; the stream as it is, where nothing is encrypted, or where it takes a password to read it
 * @throws WorkbookError `E_CORRUPT` where the stream is cut off
 */
export function withoutDefaultPassword(bytes: Buffer): Buffer {
  const filePass = filePassOf(bytes);
  if (filePass === undefined) return bytes;
  const lock = lockOf(bytes.subarray(filePass.dataStart, filePass.dataEnd));
  if (lock === undefined || !isOpenedByDefault(lock)) return bytes;
  const plain = Buffer.from(bytes);
  // In its place one that nobody reads here.
  plain.writeUInt16LE(RECORD.verticalPageBreaks, filePass.position);
  let block = -1;
  let keys: Buffer = Buffer.alloc(0);
  for (const { type, position, dataStart, dataEnd } of records(bytes)) {
    if (position <= filePass.position || PLAIN.has(type)) continue;
    // Where a sheet begins stands plain in the list of sheets.
    for (let at = type === RECORD.boundSheet ? dataStart + 4 : dataStart; at < dataEnd; at += 1) {
      const wanted = Math.floor(at / BLOCK_BYTES);
      if (wanted !== block) {
        block = wanted;
        keys = keyStream(lock.keyOf(block), BLOCK_BYTES);
      }
      plain.writeUInt8(plain.readUInt8(at) ^ keys.readUInt8(at % BLOCK_BYTES), at);
    }
  }
  return plain;
}
