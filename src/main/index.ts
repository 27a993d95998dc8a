/** The Electron program: one instance, one hardened window, the contract's handlers behind one listener. */
import { app, dialog, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import { JOB_EVENT } from '../contract/api.ts';
import { createDesktopService } from '../host/desktop/service.ts';
import { countBlockedRequests, hardenContents, hardenSession, refuseDebugging } from './hardening.ts';
import { serveCalls } from './ipc.ts';
import { installLastResort, report, reviveWhenGone } from './last-resort.ts';
import { setMenu } from './menu.ts';
import { declareProtocol, serveProtocol } from './protocol.ts';
import { createWindow } from './window.ts';

installLastResort();
refuseDebugging();
declareProtocol();
hardenContents();
// Tests start the app with a profile folder of their own.
if (process.env.ECC_USER_DATA) app.setPath('userData', process.env.ECC_USER_DATA);

if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  let window: BrowserWindow | null = null;
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  void app.whenReady().then(() => {
    hardenSession();
    serveProtocol(join(import.meta.dirname, '../renderer'));
    const service = createDesktopService({
      userData: app.getPath('userData'),
      resources: app.isPackaged ? process.resourcesPath : app.getAppPath(),
      workers: import.meta.dirname,
      version: app.getVersion(),
      electron: process.versions.electron,
      blockedRequests: countBlockedRequests,
      onJob: (event) => {
        window?.webContents.send(JOB_EVENT, event);
      },
      onUnexpected: report,
      onSettings: (settings) => {
        if (window) setMenu(window, settings.language);
      },
      dialogs: {
        openFiles: async (filters) => {
          const chosen = await dialog.showOpenDialog({
            properties: ['openFile', 'multiSelections'],
            filters: [...filters],
          });
          return chosen.filePaths;
        },
        openFile: async (filters) => {
          const chosen = await dialog.showOpenDialog({ properties: ['openFile'], filters: [...filters] });
          return chosen.filePaths[0] ?? null;
        },
        saveFile: async (name, filters) => {
          const chosen = await dialog.showSaveDialog({ defaultPath: name, filters: [...filters] });
          return chosen.canceled ? null : chosen.filePath;
        },
      },
    });
    serveCalls(service.handlers, () => window?.webContents ?? null, report);
    window = createWindow(join(import.meta.dirname, '../preload/index.cjs'), service.windowState, (state) => {
      service.rememberWindow(state);
    });
    reviveWhenGone(window);
    setMenu(window, service.language());
    window.on('closed', () => {
      window = null;
    });
    app.on('before-quit', () => {
      try {
        service.close();
      } catch (error) {
        // Its disk was taken away, say. The file opens again as after a power cut; there is nothing left to go on with.
        report(error);
      }
    });
  });
}
