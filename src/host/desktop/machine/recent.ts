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

  /** What is known of it and not said here stays. */
  remember(inspection: Omit<Entry, 'archived' | 'progress'>): void {
    const before = this.#document.content.find(({ path }) => path === inspection.path);
    const others = this.#document.content.filter(({ path }) => path !== inspection.path);
    const { archived = false, progress = [] } = before ?? {};
    this.#document.set([{ ...inspection, archived, progress }, ...others].slice(0, mostEntries));
  }

  /** Written only where it is something new: asked after every change in the window. */
  noteProgress(path: string, progress: Entry['progress']): void {
    const known = this.#document.content.find((each) => each.path === path)?.progress;
    if (known === undefined || known.join() === progress.join()) return;
    this.#change(path, { progress });
  }

  archive(path: string, archived: boolean): void {
    this.#change(path, { archived });
  }

  #change(path: string, change: Partial<Entry>): void {
    this.#document.set(this.#document.content.map((each) => (each.path === path ? { ...each, ...change } : each)));
  }

  forget(path: string): void {
    this.#document.set(this.#document.content.filter((each) => each.path !== path));
  }
}
