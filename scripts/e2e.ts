/**
 * `npm run test:e2e [-- playwright arguments]`: builds the app when stale and drives it. Without arguments the real window
 * (under Xvfb where there is no display) and the browser run side by side: two windows on one screen would take the focus from
 * each other, and one runtime after the other leaves half of the machine idle.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { environmentInUtf8, onDisplay, runOnDisplay } from './display.ts';
import { buildIfStale } from './start.ts';

const PLAYWRIGHT = [process.execPath, join(import.meta.dirname, '../node_modules/@playwright/test/cli.js'), 'test'];

/** @returns the exit status */
function run([program = '', ...args]: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', env: environmentInUtf8() });
    child.once('error', (error) => {
      process.stderr.write(`${program}: ${error.message}\n`);
      resolve(2);
    });
    child.once('exit', (status) => {
      resolve(status ?? 2);
    });
  });
}

/** One runtime, with a folder of its own for what Playwright leaves behind: it empties that at its start. */
function runtime(name: string): readonly string[] {
  return [...PLAYWRIGHT, `--project=${name}`, `--output=${join('out/e2e', name)}`];
}

buildIfStale();
const given = process.argv.slice(2);
if (given.length > 0) process.exit(runOnDisplay([...PLAYWRIGHT, ...given]));
const statuses = await Promise.all([run(onDisplay(runtime('electron'))), run(runtime('chromium'))]);
process.exit(Math.max(...statuses));
