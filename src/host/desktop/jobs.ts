import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { CodedError } from '../../contract/errors.ts';
import type { JobEvent } from '../../contract/model.ts';
import type { ReportPreview } from '../../contract/report-preview.ts';
import type { Inspection } from '../inspection/inspection-file.ts';
import type { WorkerModules } from './worker-modules.ts';
import type { JobReport, JobRequest, JobStart, PreviewQuestion } from './worker/job-messages.ts';

export interface JobsOptions {
  readonly modules: WorkerModules;
  /** Folder of the rule pack that counts. */
  readonly rules: () => string;
  /** Hash of the pack that was found without fault when it was loaded. */
  readonly checkedRules: () => string | undefined;
  onJob(event: JobEvent): void;
  /** After a job changed the inspection, before the window hears that it is done. */
  onChanged(): void;
  onUnexpected(error: unknown): void;
}

/** How a job ends. Only a question is answered. */
type JobEnd = Exclude<JobReport, { kind: 'progress' | 'answered' }>;

interface Running {
  readonly id: string;
  readonly worker: Worker;
  readonly finished: Promise<JobEnd>;
}

/** A question that is not answered yet. */
interface Asked {
  giveUp(): void;
  /** Once nothing of its thread is left. */
  readonly ended: Promise<void>;
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
  readonly #asking = new Set<Asked>();

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

  /**
   * Asks for something that changes nothing, in a thread of its own, beside whatever job runs. A new question takes the place
   * of one that is not answered yet.
   * @throws CodedError `E_CANCELLED` for the one that was given up
   */
  ask(inspection: Inspection, question: PreviewQuestion): Promise<ReportPreview> {
    this.forget();
    // At once: a question that begins later could outlive the inspection it is about.
    const worker = new Worker(this.#options.modules.jobWorker, { workerData: this.#startOf(inspection, question) });
    return new Promise((resolve, reject) => {
      const asked: Asked = {
        giveUp: () => {
          // Told, not terminated: a thread that dies while it loads the database's native code takes the program with it.
          worker.postMessage('cancel');
          reject(new CodedError('E_CANCELLED'));
        },
        ended: new Promise((end) => {
          worker.once('exit', () => {
            this.#asking.delete(asked);
            reject(new CodedError('E_CANCELLED'));
            end();
          });
        }),
      };
      this.#asking.add(asked);
      worker.on('message', (report: JobReport) => {
        if (report.kind === 'answered') resolve(report.preview);
        else if (report.kind === 'failed') {
          if (report.unexpected !== null) this.#options.onUnexpected(new Error(report.unexpected));
          reject(new CodedError(report.code, report.detail));
        }
      });
      worker.on('error', reject);
    });
  }

  /** Gives up whatever was asked and is not answered yet. */
  forget(): void {
    for (const asked of this.#asking) asked.giveUp();
  }

  /** Cancels what runs, and waits for its end. */
  async stop(): Promise<void> {
    const running = this.#running;
    running?.worker.postMessage('cancel');
    const asked = [...this.#asking];
    this.forget();
    await Promise.all(asked.map(({ ended }) => ended));
    await running?.finished;
  }

  /** The program ends: a transaction that is under way is rolled back when the file is next opened. */
  abandon(): void {
    void this.#running?.worker.terminate();
    this.forget();
  }

  #begin(inspection: Inspection, request: JobRequest): Running {
    this.assertIdle();
    const id = randomUUID();
    const worker = new Worker(this.#options.modules.jobWorker, { workerData: this.#startOf(inspection, request) });
    const finished = this.#listen(id, worker, request);
    const running = { id, worker, finished };
    this.#running = running;
    return running;
  }

  #startOf<Request>(inspection: Inspection, request: Request): JobStart<Request> {
    const { modules, rules, checkedRules } = this.#options;
    return {
      request,
      ticket: inspection.ticket(),
      rules: rules(),
      checkedRules: checkedRules(),
      modules: {
        workbookWorker: modules.workbookWorker.href,
        importTask: modules.importTask.href,
        tableTask: modules.tableTask.href,
      },
    };
  }

  #listen(id: string, worker: Worker, request: JobRequest): Promise<JobEnd> {
    const about = { job: id, kind: eventKinds[request.kind] };
    const began = performance.now();
    const used = (): number => Math.round(performance.now() - began);
    return new Promise((resolve) => {
      let ended = false;
      const end = (report: JobEnd): void => {
        if (ended) return;
        ended = true;
        this.#running = null;
        this.#options.onChanged();
        this.#options.onJob({ ...about, milliseconds: used(), ...finalEvent(report) });
        resolve(report);
      };
      worker.on('message', (report: JobReport) => {
        if (report.kind === 'progress') {
          const { done, total, words, rules = null } = report;
          const at = { done, total, words, rules: rules && [...rules], milliseconds: used() };
          this.#options.onJob({ ...about, state: 'running', ...at, error: null });
          return;
        }
        if (report.kind === 'failed' && report.unexpected !== null) {
          this.#options.onUnexpected(new Error(report.unexpected));
        }
        if (report.kind !== 'answered') end(report);
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

type FinalEvent = Omit<JobEvent, 'job' | 'kind' | 'milliseconds'>;

function finalEvent(report: JobEnd): FinalEvent {
  const whole = { done: 1, total: 1, rules: null };
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
