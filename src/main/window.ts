import { app, BrowserWindow, nativeTheme, screen, type Rectangle } from 'electron';
import { ORIGIN } from './protocol.ts';

export interface WindowState {
  readonly bounds: Rectangle;
  readonly maximised: boolean;
}

const SMALLEST = { width: 1024, height: 640 };
const USUAL = { width: 1366, height: 768 };

/** A remembered place counts only while it still lies on a screen. */
function visible(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const overlapX = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
    const overlapY = Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y);
    return overlapX > 100 && overlapY > 50;
  });
}

export function createWindow(
  preload: string,
  remembered: WindowState | null,
  remember: (state: WindowState) => void,
): BrowserWindow {
  const bounds = remembered && visible(remembered.bounds) ? remembered.bounds : USUAL;
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#121419' : '#f3f5f8',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // Never in an installed program.
      devTools: !app.isPackaged && process.env.ECC_DEVTOOLS === '1',
    },
  });
  if (remembered?.maximised) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('close', () => {
    remember({ bounds: window.getNormalBounds(), maximised: window.isMaximized() });
  });
  void window.loadURL(`${ORIGIN}/index.html`);
  return window;
}
