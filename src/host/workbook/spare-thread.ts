import type { Worker } from 'node:worker_threads';

/**
 * Keeps the thread that has read a workbook for the next one: starting a thread takes longer than reading a small workbook.
 * Kept is only a thread that read its file to the end and found itself as good as new; every other ends with its file.
 */
export class SpareThread {
  #kept: { readonly kind: string; readonly worker: Worker } | null = null;
  readonly #forget = (): void => {
    this.#kept = null;
  };

  /** @param kind what the thread must have been started with: threads of another kind stay where they are */
  take(kind: string): Worker | null {
    const kept = this.#kept;
    if (kept?.kind !== kind) return null;
    this.#kept = null;
    kept.worker.off('exit', this.#forget).off('error', this.#forget);
    kept.worker.ref();
    return kept.worker;
  }

  /** Takes a thread over from those who listened to it. It does not keep the process alive; one kept before it ends. */
  async keep(kind: string, worker: Worker): Promise<void> {
    const before = this.#kept;
    for (const event of ['message', 'messageerror', 'error', 'exit']) worker.removeAllListeners(event);
    worker.on('exit', this.#forget).on('error', this.#forget);
    worker.unref();
    this.#kept = { kind, worker };
    await before?.worker.terminate();
  }

  async close(): Promise<void> {
    const kept = this.#kept;
    this.#kept = null;
    await kept?.worker.terminate();
  }
}
