import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Bilingual } from '../../core/language.ts';

/** A rule pack in one file: its texts by path, and who answers for them. */
export interface PackFile {
  readonly files: Readonly<Record<string, string>>;
  /** SHA-256 of the publisher's public key, hexadecimal. */
  readonly publisher: string;
}

/** A file that is no pack, or not the one that its publisher signed; in words for the person who imports it. */
export class PackFileError extends Error {
  readonly words: Bilingual;
  constructor(zh: string, en: string) {
    super(en);
    this.name = 'PackFileError';
    this.words = {
      zh: `规则包无法使用：${zh}。没有导入；请向发布者重新取得。`,
      en: `The rule pack cannot be used: ${en}. Nothing was imported; ask its publisher for it again.`,
    };
  }
}

const FORMAT = 'rule-pack/1';
/** The shipped pack has less than a tenth of either. */
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_UNPACKED = 128 * 1024 * 1024;
/** A file of the pack's folder, or of one of its folders: a path leads nowhere else. */
const PATH = /^(?:[A-Za-z0-9-]+\/)?[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.json$/u;

const envelope = z.strictObject({
  format: z.literal(FORMAT),
  /** DER of the Ed25519 key, base64. */
  publicKey: z.string(),
  /** Over the bytes of `content`, base64. */
  signature: z.string(),
  content: z.string(),
});
const content = z.strictObject({ files: z.record(z.string().regex(PATH), z.string()) });

/** @param key private Ed25519 key of the publisher */
export function sealPack(files: PackFile['files'], key: KeyObject): Buffer {
  const text = JSON.stringify({ files });
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return gzipSync(
    JSON.stringify({
      format: FORMAT,
      publicKey: publicKey.toString('base64'),
      signature: sign(null, Buffer.from(text), key).toString('base64'),
      content: text,
    }),
  );
}

function unpacked(bytes: Uint8Array): unknown {
  if (bytes.length > MOST_BYTES) throw new PackFileError('文件过大', 'it is too large');
  try {
    return JSON.parse(gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED }).toString('utf8')) as unknown;
  } catch {
    throw new PackFileError('文件不是规则包，或者已损坏', 'it is no rule pack, or damaged');
  }
}

/** Reads a pack and checks its signature. Nothing is said yet about whether its publisher is known. @throws PackFileError */
export function openPack(bytes: Uint8Array): PackFile {
  const outer = envelope.safeParse(unpacked(bytes));
  if (!outer.success)
    throw new PackFileError('文件不是规则包，或者是更新版本的格式', 'it is no rule pack, or of a newer form');
  const { publicKey, signature, content: text } = outer.data;
  const der = Buffer.from(publicKey, 'base64');
  if (!isSigned(der, signature, text)) {
    throw new PackFileError('签名不符，内容可能被改动', 'the signature does not fit: it may have been altered');
  }
  const inner = content.safeParse(JSON.parse(text));
  if (!inner.success) throw new PackFileError('内容格式不对', 'its content is malformed');
  return { files: inner.data.files, publisher: createHash('sha256').update(der).digest('hex') };
}

function isSigned(der: Buffer, signature: string, text: string): boolean {
  try {
    const key = createPublicKey({ key: der, type: 'spki', format: 'der' });
    return (
      key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
    );
  } catch {
    return false;
  }
}
