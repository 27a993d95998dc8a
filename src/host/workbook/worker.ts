/** Entry of the worker thread: opens one workbook after another, runs a task on each, and reports. See `open-in-worker.ts`. */
import { getHeapStatistics } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { failureOf } from './failure-of.ts';
import { WorkbookError } from './error-codes.ts';
import type { WorkerOrder, WorkerReport, WorkerStart } from './open-in-worker.ts';
import { readWorkbook } from './read-workbook.ts';
import type { TaskChannel, WorkbookTask } from './task.ts';

if (!parentPort) throw new Error('worker.ts runs in a worker thread only');
const port = parentPort;

function report(said: WorkerReport): void {
  port.postMessage(said);
}

/** What a thread may hold after a file and still count as new: the limits of the next file are for that file alone. */
const LITTLE_BYTES = 64 * 2 ** 20;

/** Every object has these: what a file left in them would change how the next one is read. */
function sharedShapes(): string {
  return [Object, Array, Function, String, Number, Map, Set]
    .map(({ prototype }) => Reflect.ownKeys(prototype).length)
    .join();
}
const untouched = sharedShapes();

function asGoodAsNew(): boolean {
  const { used_heap_size: heap, external_memory: outside } = getHeapStatistics();
  return heap + outside < LITTLE_BYTES && sharedShapes() === untouched;
}

let underWay = 0;
const waiting: (() => void)[] = [];

function channelFor({ messagesUnderWay }: WorkerStart): TaskChannel<unknown> {
  return {
    async send(message) {
      report({ kind: 'message', message });
      if (++underWay < messagesUnderWay) return;
      await new Promise<void>((resume) => waiting.push(resume));
    },
  };
}

async function runTask(start: WorkerStart): Promise<WorkerReport> {
  try {
    const workbook = await readWorkbook(start.input, start.limits);
    const { run } = (await import(start.taskModule)) as { run: WorkbookTask<unknown, unknown, unknown> };
    const result = await run(workbook, start.taskArguments, channelFor(start));
    return { kind: 'result', result, asGoodAsNew: asGoodAsNew() };
  } catch (error) {
    if (error instanceof WorkbookError) return { kind: 'failure', failure: error.failure };
    return { kind: 'failure', failure: failureOf(error, start.limits) };
  }
}

port.on('message', (order: WorkerOrder) => {
  if (order.kind === 'handled') {
    underWay--;
    waiting.shift()?.();
  } else {
    void runTask(order.start).then(report);
  }
});
