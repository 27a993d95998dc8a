/// <reference lib="dom" />
import { join } from 'node:path';
import type {} from '../../src/renderer/app/api.ts';
import { startInstalled } from './support/installed-copy.ts';
import { expect, launch, newProfile, removeProfile, test, type RunningApp } from './support/launch.ts';

// One window for all: what is refused leaves nothing behind, and a spec that fails is followed by a new window.
let app: RunningApp;
let profile: string;

test.beforeAll(async ({ runtime }) => {
  profile = newProfile();
  app = await launch(runtime, profile);
});
// What is refused is said in the console, so that problems are none here.
test.afterAll(async () => {
  await app.close();
  removeProfile(profile);
});

test('no other window opens', async () => {
  const { page, electron } = app;
  expect(await page.evaluate(() => window.open('https://example.invalid/') === null)).toBe(true);
  expect(electron?.windows()).toHaveLength(1);
});

test('the window does not leave its page', async () => {
  const { page } = app;
  const before = page.url();
  expect(before).toMatch(/^app:\/\/window\//);
  await page.evaluate(() => {
    location.href = 'https://example.invalid/';
  });
  // The page that asked is still there, and works.
  expect(await page.evaluate(() => window.api.invoke('app.info', {}))).toMatchObject({ ok: true });
  const address = await app.electron?.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  );
  expect(address).toBe(before);
});

for (const address of [
  'https://example.invalid/',
  'http://127.0.0.1:9/',
  'file:///etc/hostname',
  'ws://127.0.0.1:9/',
]) {
  test(`nothing is fetched from ${address}`, async () => {
    const outcome = await app.page.evaluate(
      (url) =>
        url.startsWith('ws')
          ? new Promise<string>((resolve) => {
              const socket = new WebSocket(url);
              socket.onopen = () => {
                resolve('reached');
              };
              socket.onerror = () => {
                resolve('refused');
              };
            })
          : fetch(url).then(
              () => 'reached',
              () => 'refused',
            ),
      address,
    );
    expect(outcome).toBe('refused');
  });
}

test('permissions are denied', async () => {
  const outcome = await app.page.evaluate(async () => {
    const asked = await Notification.requestPermission();
    const place = await new Promise<string>((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => {
          resolve('granted');
        },
        () => {
          resolve('denied');
        },
      );
    });
    return [asked, place];
  });
  expect(outcome).toEqual(['denied', 'denied']);
});

test('the page has nothing of Node', async () => {
  const found = await app.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
  );
  expect(found).toEqual([]);
  expect(await app.page.evaluate(() => Object.keys(window.api).sort())).toEqual([
    'invoke',
    'onJob',
    'onMenu',
    'pathOf',
  ]);
});

test('text is not run as a program', async () => {
  const outcome = await app.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.head.append(script);
    return 'injected' in window;
  });
  expect(outcome).toBe(false);
});

const wrongCalls: readonly (readonly [title: string, name: unknown, args: unknown])[] = [
  ['a channel that is not in the list', 'files.readAny', {}],
  ['a name that every object has', '__proto__', {}],
  ['a name that is no text', 7, {}],
  ['arguments of another shape', 'findings.list', { offset: -1, limit: 1e9 }],
  ['more than was asked for', 'app.info', { path: '/etc/hostname' }],
];
for (const [title, name, args] of wrongCalls) {
  test(`a call is refused: ${title}`, async () => {
    const answer = await app.page.evaluate(
      ([channel, given]) => (window.api.invoke as (name: unknown, args: unknown) => Promise<unknown>)(channel, given),
      [name, args] as const,
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'E_BAD_ARGUMENT' } });
  });
}

test('a frame inside the page has no way to call', async () => {
  const reached = await app.page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const frame = document.createElement('iframe');
        frame.srcdoc = '<p>foreign</p>';
        frame.onload = () => {
          resolve(frame.contentWindow !== null && 'api' in frame.contentWindow);
        };
        document.body.append(frame);
      }),
  );
  expect(reached).toBe(false);
});

/** Pages that hold the same preload as the window, and so can send the same calls. */
const senders: readonly (readonly [title: string, address: string, subframe: boolean])[] = [
  ['another window of the own origin', 'app://window/index.html', false],
  ['a foreign page', 'data:text/html,<p>foreign</p>', false],
  ['a frame inside a foreign page', 'data:text/html,<iframe srcdoc="<p>foreign</p>"></iframe>', true],
];
for (const [title, address, subframe] of senders) {
  test(`a call that is sent from ${title} is refused`, async () => {
    expect(await app.page.evaluate(() => window.api.invoke('app.info', {}))).toMatchObject({ ok: true });
    const answer = await app.electron?.evaluate(
      async ({ app: program, BrowserWindow }, [url, inFrame]) => {
        const other = new BrowserWindow({
          show: false,
          webPreferences: {
            preload: `${program.getAppPath()}/out/preload/index.cjs`,
            sandbox: true,
            contextIsolation: true,
            // Lets the preload into frames, which the app's own window does not.
            nodeIntegrationInSubFrames: true,
          },
        });
        try {
          await other.loadURL(url);
          const main = other.webContents.mainFrame;
          const frame = inFrame ? main.frames[0] : main;
          if (frame === undefined) throw new Error('the page has no frame');
          return await frame.executeJavaScript("window.api.invoke('app.info', {})");
        } finally {
          other.destroy();
        }
      },
      [address, subframe] as const,
    );
    expect(answer).toEqual({ ok: false, error: { code: 'E_FORBIDDEN_SENDER', detail: '' } });
  });
}

test('an installed program starts as it is, but not with a debugging port', async ({ userData }) => {
  expect(await startInstalled(join(userData, 'plain'), [])).toBe('runs');
  expect(await startInstalled(join(userData, 'port'), ['--remote-debugging-port=0'])).toBe('ends');
  expect(await startInstalled(join(userData, 'inspect'), ['--inspect=0'])).toBe('ends');
});
