import { join } from 'node:path';
import { z } from 'zod';
import { MachineDocument } from './machine-document.ts';

const bounds = z.strictObject({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() });
const schema = z.strictObject({ bounds, maximised: z.boolean() }).nullable();

/** Where the window stood. */
export type RememberedWindow = NonNullable<z.infer<typeof schema>>;

export class WindowStateStore {
  readonly #document: MachineDocument<RememberedWindow | null>;

  constructor(userData: string) {
    this.#document = new MachineDocument(join(userData, 'window.json'), 1, schema, null);
  }

  get current(): RememberedWindow | null {
    return this.#document.content;
  }

  remember(state: RememberedWindow): void {
    this.#document.set(state);
  }
}
