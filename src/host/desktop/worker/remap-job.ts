import { CodedError } from '../../../contract/errors.ts';
import { counted, type Bilingual } from '../../../core/language.ts';
import { FileFailure } from '../../import/file-failure.ts';
import { inWorker, messageKeeper } from '../../import/import-files.ts';
import type { Inspection } from '../../inspection/inspection-file.ts';
import { recordStore } from '../../inspection/records.ts';
import { sourceStore } from '../../inspection/sources.ts';
import { readRegisterDefinitions } from '../../rule-pack.ts';
import { courtCodesOf } from './court-codes-of.ts';
import { addLog } from '../log.ts';
import type { JobRequest, JobStart, Remapping } from './job-messages.ts';
import type { JobHands } from './job-hands.ts';

type RemapRequest = Extract<JobRequest, { kind: 'remap' }>;

/** Reads sheets again from the kept bytes as a person says, in place of how they were read before; all of them or none. */
export async function remapJob(
  inspection: Inspection,
  { sheets }: RemapRequest,
  start: JobStart,
  hands: JobHands,
): Promise<Bilingual> {
  const { database } = inspection;
  let records = 0;
  try {
    database.exec('BEGIN IMMEDIATE');
    for (const sheet of sheets) records += await remapSheet(inspection, sheet, start, hands);
    const ids = sheets.map(({ sheetId }) => sheetId).join(',');
    addLog(database, 'mapped', `sheets=${ids} records=${records}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    if (error instanceof FileFailure) throw new CodedError('E_FILE_ACCESS', error.code);
    throw error;
  }
  return {
    zh: `已按新的映射重新读取，共 ${records} 行记录`,
    en: `Read again as mapped: ${counted(records, 'record')}`,
  };
}

/** @returns number of records */
async function remapSheet(
  inspection: Inspection,
  { sheetId, mapping, absent }: Remapping,
  { rules, modules }: JobStart,
  { signal, progress }: JobHands,
): Promise<number> {
  const { database } = inspection;
  const sheet = recordStore(database)
    .sheets()
    .find(({ id }) => id === sheetId);
  const file = sourceStore(database)
    .all()
    .find(({ id }) => id === sheet?.fileId);
  if (sheet === undefined || file === undefined) throw new CodedError('E_NOT_FOUND', 'sheet');
  for (const table of ['record', 'problem', 'shown_rows']) {
    database.prepare<[number]>(`DELETE FROM ${table} WHERE sheet_id = ?`).run(sheetId);
  }
  const keep = messageKeeper(inspection, file.id, sheetId);
  let records = 0;
  await inWorker(
    { bytes: sourceStore(database).content(file.id), fileName: file.name },
    {
      // Without any register a sheet is shown, and not read.
      registers: mapping === null ? [] : readRegisterDefinitions(rules),
      courtCodes: courtCodesOf(inspection, rules),
      mapping: mapping === null ? null : { schemaVersion: 1, mappings: [mapping] },
      keepRows: true,
      onlySheet: sheet.ordinal,
    },
    { signal, modules: { workbookWorker: new URL(modules.workbookWorker), importTask: new URL(modules.importTask) } },
    (message) => {
      keep(message);
      if (message.kind !== 'rows') return;
      records += message.rows.length;
      progress({
        done: records,
        total: null,
        words: { zh: `已读 ${records} 行`, en: `${counted(records, 'row')} read` },
      });
    },
  );
  database
    .prepare<[string, number]>("UPDATE sheet SET plan = json_set(plan, '$.absent', json(?)) WHERE id = ?")
    .run(JSON.stringify(absent), sheetId);
  return records;
}
