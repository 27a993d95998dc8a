import { assertNever } from '../../../core/assert-never.ts';
import type { Bilingual } from '../../../core/language.ts';
import type { Inspection } from '../../inspection/inspection-file.ts';
import { backupJob } from './backup-job.ts';
import { gapsInJob, gapsOutJob } from './gap-jobs.ts';
import { importJob } from './import-job.ts';
import type { JobHands } from './job-hands.ts';
import type { JobStart } from './job-messages.ts';
import { judgeJob } from './judge-job.ts';
import { packJob } from './pack-job.ts';
import { remapJob } from './remap-job.ts';
import { reportJob } from './report-job.ts';
import { verifyJob } from './verify-job.ts';

/** @returns what is said when the job is done */
export function runJob(inspection: Inspection, start: JobStart, hands: JobHands): Promise<Bilingual> {
  const { request } = start;
  switch (request.kind) {
    case 'import':
      return importJob(inspection, request, start, hands);
    case 'remap':
      return remapJob(inspection, request, start, hands);
    case 'run':
      return judgeJob(inspection, start, hands);
    case 'export':
      return reportJob(inspection, request, start, hands);
    case 'gapsOut':
      return gapsOutJob(inspection, request, start, hands);
    case 'gapsIn':
      return gapsInJob(inspection, request, start, hands);
    case 'backup':
      return backupJob(inspection, request, hands);
    case 'verify':
      return verifyJob(inspection, hands);
    case 'pack':
      return packJob(inspection, request, hands);
    default:
      return assertNever(request);
  }
}
