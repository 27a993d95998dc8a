import { Worker } from 'node:worker_threads';
import { WorkbookError, type WorkbookFailure } from './error-codes.ts';
import type { WorkbookInput } from './input.ts';
import { DEFAULT_LIMITS, type ReadLimits } from './limits.ts';
import type { SpareThread } from './spare-thread.ts';
import type { AnyWorkbookTask, MessageOf } from './task.ts';

export interface OpenInWorkerOptions<Arguments> {
  readonly input: WorkbookInput;
  readonly limits?: Partial<ReadLimits>;
  /** Module that exports `run`, a `WorkbookTask`; loaded in the worker. */
  readonly taskModule: URL;
  /** Handed to the task by structured clone. */
  readonly taskArguments: Arguments;
  /** Stops the worker; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Entry of the worker, where a bundler has put it elsewhere. */
  readonly workerModule?: URL;
  /** Takes the thread of an earlier file from there, where there is one, and leaves it there where it did well. */
  readonly spare?: SpareThread;
}

/** What the parent tells the worker of a file. */
export interface WorkerStart {
  readonly input: WorkbookInput;
  readonly limits: ReadLimits;
  readonly taskModule: string;
  readonly taskArguments: unknown;
  readonly messagesUnderWay: number;
}

/** What the parent says: a file to open, or that a message was handled. */
export type WorkerOrder = { readonly kind: 'open'; readonly start: WorkerStart } | { readonly kind: 'handled' };

/** What the worker says. */
export type WorkerReport =
  | { readonly kind: 'message'; readonly message: unknown }
  | { readonly kind: 'result'; readonly result: unknown; readonly asGoodAsNew: boolean }
  | { readonly kind: 'failure'; readonly failure: WorkbookFailure };

/** Messages that may be sent before the first is handled: enough to keep both sides busy, few enough to bound memory. */
const MESSAGES_UNDER_WAY = 4;

/**
 * Opens a workbook in a worker thread with a heap limit and a time limit, runs a task on it there, and hands the task's messages to
 * `onMessage` one after the other; the worker waits while the consumer is behind (back-pressure), and that waiting does not count
 * against the time limit. Whatever a hostile file does (exhausts the heap, never ends, makes the library throw a string) ends
 * in a `WorkbookError`, and the process goes on. Nothing of the worker survives the returned promise, but for a thread that did
 * well and was asked for by `spare`.
 *
 *     const summary = await openInWorker<typeof import('./import-task.ts').run>(
 *       { input: { path }, taskModule: new URL('./import-task.ts', import.meta.url), taskArguments: { asOf } },
 *       async (batch) => { await store.add(batch); },
 *     );
 *
 * @returns what the task returns
 * @throws WorkbookError for every failure of the file or the task; what `onMessage` throws, as it is; the signal's reason
 */
