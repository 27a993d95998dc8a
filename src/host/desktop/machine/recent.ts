import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { recentInspection, type RecentInspection } from '../../../contract/model.ts';
import { MachineDocument } from './machine-document.ts';

const entry = recentInspection.omit({ exists: true });
type Entry = z.infer<typeof entry>;

const mostEntries = 30;

/** Inspections that were open on this machine, latest first. Names of persons are not part of it. */
export class RecentStore {
  readonly #document: MachineDocument<Entry[]>;

  constructor(userData: string) {
    this.#document = new MachineDocument<Entry[]>(join(userData, 'recent.json'), 1, z.array(entry), []);
  }

  list(): RecentInspection[] {
    return this.#document.content.map((each) => ({ ...each, exists: existsSync(each.path) }));
  }

  remember(inspection: Entry): void {
    const others = this.#document.content.filter(({ path }) => path !== inspection.path);
    this.#document.set([inspection, ...others].slice(0, mostEntries));
  }

  forget(path: string): void {
    this.#document.set(this.#document.content.filter((each) => each.path !== path));
  }
}
