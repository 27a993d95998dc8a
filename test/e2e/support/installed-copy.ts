/** The program under another name than Electron's own, which is how Electron knows that it was installed. */
import { spawn } from 'node:child_process';
import { cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findElectron } from '../../../scripts/electron/runtime.ts';

const root = resolve(import.meta.dirname, '../../..');
const ENOUGH_TO_REFUSE_MS = 3000;

/** Starts an installed copy. @returns its exit status, or that it runs on; it is ended then */
export async function startInstalled(userData: string, args: readonly string[]): Promise<number | null | 'runs'> {
  mkdirSync(join(root, 'out'), { recursive: true });
  const folder = mkdtempSync(join(root, 'out', 'installed-'));
  const { executable } = findElectron();
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
      env: { ...process.env, ECC_USER_DATA: userData },
    });
    const ended = new Promise<number | null>((done, failed) => {
      program.once('error', failed);
      program.once('exit', done);
    });
    const outcome = await Promise.race([ended, wait(ENOUGH_TO_REFUSE_MS, 'runs' as const)]);
    program.kill();
    await ended;
    return outcome;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
