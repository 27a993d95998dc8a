import { assertNever } from '../../../core/assert-never.ts';
import type { Bilingual } from '../../../core/language.ts';
import type { Inspection } from '../../inspection/inspection-file.ts';
import type { JobHands } from './job-hands.ts';
import type { JobStart } from './job-messages.ts';

/**
 * Each kind of job brings its own modules: an inspection that is opened waits for no rule engine, a run for no writer of workbooks.
 * @returns what is said when the job is done
 */
export async function runJob(inspection: Inspection, start: JobStart, hands: JobHands): Promise<Bilingual> {
  const { request } = start;
  switch (request.kind) {
    case 'import':
      return (await import('./import-job.ts')).importJob(inspection, request, start, hands);
    case 'remap':
      return (await import('./remap-job.ts')).remapJob(inspection, request, start, hands);
    case 'run':
      return (await import('./judge-job.ts')).judgeJob(inspection, start, hands);
    case 'export':
      return (await import('./report-job.ts')).reportJob(inspection, request, start, hands);
    case 'gapsOut':
      return (await import('./gap-jobs.ts')).gapsOutJob(inspection, request, start, hands);
    case 'gapsIn':
      return (await import('./gap-jobs.ts')).gapsInJob(inspection, request, start, hands);
    case 'backup':
      return (await import('./backup-job.ts')).backupJob(inspection, request, hands);
    case 'verify':
      return (await import('./verify-job.ts')).verifyJob(inspection, hands);
    case 'pack':
      return (await import('./pack-job.ts')).packJob(inspection, request, hands);
    default:
      return assertNever(request);
  }
}