export async function openInWorker<Task extends AnyWorkbookTask>(
  options: OpenInWorkerOptions<Parameters<Task>[1]>,
  onMessage: (message: MessageOf<Task>) => void | Promise<void>,
): Promise<Awaited<ReturnType<Task>>> {
  type Result = Awaited<ReturnType<Task>>;
  type Message = MessageOf<Task>;
  const { signal } = options;
  signal?.throwIfAborted();
  const limits: ReadLimits = { ...DEFAULT_LIMITS, ...options.limits };
  const start: WorkerStart = {
    input: options.input,
    limits,
    taskModule: options.taskModule.href,
    taskArguments: options.taskArguments,
    messagesUnderWay: MESSAGES_UNDER_WAY,
  };
  const entry = options.workerModule ?? new URL('./worker.ts', import.meta.url);
  const kind = `${entry.href} ${String(limits.maxHeapMegabytes)}`;
  const worker = options.spare?.take(kind) ?? startThread(entry, limits);
  let keptBy: SpareThread | undefined;
  const clock = new Stopwatch(limits.timeoutMilliseconds);
  const say = (order: WorkerOrder): void => {
    worker.postMessage(order);
  };
  let stopWatching = (): void => undefined;
  let abort = (): void => undefined;
  try {
    const ended = await new Promise<Extract<WorkerReport, { kind: 'result' }>>((resolve, reject) => {
      const fail = (failure: WorkbookFailure): void => {
        reject(new WorkbookError(failure));
      };
      clock.start(() => {
        fail({ code: 'E_TIMEOUT', limitMilliseconds: limits.timeoutMilliseconds });
      });
      stopWatching = watchHeap(worker, limits.maxHeapMegabytes, () => {
        fail({ code: 'E_MEMORY', limitMegabytes: limits.maxHeapMegabytes });
      });
      abort = () => {
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', abort);
      let finished = false;
      let handled: Promise<void> = Promise.resolve();
      const handle = async (message: Message): Promise<void> => {
        clock.pause();
        await onMessage(message);
        clock.resume();
        say({ kind: 'handled' });
      };
      worker.on('message', (report: WorkerReport) => {
        switch (report.kind) {
          case 'message':
            handled = handled.then(() => handle(report.message as Message));
            handled.catch(reject);
            break;
          case 'result':
            // Neither clock nor exit may end it while the last messages are still being handled.
            finished = true;
            clock.stop();
            handled.then(() => {
              resolve(report);
            }, reject);
            break;
          case 'failure':
            fail(report.failure);
        }
      });
      worker.on('error', (error: NodeJS.ErrnoException) => {
        fail(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? { code: 'E_MEMORY', limitMegabytes: limits.maxHeapMegabytes }
            : { code: 'E_INTERNAL', detail: error.message },
        );
      });
      worker.on('messageerror', (error) => {
        fail({ code: 'E_INTERNAL', detail: error instanceof Error ? error.message : String(error) });
      });
      worker.on('exit', () => {
        if (!finished) fail({ code: 'E_INTERNAL', detail: 'the worker ended without a result' });
      });
      say({ kind: 'open', start });
    });
    if (ended.asGoodAsNew) keptBy = options.spare;
    return ended.result as Result;
  } finally {
    clock.stop();
    stopWatching();
    signal?.removeEventListener('abort', abort);
    if (keptBy === undefined) await worker.terminate();
    else await keptBy.keep(kind, worker);
  }
}

function startThread(entry: URL, limits: ReadLimits): Worker {
  const worker = new Worker(entry, {
    // The library reports oddities of a file on the console; they are not for the user.
    stdout: true,
    stderr: true,
    resourceLimits: {
      maxOldGenerationSizeMb: limits.maxHeapMegabytes + HEADROOM_MEGABYTES,
      stackSizeMb: 4,
    },
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}

/**
 * Beyond the heap limit there is room for one more allocation of the largest size that there can be. V8 ends the whole process, not
 * the thread, where an array grows past its own limit in one step: that limit must never be what stops a file.
 */
const HEADROOM_MEGABYTES = 2048;
const LOOK_AT_HEAP_MILLISECONDS = 50;

/**
 * Looks at the heap of a worker until it is told to stop, and reports once that it is over the limit.
 * @returns stops it
 */
function watchHeap(worker: Worker, limitMegabytes: number, over: () => void): () => void {
  let looking = false;
  const look = async (): Promise<void> => {
    looking = true;
    try {
      const { used_heap_size: bytes } = await worker.getHeapStatistics();
      if (bytes > limitMegabytes * 2 ** 20) over();
    } catch {
      // The worker has ended meanwhile; its end is told by its own events.
    }
    looking = false;
  };
  const timer = setInterval(() => {
    if (!looking) void look();
  }, LOOK_AT_HEAP_MILLISECONDS);
  return () => {
    clearInterval(timer);
  };
}

/** A time limit that does not run while paused. Once stopped it stays stopped. */
class Stopwatch {
  #remaining: number;
  #startedAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #strike: (() => void) | undefined;

  constructor(limitMilliseconds: number) {
    this.#remaining = limitMilliseconds;
  }

  start(strike: () => void): void {
    this.#strike = strike;
    this.resume();
  }

  pause(): void {
    clearTimeout(this.#timer);
    this.#remaining -= performance.now() - this.#startedAt;
  }

  resume(): void {
    if (!this.#strike) return;
    this.#startedAt = performance.now();
    this.#timer = setTimeout(this.#strike, Math.max(0, this.#remaining));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#strike = undefined;
  }
}
