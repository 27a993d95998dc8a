import { join } from 'node:path';
import { z } from 'zod';
import { tailoringSchema, type Tailoring } from '../tailoring.ts';
import { MachineDocument } from './machine-document.ts';

const entry = z.strictObject({ name: z.string(), savedAt: z.string(), tailoring: tailoringSchema });
type Entry = z.infer<typeof entry>;

/** Tailoring under a name, kept on this machine for other inspections. */
export class ProfileStore {
  readonly #document: MachineDocument<Entry[]>;

  constructor(userData: string) {
    this.#document = new MachineDocument<Entry[]>(join(userData, 'profiles.json'), 1, z.array(entry), []);
  }

  list(): readonly Entry[] {
    return this.#document.content;
  }

  find(name: string): Tailoring | undefined {
    return this.#document.content.find((each) => each.name === name)?.tailoring;
  }

  /** A profile of the same name is replaced. */
  save(name: string, tailoring: Tailoring): void {
    const others = this.#document.content.filter((each) => each.name !== name);
    const kept = tailoringSchema.parse(tailoring);
    this.#document.set([{ name, savedAt: new Date().toISOString(), tailoring: kept }, ...others]);
  }
}
