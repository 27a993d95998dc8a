import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Bilingual } from '../../core/language.ts';
import { asInspectionError } from '../inspection/inspection-error.ts';
import type { Inspection } from '../inspection/inspection-file.ts';
import { recordStore } from '../inspection/records.ts';
import { shownRowStore } from '../inspection/shown-rows.ts';
import { sourceStore } from '../inspection/sources.ts';
import { WorkbookError } from '../workbook/error-codes.ts';
import { fileSystemFailure } from '../workbook/failure-of.ts';
import type { WorkbookInput } from '../workbook/input.ts';
import { DEFAULT_LIMITS } from '../workbook/limits.ts';
import { openInWorker } from '../workbook/open-in-worker.ts';
import { regularFileBytes } from '../workbook/regular-file.ts';
import { SpareThread } from '../workbook/spare-thread.ts';
import { FileFailure } from './file-failure.ts';
import type { ImportErrorCode } from './file-failure.ts';
import type { FoundFile } from './find-files.ts';
import { HiddenRows } from './hidden-rows.ts';
import type { ImportArguments, ImportMessage, ImportResult, StoredPlan } from './import-messages.ts';
import type { run as runImport } from './import-task.ts';

/** How far an import is. */
export interface ImportProgress {
  readonly file: string;
  /** Files that are done. */
  readonly filesDone: number;
  readonly files: number;
  /** Records read so far, of all files. */
  readonly records: number;
}

/** What became of one file. */
export interface ImportedFile {
  readonly name: string;
  readonly failure: { readonly code: ImportErrorCode; readonly words: Bilingual } | null;
  readonly records: number;
}

export interface ImportOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Where a bundler has put the worker and its task. */
  readonly modules?: ImportModules;
  /** Of who reads on afterwards; otherwise the thread ends with the last file. */
  readonly spare?: SpareThread;
  /** Called after each file, read or left out. */
  readonly onImported?: (file: ImportedFile) => void;
}

export interface ImportModules {
  readonly workbookWorker: URL;
  readonly importTask: URL;
}

const ownModules: ImportModules = {
  workbookWorker: new URL('../workbook/worker.ts', import.meta.url),
  importTask: new URL('./import-task.ts', import.meta.url),
};

/**
 * Reads files one after another, in a worker, into the inspection. A file goes in whole or not at all; one that cannot be read
 * is recorded with its code and stops no other.
 * @throws the signal's reason when cancelled; InspectionError when the inspection cannot be written
 */
export async function importFiles(
  inspection: Inspection,
  files: readonly FoundFile[],
  given: ImportArguments,
  { signal, onProgress, onImported, modules = ownModules, spare: kept }: ImportOptions = {},
): Promise<ImportedFile[]> {
  const imported: ImportedFile[] = [];
  const spare = kept ?? new SpareThread();
  let done = 0;
  try {
    for (const [index, file] of files.entries()) {
      const report = (records: number): void => {
        onProgress?.({ file: file.name, filesDone: index, files: files.length, records: done + records });
      };
      report(0);
      const outcome = await importFile(inspection, file, given, { signal, modules, spare }, report);
      done += outcome.records;
      imported.push(outcome);
      onImported?.(outcome);
    }
  } finally {
    if (kept === undefined) await spare.close();
  }
  return imported;
}

interface Work {
  readonly signal: AbortSignal | undefined;
  readonly modules: ImportModules;
  readonly spare?: SpareThread;
}

/** One transaction a file. Nothing else uses the connection meanwhile, so it stays open across the worker's messages. */
async function importFile(
  inspection: Inspection,
  file: FoundFile,
  given: ImportArguments,
  work: Work,
  report: (records: number) => void,
): Promise<ImportedFile> {
  const { database } = inspection;
  const seen: Partial<Content> = {};
  try {
    database.exec('BEGIN IMMEDIATE');
    const records = await readWhole(inspection, file, given, seen, work, report);
    database.exec('COMMIT');
    return { name: file.name, failure: null, records };
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    if (!(error instanceof FileFailure)) throw asInspectionError(error);
    recordFailure(inspection, file, seen, error);
    return { name: file.name, failure: { code: error.code, words: error.words }, records: 0 };
  }
}

/** What is known of a file's bytes. */
interface Content {
  sha256: string;
  bytes: number;
}

