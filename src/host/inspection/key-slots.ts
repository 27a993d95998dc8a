import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

/**
 * The data key of an inspection, wrapped once for each way to open it (a password today; other users and a recovery
 * code use further slots). scrypt with N=2^17, r=8, p=1 makes each guess cost 128 MB of memory and about half a second.
 */
const cost = { N: 2 ** 17, r: 8, p: 1 } as const;

export const keySlotSchema = z.strictObject({
  id: z.string().min(1).max(64),
  kind: z.literal('password'),
  salt: z.base64().length(24),
  nonce: z.base64().length(16),
  wrapped: z.base64().length(44),
  tag: z.base64().length(24),
});

/** A wrapped data key, all binary parts in base64. */
export type KeySlot = z.infer<typeof keySlotSchema>;

/** 32 random bytes that encrypt the inspection. */
export function newDataKey(): Buffer {
  return randomBytes(32);
}

function passwordKey(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // NFKC: the same password typed with another input method must open the file.
    scrypt(password.normalize('NFKC'), salt, 32, { ...cost, maxmem: 256 * 1024 * 1024 }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

/** Binds a slot to its inspection, so that slots cannot be moved between files. */
function boundTo(inspectionId: string, slot: Pick<KeySlot, 'id' | 'kind'>): Buffer {
  return Buffer.from(JSON.stringify([inspectionId, slot.kind, slot.id]), 'utf8');
}

/** Wraps the data key with a key from the password. */
export async function wrapDataKey(
  dataKey: Buffer,
  password: string,
  inspectionId: string,
  id: string,
): Promise<KeySlot> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const key = await passwordKey(password, salt);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(boundTo(inspectionId, { id, kind: 'password' }));
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  key.fill(0);
  return {
    id,
    kind: 'password',
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    wrapped: wrapped.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** @returns the data key, or `undefined` when the password opens none of the slots */
export async function unwrapDataKey(
  slots: readonly KeySlot[],
  password: string,
  inspectionId: string,
): Promise<Buffer | undefined> {
  for (const slot of slots) {
    const key = await passwordKey(password, Buffer.from(slot.salt, 'base64'));
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slot.nonce, 'base64'));
    decipher.setAAD(boundTo(inspectionId, slot));
    decipher.setAuthTag(Buffer.from(slot.tag, 'base64'));
    try {
      return Buffer.concat([decipher.update(Buffer.from(slot.wrapped, 'base64')), decipher.final()]);
    } catch {
      // Not this slot's password: authentication failed. The next slot may be the one.
    } finally {
      key.fill(0);
    }
  }
  return undefined;
}
