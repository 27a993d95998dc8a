/** Entry of the thread that does the heavy work of the desktop app on a connection of its own. See `jobs.ts`. */
import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { CodedError } from '../../../contract/errors.ts';
import { joinInspection } from '../../inspection/inspection-file.ts';
import { coded } from '../coded.ts';
import type { JobProgress, JobReport, JobRequest, JobStart, PreviewQuestion } from './job-messages.ts';
import { runJob } from './run-job.ts';

if (!parentPort) throw new Error('job-worker.ts runs in a worker thread only');
const port = parentPort;
const start = workerData as JobStart<JobRequest | PreviewQuestion>;
const cancelling = new AbortController();
port.on('message', () => {
  cancelling.abort(new CodedError('E_CANCELLED'));
});

function report(said: JobReport): void {
  port.postMessage(said);
}

const millisecondsBetweenProgress = 100;
let lastProgress = 0;
function progress(at: JobProgress): void {
  const now = performance.now();
  // That all of something is done is said at once: what follows may be silent.
  if (now - lastProgress < millisecondsBetweenProgress && at.done !== at.total) return;
  lastProgress = now;
  report({ kind: 'progress', ...at });
}

function failure(error: unknown): JobReport {
  const known = coded(error);
  if (!(known instanceof CodedError)) {
    const unexpected = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: 'failed', code: 'E_INTERNAL', detail: start.request.kind, unexpected };
  }
  if (known.code === 'E_CANCELLED') return { kind: 'cancelled' };
  return { kind: 'failed', code: known.code, detail: known.detail, unexpected: null };
}

async function work(): Promise<JobReport> {
  try {
    const inspection = joinInspection(start.ticket);
    try {
      const { request } = start;
      if (request.kind === 'preview') {
        // A question that was given up meanwhile is not worked on.
        await setImmediate();
        cancelling.signal.throwIfAborted();
        const { reportPreviewOf } = await import('./report-job.ts');
        return { kind: 'answered', preview: await reportPreviewOf(inspection, request, start, cancelling.signal) };
      }
      const hands = { signal: cancelling.signal, progress };
      return { kind: 'done', words: await runJob(inspection, { ...start, request }, hands) };
    } finally {
      inspection.close();
    }
  } catch (error) {
    return failure(error);
  }
}

report(await work());
port.close();
