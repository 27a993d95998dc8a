import { join } from 'node:path';
import type Database from 'better-sqlite3-multiple-ciphers';
import { CodedError } from '../../contract/errors.ts';
import type { Inspection } from '../inspection/inspection-file.ts';
import { hasFindingColumns, storeFindingColumns } from './findings/finding-columns.ts';
import { FindingIndex } from './findings/finding-index.ts';
import type { InspectionInfo } from './info.ts';
import { Jobs } from './jobs.ts';
import { ProfileStore } from './machine/profiles.ts';
import { RecentStore } from './machine/recent.ts';
import { SettingsStore } from './machine/settings.ts';
import { TemplateStore } from './machine/templates.ts';
import type { DesktopOptions } from './options.ts';
import { layOut, type PackFolder } from '../pack-file/pack-folder.ts';
import { PublisherStore } from './machine/publishers.ts';
import { readPack } from './pack/stored-pack.ts';
import { loadRulebook, tailoredRulebook, type Rulebook } from './rulebook.ts';
import { readTables } from './tables/stored-tables.ts';
import { readTailoring } from './tailoring.ts';
import { workerModules, type WorkerModules } from './worker-modules.ts';

/** The inspection that is open. */
export interface OpenInspection {
  readonly inspection: Inspection;
  readonly database: Database.Database;
  readonly info: InspectionInfo;
  /** The sample: a throw-away that is not listed. */
  readonly isSample: boolean;
}

/** What the handlers share: the machine's documents, the rules, the inspection that is open, and its jobs. */
export class Workspace {
  readonly options: DesktopOptions;
  readonly settings: SettingsStore;
  readonly recent: RecentStore;
  readonly templates: TemplateStore;
  readonly profiles: ProfileStore;
  readonly jobs: Jobs;
  readonly modules: WorkerModules;
  readonly publishers: PublisherStore;
  #stock: Promise<Rulebook> | null = null;
  #imported: { readonly folder: PackFolder; readonly sha256: string; rulebook: Promise<Rulebook> | null } | null = null;
  #tailored: Rulebook | null = null;
  #checkedRules: string | undefined;
  #open: OpenInspection | null = null;
  #index: FindingIndex | null = null;

  constructor(options: DesktopOptions) {
    this.options = options;
    this.settings = new SettingsStore(options.userData);
    this.recent = new RecentStore(options.userData);
    this.templates = new TemplateStore(options.userData);
    this.profiles = new ProfileStore(options.userData);
    this.publishers = new PublisherStore(options.userData);
    this.modules = workerModules(options.workers);
    this.jobs = new Jobs({
      modules: this.modules,
      rules: () => this.#rules(),
      checkedRules: () => this.#checkedRules,
      onJob: (event) => {
        options.onJob(event);
      },
      onChanged: () => {
        this.changed();
      },
      onUnexpected: (error) => {
        options.onUnexpected(error);
      },
    });
  }

  get current(): OpenInspection | null {
    return this.#open;
  }

  /** @throws CodedError `E_NO_INSPECTION` */
  need(): OpenInspection {
    if (this.#open === null) throw new CodedError('E_NO_INSPECTION');
    return this.#open;
  }

  /** The inspection, when nothing else is at work on it. @throws CodedError `E_NO_INSPECTION`, `E_BUSY` */
  needIdle(): OpenInspection {
    const open = this.need();
    this.jobs.assertIdle();
    return open;
  }

  /**
   * The inspection, to be changed: its file still has its name, so that what is saved will be found there.
   * @throws CodedError `E_NO_INSPECTION`, `E_BUSY`, `E_FILE_GONE`
   */
  needWritable(): OpenInspection {
    const open = this.needIdle();
    if (!open.inspection.isInPlace()) throw new CodedError('E_FILE_GONE');
    return open;
  }

  enter(open: OpenInspection): void {
    this.#open = open;
    this.changed();
  }

  leave(): void {
    this.#open = null;
    this.#dropImported();
    this.changed();
  }

  /** What was worked out of the inspection is worked out again. */
  changed(): void {
    this.#index = null;
    this.#tailored = null;
  }

  /** The listed findings, in memory. */
  index(rulebook: Rulebook): FindingIndex {
    if (this.#index === null) {
      const { database } = this.need();
      if (!hasFindingColumns(database)) storeFindingColumns(database, rulebook.pack.rules);
      this.#index = new FindingIndex(database);
    }
    return this.#index;
  }

  /** The rules that came with the program. @throws RulePackError */
  stock(): Promise<Rulebook> {
    return (this.#stock ??= loadRulebook(join(this.options.resources, 'rules')));
  }

  /** Folder of the rules that count: of the program, or of the pack that was imported into the inspection. @throws PackFileError */
  #rules(): string {
    const stored = this.#open === null ? null : readPack(this.#open.database);
    if (stored === null) {
      this.#dropImported();
      return join(this.options.resources, 'rules');
    }
    if (this.#imported?.sha256 !== stored.sha256) {
      this.#dropImported();
      this.#imported = { folder: layOut(stored), sha256: stored.sha256, rulebook: null };
    }
    return this.#imported.folder.root;
  }

  #dropImported(): void {
    this.#imported?.folder.remove();
    this.#imported = null;
  }

  /** The rules, as the open inspection has tailored them. @throws RulePackError */
  async rulebook(): Promise<Rulebook> {
    if (this.#tailored !== null) return this.#tailored;
    if (this.#open === null) return await this.stock();
    const { database } = this.#open;
    const root = this.#rules();
    const stock = await (this.#imported === null ? this.stock() : (this.#imported.rulebook ??= loadRulebook(root)));
    this.#checkedRules = stock.stock.sha256;
    return (this.#tailored ??= tailoredRulebook(
      stock.stock,
      stock.stockTables,
      readTailoring(database),
      readTables(database),
    ));
  }
}
