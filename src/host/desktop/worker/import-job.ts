import { counted, type Bilingual } from '../../../core/language.ts';
import { importFiles } from '../../import/import-files.ts';
import type { Inspection } from '../../inspection/inspection-file.ts';
import { readRegisterDefinitions } from '../../rule-pack.ts';
import { courtCodesOf } from './court-codes-of.ts';
import { logImport } from '../log.ts';
import type { JobRequest, JobStart } from './job-messages.ts';
import type { JobHands } from './job-hands.ts';

type ImportRequest = Extract<JobRequest, { kind: 'import' }>;

/** Reads files into the inspection, file by file; those that were done before a cancel stay, whole. */
export async function importJob(
  inspection: Inspection,
  { files, mapping }: ImportRequest,
  { rules, modules }: JobStart,
  { signal, progress }: JobHands,
): Promise<Bilingual> {
  const registers = readRegisterDefinitions(rules);
  const imported = await importFiles(
    inspection,
    files,
    { registers, courtCodes: courtCodesOf(inspection, rules), mapping, keepRows: true },
    {
      signal,
      modules: { workbookWorker: new URL(modules.workbookWorker), importTask: new URL(modules.importTask) },
      onProgress: (at) => {
        progress({
          done: at.filesDone,
          total: at.files,
          words: {
            zh: `正在读取“${at.file}”（第 ${at.filesDone + 1} / ${at.files} 个文件，已读 ${at.records} 行）`,
            en: `Reading “${at.file}” (file ${at.filesDone + 1} of ${at.files}, ${counted(at.records, 'row')} so far)`,
          },
        });
      },
    },
  );
  const failed = imported.filter(({ failure }) => failure !== null).length;
  const records = imported.reduce((sum, file) => sum + file.records, 0);
  logImport(inspection.database, imported);
  return {
    zh: `已导入 ${imported.length - failed} 个文件、${records} 行记录${failed === 0 ? '' : `，${failed} 个文件未能导入`}`,
    en: `${counted(imported.length - failed, 'file')} with ${counted(records, 'record')} imported${failed === 0 ? '' : `, ${counted(failed, 'file')} left out`}`,
  };
}
