import { PassThrough } from 'node:stream';
import { CodedError } from '../../../contract/errors.ts';
import { counted, type Bilingual } from '../../../core/language.ts';
import type { Inspection } from '../../inspection/inspection-file.ts';
import { newReportWorkbook } from '../../output/report/table-sheet.ts';
import { writeSealedFile } from '../../output/sealed-file.ts';
import { WorkbookError } from '../../workbook/error-codes.ts';
import { openInWorker } from '../../workbook/open-in-worker.ts';
import { fillGaps } from '../gaps/fill-gaps.ts';
import { keyHeader } from '../gaps/gap-columns.ts';
import { listGaps } from '../gaps/list-gaps.ts';
import { writeGapList } from '../gaps/write-gap-list.ts';
import { addLog } from '../log.ts';
import type { run as readGapList } from './table-task.ts';
import type { JobHands } from './job-hands.ts';
import type { JobRequest, JobStart } from './job-messages.ts';
import { jobRulebook } from './job-rulebook.ts';

/** Writes the list of gaps; the file is there whole or not at all. */
export async function gapsOutJob(
  inspection: Inspection,
  { path }: Extract<JobRequest, { kind: 'gapsOut' }>,
  start: JobStart,
  { signal, progress }: JobHands,
): Promise<Bilingual> {
  progress({ done: 0, total: null, words: { zh: '正在汇集缺失的单元格', en: 'Gathering the missing cells' } });
  const rulebook = await jobRulebook(inspection, start);
  const gaps = listGaps(inspection.database, rulebook);
  const total = gaps.length;
  const onRows = (done: number): void => {
    progress({
      done,
      total,
      words: { zh: `已写 ${done} / ${total} 格`, en: `${done} of ${counted(total, 'cell')} written` },
    });
  };
  await writeSealedFile(path, signal, async (outputs, name) => {
    const stream = new PassThrough();
    const workbook = await newReportWorkbook(stream, '补正清单');
    const write = async (): Promise<void> => {
      await writeGapList(workbook, gaps, rulebook, { signal, onRows });
      await workbook.commit();
    };
    await outputs.writeStream(name, stream, write());
  });
  addLog(inspection.database, 'gapsExported', `cells=${total}`);
  return { zh: `补正清单已导出，共 ${total} 格`, en: `The list of gaps was exported: ${counted(total, 'cell')}` };
}

/** Reads a completed list, and lays what it says over the cells that it names; all of it or nothing. */
export async function gapsInJob(
  inspection: Inspection,
  { path }: Extract<JobRequest, { kind: 'gapsIn' }>,
  start: JobStart,
  { signal, progress }: JobHands,
): Promise<Bilingual> {
  progress({ done: 0, total: null, words: { zh: '正在读取补正清单', en: 'Reading the list of gaps' } });
  const { database } = inspection;
  const rulebook = await jobRulebook(inspection, start);
  const rows = await readRows(path, start, signal);
  signal.throwIfAborted();
  const { closed, unreadable } = fillGaps(database, rulebook, rows);
  const left = listGaps(database, rulebook).length;
  return {
    zh: `已补正 ${closed} 格，还缺 ${left} 格${unreadable === 0 ? '' : `，其中 ${unreadable} 格所填内容无法识别`}`,
    en: `${counted(closed, 'cell')} completed, ${left} still missing${unreadable === 0 ? '' : `, ${unreadable} of them with a text that cannot be read`}`,
  };
}

async function readRows(path: string, { modules }: JobStart, signal: AbortSignal): Promise<string[][]> {
  try {
    return await openInWorker<typeof readGapList>(
      {
        input: { path },
        workerModule: new URL(modules.workbookWorker),
        taskModule: new URL(modules.tableTask),
        taskArguments: { keyHeader },
        signal,
      },
      () => undefined,
    );
  } catch (error) {
    if (error instanceof WorkbookError) throw new CodedError('E_FILE_ACCESS', error.code);
    throw error;
  }
}
