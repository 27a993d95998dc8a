import { statSync } from 'node:fs';
import type { Bilingual } from '../../../core/language.ts';
import type { Inspection } from '../../inspection/inspection-file.ts';
import { addLog } from '../log.ts';
import type { JobHands } from './job-hands.ts';
import type { JobRequest } from './job-messages.ts';

/** A second file of the inspection, read back before it counts; only then the log says so. */
export function backupJob(
  inspection: Inspection,
  { path }: Extract<JobRequest, { kind: 'backup' }>,
  { progress }: JobHands,
): Promise<Bilingual> {
  progress({ done: 0, total: null, words: { zh: '正在备份并读回核对', en: 'Copying, and reading the copy back' } });
  inspection.backup(path);
  addLog(inspection.database, 'backedUp', '');
  const megabytes = (statSync(path).size / 1024 ** 2).toFixed(1);
  return Promise.resolve({
    zh: `已备份并核对，${megabytes} MB，用同一密码打开`,
    en: `Backed up and read back: ${megabytes} MB, opened by the same password`,
  });
}
