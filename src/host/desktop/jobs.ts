import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { CodedError } from '../../contract/errors.ts';
import type { JobEvent } from '../../contract/model.ts';
import type { Inspection } from '../inspection/inspection-file.ts';
import type { WorkerModules } from './worker-modules.ts';
import type { JobReport, JobRequest, JobStart } from './worker/job-messages.ts';

export interface JobsOptions {
  readonly modules: WorkerModules;
  /** Folder of the rule pack that counts. */
  readonly rules: () => string;
  onJob(event: JobEvent): void;
  /** After a job changed the inspection, before the window hears that it is done. */
  onChanged(): void;
  onUnexpected(error: unknown): void;
}

interface Running {
  readonly id: string;
  readonly worker: Worker;
  readonly finished: Promise<JobReport>;
}

const eventKinds = {
  import: 'import',
  remap: 'import',
  run: 'run',
  export: 'export',
  gapsOut: 'gaps',
  gapsIn: 'gaps',
  backup: 'backup',
  pack: 'pack',
  verify: 'verify',
} as const;

/** Long work in a thread of its own, one job at a time. */
export class Jobs {
  readonly #options: JobsOptions;
  #running: Running | null = null;

  constructor(options: JobsOptions) {
    this.#options = options;
  }

  get busy(): boolean {
    return this.#running !== null;
  }

  /** @throws CodedError `E_BUSY` while a job runs: for whatever would get in its way */
  assertIdle(): void {
    if (this.busy) throw new CodedError('E_BUSY');
  }

  /** @returns id of the job @throws CodedError `E_BUSY` */
  start(inspection: Inspection, request: JobRequest): string {
    return this.#begin(inspection, request).id;
  }

  /** Waits for the end. @throws CodedError when the job failed or was cancelled */
  async run(inspection: Inspection, request: JobRequest): Promise<void> {
    const report = await this.#begin(inspection, request).finished;
    if (report.kind === 'cancelled') throw new CodedError('E_CANCELLED');
    if (report.kind === 'failed') throw new CodedError(report.code, report.detail);
  }

  cancel(id: string): void {
    if (this.#running?.id === id) this.#running.worker.postMessage('cancel');
  }

  /** Cancels what runs, and waits for its end. */
  async stop(): Promise<void> {
    const running = this.#running;
    running?.worker.postMessage('cancel');
    await running?.finished;
  }

  /** The program ends: a transaction that is under way is rolled back when the file is next opened. */
  abandon(): void {
    void this.#running?.worker.terminate();
  }

  #begin(inspection: Inspection, request: JobRequest): Running {
    this.assertIdle();
    const { modules, rules } = this.#options;
    const id = randomUUID();
    const start: JobStart = {
      request,
      ticket: inspection.ticket(),
      rules: rules(),
      modules: {
        workbookWorker: modules.workbookWorker.href,
        importTask: modules.importTask.href,
        tableTask: modules.tableTask.href,
      },
    };
    const worker = new Worker(modules.jobWorker, { workerData: start });
    const finished = this.#listen(id, worker, request);
    const running = { id, worker, finished };
    this.#running = running;
    return running;
  }

  #listen(id: string, worker: Worker, request: JobRequest): Promise<JobReport> {
    const about = { job: id, kind: eventKinds[request.kind] };
    return new Promise((resolve) => {
      let ended = false;
      const end = (report: Exclude<JobReport, { kind: 'progress' }>): void => {
        if (ended) return;
        ended = true;
        this.#running = null;
        this.#options.onChanged();
        this.#options.onJob({ ...about, ...finalEvent(report) });
        resolve(report);
      };
      worker.on('message', (report: JobReport) => {
        if (report.kind === 'progress') {
          const { done, total, words } = report;
          this.#options.onJob({ ...about, state: 'running', done, total, words, error: null });
          return;
        }
        if (report.kind === 'failed' && report.unexpected !== null) {
          this.#options.onUnexpected(new Error(report.unexpected));
        }
        end(report);
      });
      const crashed = (error: unknown): void => {
        if (!ended) this.#options.onUnexpected(error);
        end({ kind: 'failed', code: 'E_INTERNAL', detail: request.kind, unexpected: null });
      };
      worker.on('error', crashed);
      worker.on('exit', () => {
        crashed(new Error(`the thread of a job (${request.kind}) ended without a result`));
      });
    });
  }
}

type FinalEvent = Pick<JobEvent, 'state' | 'done' | 'total' | 'words' | 'error'>;

function finalEvent(report: Exclude<JobReport, { kind: 'progress' }>): FinalEvent {
  const whole = { done: 1, total: 1 };
  switch (report.kind) {
    case 'done':
      return { ...whole, state: 'done', words: report.words, error: null };
    case 'cancelled':
      return {
        ...whole,
        state: 'cancelled',
        words: { zh: '已取消，没有留下未完成的结果', en: 'Cancelled; nothing half-finished was kept' },
        error: 'E_CANCELLED',
      };
    case 'failed':
      return { ...whole, state: 'failed', words: { zh: '未能完成', en: 'Did not complete' }, error: report.code };
  }
}
