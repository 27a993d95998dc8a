/**
 * The desktop service behind plain HTTP on 127.0.0.1, so that the end-to-end specs run in an ordinary browser too. For tests
 * only: nothing here is part of the shipped program.
 */
import { randomBytes } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { dispatch } from '../../../src/contract/dispatch.ts';
import type { JobEvent } from '../../../src/contract/model.ts';
import { createDesktopService } from '../../../src/host/desktop/service.ts';

export interface BridgeOptions {
  readonly userData: string;
  /** Folder that holds `rules` and `samples`. */
  readonly resources: string;
  /** Folder of the built pages: `out/renderer`. */
  readonly pages: string;
  /** What the native dialogs would have answered, in the order they are asked. */
  readonly dialogAnswers?: (string | string[] | null)[];
  readonly port?: number;
}

export interface Bridge {
  /** Where the browser goes; carries the token that calls need. */
  readonly url: string;
  /** Answers for dialogs to come; may be added to while the spec runs. */
  readonly dialogAnswers: (string | string[] | null)[];
  /** Errors that nobody foresaw: a spec expects none. */
  readonly unexpected: unknown[];
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** `window.api` over fetch and server-sent events: the same shape as the preload gives. */
const client = `(() => {
  const token = new URLSearchParams(location.search).get('token');
  const listeners = new Set();
  new EventSource('/events?token=' + token).onmessage = (event) => {
    const value = JSON.parse(event.data);
    for (const listener of listeners) listener(value);
  };
  window.api = {
    invoke: async (name, args) => {
      const answer = await fetch('/call?token=' + token, { method: 'POST', body: JSON.stringify({ name, args }), keepalive: true });
      return answer.json();
    },
    onJob: (listener) => { listeners.add(listener); return () => listeners.delete(listener); },
    onMenu: () => () => {},
    // A browser tells no paths: the spec that drops files says where they lie.
    pathOf: (file) => window.droppedPaths?.[file.name] ?? '',
  };
})();`;

/** What the shipped page does not need: the client in the preload's place, and no icon for the browser to ask for. */
const head = '<head><link rel="icon" href="data:," /><script src="/bridge.js"></script>';

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

export async function startBridge(options: BridgeOptions): Promise<Bridge> {
  const token = randomBytes(16).toString('hex');
  const streams = new Set<ServerResponse>();
  const unexpected: unknown[] = [];
  const dialogAnswers = [...(options.dialogAnswers ?? [])];
  const answer = (): string | string[] | null => dialogAnswers.shift() ?? null;
  const one = (): Promise<string | null> => {
    const given = answer();
    return Promise.resolve(Array.isArray(given) ? (given[0] ?? null) : given);
  };
  const onUnexpected = (error: unknown): void => {
    unexpected.push(error);
  };
  const service = createDesktopService({
    userData: options.userData,
    resources: options.resources,
    // The built ones, as in the window. Besides, V8 sometimes ends a process whose threads come and go with compiled
    // WebAssembly of their own, which is how Node.js reads TypeScript.
    workers: join(options.resources, 'out/main'),
    version: 'test',
    electron: '',
    blockedRequests: () => 0,
    onUnexpected,
    onSettings: () => undefined,
    onJob: (event: JobEvent) => {
      for (const stream of streams) stream.write(`data: ${JSON.stringify(event)}\n\n`);
    },
    dialogs: {
      openFiles: () => {
        const given = answer();
        return Promise.resolve(given === null ? [] : Array.isArray(given) ? given : [given]);
      },
      openFile: one,
      saveFile: one,
    },
  });

  const page = (path: string, response: ServerResponse): void => {
    const wanted = normalize(join(options.pages, path === '/' ? 'index.html' : decodeURIComponent(path)));
    if (!wanted.startsWith(options.pages + sep) || !existsSync(wanted)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', types[extname(wanted)] ?? 'application/octet-stream');
    if (extname(wanted) !== '.html') {
      createReadStream(wanted).pipe(response);
      return;
    }
    response.end(readFileSync(wanted, 'utf8').replace('<head>', head));
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname === '/bridge.js') {
      response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
      response.end(client);
      return;
    }
    if (url.pathname !== '/call' && url.pathname !== '/events') {
      page(url.pathname, response);
      return;
    }
    if (url.searchParams.get('token') !== token) {
      response.writeHead(403).end();
      return;
    }
    if (url.pathname === '/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write(': open\n\n');
      streams.add(response);
      request.on('close', () => streams.delete(response));
      return;
    }
    const { name, args } = JSON.parse(await bodyOf(request)) as { name: unknown; args: unknown };
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(await dispatch(service.handlers, name, args, onUnexpected)));
  };

  const server: Server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      onUnexpected(error);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/?token=${token}`,
    dialogAnswers,
    unexpected,
    close: async () => {
      for (const stream of streams) stream.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      service.close();
    },
  };
}
