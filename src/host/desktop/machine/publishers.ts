import { join } from 'node:path';
import { z } from 'zod';
import { MachineDocument } from './machine-document.ts';

const entry = z.strictObject({ publisher: z.string(), confirmedAt: z.string() });
type Entry = z.infer<typeof entry>;

/** Publishers of rule packs whose keys a person has confirmed on this machine. Nobody is trusted silently. */
export class PublisherStore {
  readonly #document: MachineDocument<Entry[]>;

  constructor(userData: string) {
    this.#document = new MachineDocument<Entry[]>(join(userData, 'publishers.json'), 1, z.array(entry), []);
  }

  knows(publisher: string): boolean {
    return this.#document.content.some((each) => each.publisher === publisher);
  }

  confirm(publisher: string): void {
    if (this.knows(publisher)) return;
    this.#document.set([...this.#document.content, { publisher, confirmedAt: new Date().toISOString() }]);
  }
}
