/** Entry of the worker thread: opens one workbook, runs one task on it, reports, and ends. See `open-in-worker.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { failureOf } from './failure-of.ts';
import { WorkbookError } from './error-codes.ts';
import type { WorkerReport, WorkerStart } from './open-in-worker.ts';
import { readWorkbook } from './read-workbook.ts';
import type { TaskChannel, WorkbookTask } from './task.ts';

if (!parentPort) throw new Error('worker.ts runs in a worker thread only');
const port = parentPort;
const start = workerData as WorkerStart;

function report(said: WorkerReport): void {
  port.postMessage(said);
}

let underWay = 0;
const waiting: (() => void)[] = [];
port.on('message', () => {
  underWay--;
  waiting.shift()?.();
});

const channel: TaskChannel<unknown> = {
  async send(message) {
    report({ kind: 'message', message });
    if (++underWay < start.messagesUnderWay) return;
    await new Promise<void>((resume) => waiting.push(resume));
  },
};

async function runTask(): Promise<WorkerReport> {
  try {
    const workbook = await readWorkbook(start.input, start.limits);
    const { run } = (await import(start.taskModule)) as { run: WorkbookTask<unknown, unknown, unknown> };
    return { kind: 'result', result: await run(workbook, start.taskArguments, channel) };
  } catch (error) {
    if (error instanceof WorkbookError) return { kind: 'failure', failure: error.failure };
    return { kind: 'failure', failure: failureOf(error, start.limits) };
  }
}

report(await runTask());
port.close();
