import type { JobEvent, Settings } from '../../contract/model.ts';

/** A kind of file in a dialog; `extensions` without dots. */
export interface FileFilter {
  readonly name: string;
  readonly extensions: string[];
}

/** The native dialogs. `null` or an empty list: the person thought better of it. */
export interface Dialogs {
  openFiles(filters: readonly FileFilter[]): Promise<string[]>;
  openFile(filters: readonly FileFilter[]): Promise<string | null>;
  saveFile(name: string, filters: readonly FileFilter[]): Promise<string | null>;
}

/** What the desktop service is given by the program around it: Electron, or the loopback bridge of the tests. */
export interface DesktopOptions {
  /** Folder of the machine's own documents. */
  readonly userData: string;
  /** Folder that holds `rules` and `samples`. */
  readonly resources: string;
  /** Folder of the built workers; `null` where Node runs the sources. */
  readonly workers: string | null;
  readonly version: string;
  /** Version of Electron, empty without one. */
  readonly electron: string;
  blockedRequests(): number;
  onJob(event: JobEvent): void;
  onSettings(settings: Settings): void;
  /** An error that nobody foresaw; for the program's own log. */
  onUnexpected(error: unknown): void;
  readonly dialogs: Dialogs;
}
