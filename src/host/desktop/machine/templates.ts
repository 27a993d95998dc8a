import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { MappingTemplate, SavedMapping } from '../../../core/register/mapping-template.ts';
import { mappingDocument } from '../../machine/mapping-document.ts';
import { MachineDocument } from './machine-document.ts';

const entry = z.strictObject({
  id: z.string(),
  /** Name of the agency whose tables look like this. */
  name: z.string(),
  savedAt: z.string(),
  template: mappingDocument.schema,
});
type Entry = z.infer<typeof entry>;

/** Header mappings that were confirmed by hand, kept on this machine for the next tables of the same agency. */
export class TemplateStore {
  readonly #document: MachineDocument<Entry[]>;

  constructor(userData: string) {
    this.#document = new MachineDocument<Entry[]>(join(userData, 'templates.json'), 1, z.array(entry), []);
  }

  list(): readonly Entry[] {
    return this.#document.content;
  }

  /** A template of the same name is replaced. */
  save(name: string, mappings: readonly SavedMapping[]): void {
    const id = createHash('sha256').update(name).digest('hex').slice(0, 16);
    const others = this.#document.content.filter((each) => each.id !== id);
    const template: MappingTemplate = { schemaVersion: 1, mappings: [...mappings] };
    this.#document.set([{ id, name, savedAt: new Date().toISOString(), template }, ...others]);
  }

  /** @returns whether there was one */
  remove(id: string): boolean {
    const others = this.#document.content.filter((each) => each.id !== id);
    const found = others.length < this.#document.content.length;
    if (found) this.#document.set(others);
    return found;
  }

  /** All templates as one, latest first: what a new import goes by. */
  all(): MappingTemplate | null {
    const mappings = this.#document.content.flatMap(({ template }) => template.mappings);
    return mappings.length === 0 ? null : { schemaVersion: 1, mappings };
  }
}
