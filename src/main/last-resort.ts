/** What happens when something was not foreseen: a report without personal data, and an offer to go on. */
import { app, dialog, type BrowserWindow } from 'electron';
import log from 'electron-log/main';
import { join } from 'node:path';

let telling = false;

/** Message and stack only: values of registers are never part of either by rule (see SECURITY.md). */
export function report(error: unknown): void {
  log.error(error instanceof Error ? (error.stack ?? error.message) : typeof error);
}

/** A page that ended is loaded again: what was saved is in the file, and the host has it open. */
export function reviveWhenGone(window: BrowserWindow): void {
  let last = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    report(new Error(`the page ended: ${reason}`));
    // A page that ends again at once would do so for ever.
    if (reason === 'clean-exit' || Date.now() - last < 10_000) return;
    last = Date.now();
    window.webContents.reload();
  });
}

export function installLastResort(): void {
  log.transports.file.resolvePathFn = () => join(app.getPath('userData'), 'log.txt');
  log.transports.console.level = false;
  const tell = (error: unknown): void => {
    report(error);
    if (telling || !app.isReady()) return;
    telling = true;
    const choice = dialog.showMessageBoxSync({
      type: 'error',
      title: '程序遇到意外错误',
      message: '程序遇到意外错误。\nAn unexpected error occurred.',
      detail: `已保存的数据不受影响。错误报告（不含台账内容）写入：\n${log.transports.file.getFile().path}`,
      buttons: ['继续 Continue', '重新打开 Restart'],
      defaultId: 0,
    });
    telling = false;
    if (choice === 1) {
      app.relaunch();
      app.exit(0);
    }
  };
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
}
