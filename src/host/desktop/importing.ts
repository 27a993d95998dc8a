import { resolve } from 'node:path';
import type { Handlers } from '../../contract/dispatch.ts';
import { CodedError } from '../../contract/errors.ts';
import type { SourceFile } from '../../contract/model.ts';
import { findFiles } from '../import/find-files.ts';
import type { FoundFile } from '../import/find-files.ts';
import { sourceStore } from '../inspection/sources.ts';
import { warningWords } from '../workbook/warnings.ts';
import { addLog } from './log.ts';
import { listSheets } from './sheets.ts';
import type { Workspace } from './workspace.ts';

type ImportHandlers = Pick<Handlers, 'files.import' | 'files.list' | 'files.remove' | 'job.cancel'>;

export function importHandlers(workspace: Workspace): ImportHandlers {
  return {
    'files.import': ({ paths }) => {
      const { inspection, database } = workspace.needWritable();
      const taken = new Set(
        sourceStore(database)
          .all()
          .map(({ name }) => name),
      );
      const files = findFiles(paths.map((path) => resolve(path))).files.map((file) => withFreeName(file, taken));
      const mapping = workspace.templates.all();
      return Promise.resolve({ job: workspace.jobs.start(inspection, { kind: 'import', files, mapping }) });
    },
    'files.list': () => listFiles(workspace),
    'files.remove': ({ id }) => {
      const { database } = workspace.needWritable();
      const remove = database.transaction(() => {
        database.prepare<[number]>('UPDATE source_file SET duplicate_of = NULL WHERE duplicate_of = ?').run(id);
        if (database.prepare<[number]>('DELETE FROM source_file WHERE id = ?').run(id).changes === 0) {
          throw new CodedError('E_NOT_FOUND');
        }
        addLog(database, 'removed', `file=${id}`);
      });
      remove.immediate();
      workspace.changed();
      return Promise.resolve(null);
    },
    'job.cancel': ({ job }) => {
      workspace.jobs.cancel(job);
      return Promise.resolve(null);
    },
  };
}

/** A table that is handed in again under its old name is told from the former one: 台账.xlsx, 台账 (2).xlsx. */
function withFreeName(file: FoundFile, taken: Set<string>): FoundFile {
  let { name } = file;
  const dot = name.lastIndexOf('.') < 0 ? name.length : name.lastIndexOf('.');
  for (let number = 2; taken.has(name); number += 1) {
    name = `${file.name.slice(0, dot)} (${number})${file.name.slice(dot)}`;
  }
  taken.add(name);
  return { ...file, name };
}

async function listFiles(workspace: Workspace): Promise<SourceFile[]> {
  const { database } = workspace.need();
  const sheets = Map.groupBy(listSheets(database, await workspace.rulebook()), ({ fileId }) => fileId);
  return sourceStore(database)
    .all()
    .map(({ id, name, sha256, bytes, error, warnings, encoding }) => ({
      id,
      name,
      sha256: sha256 ?? '',
      bytes: bytes ?? 0,
      error,
      encoding,
      sheets: (sheets.get(id) ?? []).map((sheet) => ({
        id: sheet.id,
        name: sheet.name,
        hidden: sheet.hidden,
        register: sheet.register,
        registerLabel: sheet.registerLabel,
        headerRow: sheet.headerRow,
        records: sheet.records,
        problems: sheet.problems,
        attention: sheet.attention,
        warnings: [
          ...sheet.notes,
          ...warnings
            .filter((warning) => warning.sheet === sheet.name || warning.sheet === null)
            .flatMap(({ code }) => warningWords(code) ?? []),
        ],
      })),
    }));
}