/** @returns number of records */
async function readWhole(
  inspection: Inspection,
  file: FoundFile,
  given: ImportArguments,
  seen: Partial<Content>,
  work: Work,
  report: (records: number) => void,
): Promise<number> {
  const sources = sourceStore(inspection.database);
  const fileId = sources.add(file.name);
  const content = await keepContent(file, (ordinal, chunk) => {
    sources.addChunk(fileId, ordinal, chunk);
  });
  Object.assign(seen, content);
  const earlier = sources.sameContent(fileId, content.sha256);
  if (earlier !== undefined) throw FileFailure.duplicate(earlier.name, earlier.id);
  let records = 0;
  const keep = messageKeeper(inspection, fileId);
  const result = await inWorker({ path: file.path }, given, work, (message) => {
    keep(message);
    if (message.kind === 'rows') report((records += message.rows.length));
  });
  if (result.sha256 !== content.sha256) throw FileFailure.of(changedMeanwhile());
  const { warnings, encoding } = result;
  sources.finish(fileId, { ...content, error: null, duplicateOf: null, warnings, encoding });
  return records;
}

/** A file that is left out keeps its entry: name, what is known of its bytes, and why. */
function recordFailure(inspection: Inspection, file: FoundFile, seen: Partial<Content>, failure: FileFailure): void {
  const sources = sourceStore(inspection.database);
  inspection.database
    .transaction(() => {
      sources.finish(sources.add(file.name), {
        bytes: seen.bytes ?? null,
        sha256: seen.sha256 ?? null,
        error: failure.code,
        duplicateOf: failure.duplicateOf,
        warnings: [],
        encoding: null,
      });
    })
    .immediate();
}

function changedMeanwhile(): WorkbookError {
  return new WorkbookError({ code: 'E_IO', detail: 'changed while it was read' });
}

const chunkBytes = 1024 * 1024;

/** Streams the file's bytes to `keep`. A file over the limit is hashed, but not kept: the worker will refuse it. */
async function keepContent(file: FoundFile, keep: (ordinal: number, chunk: Buffer) => void): Promise<Content> {
  const hash = createHash('sha256');
  let bytes = 0;
  let ordinal = 0;
  try {
    await regularFileBytes(file.path);
    for await (const chunk of createReadStream(file.path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
      if (bytes <= DEFAULT_LIMITS.maxFileBytes) keep(ordinal++, chunk);
    }
  } catch (error) {
    if (error instanceof WorkbookError) throw FileFailure.of(error);
    throw isSystemError(error) ? FileFailure.of(new WorkbookError(fileSystemFailure(error), { cause: error })) : error;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** An error of the file system, not of the database (whose codes begin with SQLITE_). */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/** Runs the import task on one workbook, from disk or from kept bytes. @throws FileFailure, the signal's reason */
export async function inWorker(
  input: WorkbookInput,
  given: ImportArguments,
  { signal, modules, spare }: Work,
  onMessage: (message: ImportMessage) => void,
): Promise<ImportResult> {
  try {
    return await openInWorker<typeof runImport>(
      {
        input,
        workerModule: modules.workbookWorker,
        taskModule: modules.importTask,
        taskArguments: given,
        ...(signal === undefined ? {} : { signal }),
        ...(spare === undefined ? {} : { spare }),
      },
      onMessage,
    );
  } catch (error) {
    throw error instanceof WorkbookError ? FileFailure.of(error) : error;
  }
}

/**
 * Writes the worker's messages into the inspection as they come.
 * @param replaced the sheet that is read again, emptied before; a new one is added otherwise
 */
export function messageKeeper(
  inspection: Inspection,
  fileId: number,
  replaced?: number,
): (message: ImportMessage) => void {
  const store = recordStore(inspection.database);
  const shown = shownRowStore(inspection.database);
  let sheetId = 0;
  let plan: StoredPlan | null = null;
  let hidden = new HiddenRows();
  return (message) => {
    switch (message.kind) {
      case 'sheet': {
        const { ordinal, name, register, fields, columns } = message;
        if (replaced === undefined) {
          sheetId = store.addSheet({ fileId, ordinal, name, register, fields, columns, entry: null });
        } else {
          sheetId = replaced;
          store.changeSheet(sheetId, { register, fields, columns });
        }
        plan = message.plan;
        hidden = new HiddenRows();
        store.setPlan(sheetId, plan);
        break;
      }
      case 'shown':
        shown.add(sheetId, message.rows);
        hidden.note(message.rows);
        break;
      case 'rows':
        store.addRecords(sheetId, message.rows);
        store.addProblems(sheetId, message.problems);
        break;
      case 'end':
        store.setEntry(sheetId, message.entry);
        if (hidden.ranges.length > 0) store.setPlan(sheetId, { ...plan, hiddenRows: hidden.ranges });
    }
  };
}
