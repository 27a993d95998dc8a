import { join } from 'node:path';
import { settings as settingsSchema, type Settings } from '../../../contract/model.ts';
import { MachineDocument } from './machine-document.ts';

const stock: Settings = { language: 'zh', theme: 'system', fontSizePercent: 100, masked: true };

/** How this machine shows things. */
export class SettingsStore {
  readonly #document: MachineDocument<Settings>;

  constructor(userData: string) {
    this.#document = new MachineDocument(join(userData, 'settings.json'), 1, settingsSchema, stock);
  }

  get current(): Settings {
    return this.#document.content;
  }

  change(change: Partial<Settings>): Settings {
    this.#document.set({ ...this.current, ...change });
    return this.current;
  }
}
