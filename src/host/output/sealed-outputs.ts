import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { PassThrough } from 'node:stream';
import { Readable } from 'node:stream';
import { newTemporaryFolder, TemporaryFolderError } from '../inspection/temporary-folder.ts';

/**
 * Results while they are made: encrypted files in the system's temporary folder, under a key that exists in memory only.
 * Making a report takes seconds; a run that is killed meanwhile must leave no names behind in plain text.
 */
export class SealedOutputs {
  readonly #folder = newTemporaryFolder();
  readonly #key = randomBytes(32);
  readonly #sealed = new Map<string, { readonly nonce: Buffer; readonly tag: Buffer }>();

  /** Seals what the pieces of text make up. @throws TemporaryFolderError */
  async writeText(name: string, pieces: Iterable<string>): Promise<void> {
    await this.#seal(name, Readable.from(pieces, { objectMode: true }));
  }

  /** Seals what is written into the stream. The writer's errors and the file's end up in the promise. */
  async writeStream(name: string, stream: PassThrough, written: Promise<void>): Promise<void> {
    written.catch((error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))));
    await Promise.all([this.#seal(name, stream), written]);
  }

  async #seal(name: string, content: Readable): Promise<void> {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    try {
      await pipeline(content, cipher, createWriteStream(join(this.#folder, name), { mode: 0o600 }));
    } catch (error) {
      throw error instanceof Error && 'syscall' in error ? new TemporaryFolderError(error) : error;
    }
    this.#sealed.set(name, { nonce, tag: cipher.getAuthTag() });
  }

  /** Names in the order in which they were sealed. */
  names(): string[] {
    return [...this.#sealed.keys()];
  }

  /** Writes one of them in plain; durable when it returns. */
  async unseal(name: string, path: string): Promise<void> {
    const sealed = this.#sealed.get(name);
    if (sealed === undefined) throw new Error(`nothing was sealed under ${name}`);
    const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.nonce);
    decipher.setAuthTag(sealed.tag);
    await pipeline(
      createReadStream(join(this.#folder, name)),
      decipher,
      createWriteStream(path, { flags: 'wx', flush: true }),
    );
  }

  remove(): void {
    this.#key.fill(0);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
