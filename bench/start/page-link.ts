/** The window's page, reached over the debugging port that a bench asked for; an installed program has none. */
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const POLL_MS = 5;
const PATIENCE_MS = 120_000;

/** A port of this machine that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface PageLink {
  /** Runs a function in the page and waits for what it promises; it can name nothing outside itself. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Asks the program to end, as its window's close button does. */
  closeProgram(): Promise<void>;
}

interface Target {
  readonly url: string;
  readonly webSocketDebuggerUrl: string;
}

interface Answer {
  readonly id?: number;
  readonly error?: { readonly message: string };
  readonly result?: { readonly result?: { readonly value: unknown }; readonly exceptionDetails?: unknown };
}

async function findPage(port: number, address: string): Promise<Target> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    try {
      const answer = await fetch(`http://127.0.0.1:${String(port)}/json/list`);
      const page = ((await answer.json()) as Target[]).find(({ url }) => url.startsWith(address));
      if (page) return page;
    } catch {
      // Nothing listens yet.
    }
    await wait(POLL_MS);
  }
  throw new Error('the window did not come');
}

/** Waits for the page of this address in a program that listens on this port. @throws when it does not come */
export async function openPage(port: number, address: string): Promise<PageLink> {
  const { webSocketDebuggerUrl } = await findPage(port, address);
  const socket = new WebSocket(webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  let number = 0;
  const send = (method: string, params: object): Promise<Answer> =>
    new Promise((resolve, reject) => {
      number += 1;
      const id = number;
      const listen = ({ data }: MessageEvent): void => {
        const answer = JSON.parse(String(data)) as Answer;
        if (answer.id !== id) return;
        socket.removeEventListener('message', listen);
        if (answer.error || answer.result?.exceptionDetails)
          reject(new Error(JSON.stringify(answer.error ?? answer.result?.exceptionDetails)));
        else resolve(answer);
      };
      socket.addEventListener('message', listen);
      socket.addEventListener('close', () => {
        reject(new Error('the window closed'));
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  /** The empty page that a window begins with may give way to the wanted one meanwhile: then the work begins anew. */
  const run = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      const expression = `(${work.toString()})()`;
      const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      return answer.result?.result?.value as Result;
    } catch (error) {
      if (error instanceof Error && error.message.includes('context was destroyed')) return run(work);
      throw error;
    }
  };
  return {
    run,
    closeProgram: async () => {
      // The answer may not get out before the program ends.
      await send('Browser.close', {}).catch(() => undefined);
    },
  };
}
