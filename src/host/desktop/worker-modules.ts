import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ImportModules } from '../import/import-files.ts';

/** Modules that run in threads of their own. */
export interface WorkerModules extends ImportModules {
  readonly jobWorker: URL;
  readonly tableTask: URL;
}

/** @param folder of the built workers, named as in `electron.vite.config.ts`; `null` where Node runs the sources */
export function workerModules(folder: string | null): WorkerModules {
  if (folder === null) {
    const source = (path: string): URL => new URL(path, import.meta.url);
    return {
      jobWorker: source('./worker/job-worker.ts'),
      workbookWorker: source('../workbook/worker.ts'),
      importTask: source('../import/import-task.ts'),
      tableTask: source('./worker/table-task.ts'),
    };
  }
  const built = (name: string): URL => pathToFileURL(join(folder, `${name}.js`));
  return {
    jobWorker: built('job-worker'),
    workbookWorker: built('workbook-worker'),
    importTask: built('import-task'),
    tableTask: built('table-task'),
  };
}
