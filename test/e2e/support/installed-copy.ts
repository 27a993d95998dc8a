/** The program under another name than Electron's own, which is how Electron knows that it was installed. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openScreen } from './own-screen.ts';
import { verifiedElectron } from './verified-electron.ts';

const root = resolve(import.meta.dirname, '../../..');
/** What Chromium puts into a profile for the pages it shows: a program that refuses to start never gets there. */
const SIGN_OF_A_WINDOW = 'Local Storage';

/**
 * Starts an installed copy.
 * @param userData profile that nothing has used before
 * @returns whether it opens its window, and is ended then, or ends by itself before
 */
export async function startInstalled(userData: string, args: readonly string[]): Promise<'runs' | 'ends'> {
  mkdirSync(join(root, 'out'), { recursive: true });
  const folder = mkdtempSync(join(root, 'out', 'installed-'));
  const executable = verifiedElectron();
  const screen = await openScreen();
  try {
    for (const entry of readdirSync(dirname(executable), { withFileTypes: true })) {
      const from = join(dirname(executable), entry.name);
      if (entry.isDirectory()) cpSync(from, join(folder, entry.name), { recursive: true });
      else linkSync(from, join(folder, entry.name === basename(executable) ? 'checker' : entry.name));
    }
    symlinkSync(root, join(folder, 'resources', 'app'));
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const program = spawn(join(folder, 'checker'), [...asRoot, ...args], {
      stdio: 'ignore',
      env: { ...screen.environment, ECC_USER_DATA: userData },
    });
    let outcome: 'runs' | 'ends' | undefined;
    const ended = new Promise<void>((done, failed) => {
      program.once('error', failed);
      program.once('exit', () => {
        outcome ??= 'ends';
        done();
      });
    });
    while (outcome === undefined) {
      await wait(100);
      if (existsSync(join(userData, SIGN_OF_A_WINDOW))) outcome ??= 'runs';
    }
    program.kill();
    await ended;
    return outcome;
  } finally {
    screen.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
