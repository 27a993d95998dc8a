import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ChannelArgs, ChannelName, ChannelResult } from '../../../src/contract/channels.ts';
import { dispatch } from '../../../src/contract/dispatch.ts';
import type { JobEvent } from '../../../src/contract/model.ts';
import { createDesktopService } from '../../../src/host/desktop/service.ts';

export const root = resolve(import.meta.dirname, '../../..');
export const samples = join(root, 'samples', 'inspection');

/** The real service in a folder of its own, called as the window calls it: through `dispatch`, with its checks. */
export class TestDesktop {
  readonly folder = mkdtempSync(join(tmpdir(), 'desktop-test-'));
  readonly events: JobEvent[] = [];
  readonly unexpected: unknown[] = [];
  readonly #dialogAnswers: (string | readonly string[] | null)[] = [];
  readonly #waiting = new Map<string, (event: JobEvent) => void>();
  #service = this.#start();

  #start() {
    return createDesktopService({
      userData: join(this.folder, 'user'),
      resources: root,
      workers: join(root, 'out', 'main'),
      version: 'test',
      electron: '',
      blockedRequests: () => 0,
      onUnexpected: (error) => this.unexpected.push(error),
      onSettings: () => undefined,
      onJob: (event) => {
        this.events.push(event);
        if (event.state !== 'running') this.#waiting.get(event.job)?.(event);
      },
      dialogs: {
        openFiles: () => Promise.resolve([this.#answer()].flat().filter((path) => path !== null)),
        openFile: () => this.#one(),
        saveFile: () => this.#one(),
      },
    });
  }

  /** What the next native dialog answers; `null` is a cancel, as is no answer. */
  answerDialog(answer: string | readonly string[] | null): void {
    this.#dialogAnswers.push(answer);
  }

  #answer(): string | readonly string[] | null {
    return this.#dialogAnswers.shift() ?? null;
  }

  #one(): Promise<string | null> {
    const given = this.#answer();
    return Promise.resolve(typeof given === 'string' || given === null ? given : (given[0] ?? null));
  }

  /** @throws Error whose message is the code */
  async call<Name extends ChannelName>(name: Name, args: ChannelArgs<Name>): Promise<ChannelResult<Name>> {
    const answer = await dispatch(this.#service.handlers, name, args, (error) => this.unexpected.push(error));
    if (!answer.ok)
      throw new Error(`${answer.error.code} ${answer.error.detail}`.trim(), { cause: this.unexpected.at(-1) });
    return answer.value as ChannelResult<Name>;
  }

  /** Waits for the last event of a job. */
  async finished({ job }: { readonly job: string }): Promise<JobEvent> {
    const last = this.events.findLast((event) => event.job === job && event.state !== 'running');
    return last ?? (await new Promise((resolve) => this.#waiting.set(job, resolve)));
  }

  /** As if the program were closed and started again. */
  restart(): void {
    this.#service.close();
    this.#service = this.#start();
  }

  get windowState() {
    return this.#service.windowState;
  }

  rememberWindow(state: Parameters<typeof this.service.rememberWindow>[0]): void {
    this.#service.rememberWindow(state);
  }

  get service() {
    return this.#service;
  }

  remove(): void {
    this.#service.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const password = '测试密码-12345';

/** A new inspection as of the sample's day. */
export async function newInspection(desktop: TestDesktop, name = '测试检查'): Promise<string> {
  const path = join(desktop.folder, `${name}.inspection`);
  await desktop.call('inspection.create', { path, name, unit: '示例市', asOf: '2026-06-30', password });
  return path;
}
