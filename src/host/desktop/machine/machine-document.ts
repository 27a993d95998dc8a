import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { LowSync } from 'lowdb';
import { JSONFileSync } from 'lowdb/node';
import { z } from 'zod';

/**
 * A small document of the machine: settings, recent inspections. Written whole at once, also while the window closes. One that
 * cannot be read, or is of another form, is set aside under `.unreadable` and the stock content counts: preferences may
 * be lost, the program always starts.
 */
export class MachineDocument<Content> {
  readonly #low: LowSync;
  readonly #schema: z.ZodType<Content>;
  readonly #version: number;
  #content: Content;

  constructor(path: string, version: number, schema: z.ZodType<Content>, stock: Content) {
    mkdirSync(dirname(path), { recursive: true });
    this.#low = new LowSync(new JSONFileSync(path), null);
    this.#schema = schema;
    this.#version = version;
    this.#content = this.#read() ?? stock;
    if (this.#low.data === null && existsSync(path)) renameSync(path, `${path}.unreadable`);
  }

  #read(): Content | null {
    try {
      this.#low.read();
    } catch {
      this.#low.data = null;
      return null;
    }
    const document = z.object({ schemaVersion: z.literal(this.#version), content: this.#schema });
    const parsed = document.safeParse(this.#low.data);
    if (!parsed.success) this.#low.data = null;
    return parsed.success ? parsed.data.content : null;
  }

  get content(): Content {
    return this.#content;
  }

  set(content: Content): void {
    this.#content = this.#schema.parse(content);
    this.#low.data = { schemaVersion: this.#version, content: this.#content };
    this.#low.write();
  }
}
