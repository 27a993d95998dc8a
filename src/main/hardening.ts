/** Nothing leaves the machine, nothing comes in: permissions, navigation, windows, downloads and network are all refused. */
import { app, session } from 'electron';
import { ORIGIN } from './protocol.ts';

let blockedRequests = 0;

/** Requests to anywhere but the app's own pages since the start; shown in the status bar. */
export function countBlockedRequests(): number {
  return blockedRequests;
}

/** Switches of Chromium and Node that let another program look into the window or steer it. */
const DEBUGGING = ['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk'] as const;

/** Ends an installed program that was started for debugging; benches and tests drive the checkout. Must run before the app is ready. */
export function refuseDebugging(): void {
  if (app.isPackaged && DEBUGGING.some((name) => app.commandLine.hasSwitch(name))) app.exit(2);
}

export function hardenSession(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false);
  });
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.webRequest.onBeforeRequest((details, decide) => {
    const own =
      details.url.startsWith(`${ORIGIN}/`) ||
      details.url.startsWith('devtools://') ||
      details.url.startsWith('data:') ||
      details.url.startsWith('blob:app:');
    // The app:// handler reads its files through this session; only main can name file: addresses.
    const ownFile = details.url.startsWith('file://') && details.webContentsId === undefined;
    if (own || ownFile) {
      decide({});
      return;
    }
    blockedRequests += 1;
    decide({ cancel: true });
  });
  defaultSession.on('will-download', (event) => {
    event.preventDefault();
  });
}

export function hardenContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
