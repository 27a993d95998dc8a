import { userInfo } from 'node:os';
import type Database from 'better-sqlite3-multiple-ciphers';
import { CodedError } from '../../contract/errors.ts';
import type { Handlers } from '../../contract/dispatch.ts';
import { readCorrection } from './corrected-registers.ts';
import { addLog } from './log.ts';
import type { Rulebook } from './rulebook.ts';
import type { Workspace } from './workspace.ts';

/** A cell as the inspection knows it. */
export interface CellPlace {
  readonly fileId: number;
  readonly sheetOrdinal: number;
  readonly register: string;
  readonly row: number;
  readonly field: string;
}

export function correctionHandlers(workspace: Workspace): Pick<Handlers, 'corrections.set' | 'corrections.remove'> {
  return {
    'corrections.set': async ({ problem, value, reason }) => {
      const { database } = workspace.needWritable();
      const place = placeOfProblem(database, problem);
      if (!isReadable(await workspace.rulebook(), place, value)) throw new CodedError('E_BAD_ARGUMENT', 'value');
      const work = database.transaction(() => {
        setCorrection(database, place, value, reason);
        addLog(database, 'corrected', `file=${place.fileId} row=${place.row} field=${place.field}`);
      });
      work.immediate();
      return null;
    },
    'corrections.remove': ({ problem }) => {
      const { database } = workspace.needWritable();
      const { fileId, sheetOrdinal, row, field } = placeOfProblem(database, problem);
      const work = database.transaction(() => {
        const { changes } = database
          .prepare('DELETE FROM correction WHERE file_id = ? AND sheet_ordinal = ? AND row = ? AND field = ?')
          .run(fileId, sheetOrdinal, row, field);
        if (changes === 0) throw new CodedError('E_NOT_FOUND', 'correction');
        addLog(database, 'uncorrected', `file=${fileId} row=${row} field=${field}`);
      });
      work.immediate();
      return Promise.resolve(null);
    },
  };
}

function placeOfProblem(database: Database.Database, id: number): CellPlace {
  const place = database
    .prepare<[number], CellPlace>(
      `SELECT file_id AS fileId, ordinal AS sheetOrdinal, register, row, field FROM problem
       JOIN sheet ON sheet.id = sheet_id WHERE problem.id = ? AND field IS NOT NULL AND register IS NOT NULL`,
    )
    .get(id);
  if (place === undefined) throw new CodedError('E_NOT_FOUND', 'problem');
  return place;
}

/** Whether a text can be read as the field's type; blank is no correction. */
export function isReadable(rulebook: Rulebook, { register, field }: CellPlace, text: string): boolean {
  const definition = rulebook.pack.registerDefinitions.find(({ id }) => id === register);
  const value = definition === undefined ? undefined : readCorrection(definition, field, text);
  return value !== undefined && value !== null;
}

/** Lays a value over a cell; the original stays. */
export function setCorrection(
  database: Database.Database,
  { fileId, sheetOrdinal, row, field }: CellPlace,
  value: string,
  reason: string,
): void {
  database
    .prepare(
      `INSERT OR REPLACE INTO correction (file_id, sheet_ordinal, row, field, value, reason, who, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(fileId, sheetOrdinal, row, field, value, reason, userInfo().username, new Date().toISOString());
}
