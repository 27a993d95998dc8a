import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { hasNoDisplay } from '../../../scripts/display.ts';

/**
 * A virtual screen for this process, where there is none: two windows on one screen take the focus from each other. It ends with
 * the process.
 * @throws Error where Xvfb is missing: a runtime that cannot run fails a spec, it never skips it
 */
export async function ensureOwnScreen(): Promise<void> {
  if (!hasNoDisplay()) return;
  const number = 3;
  const args = ['-displayfd', String(number), '-screen', '0', '1400x900x24', '-nolisten', 'tcp'];
  const screen = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  process.once('exit', () => {
    screen.kill();
  });
  const missing = once(screen, 'error').then(() => {
    throw new Error('缺少 Xvfb：请安装 xvfb。 Xvfb is missing: install xvfb.');
  });
  const said = once(screen.stdio[number] as Readable, 'data') as Promise<[Buffer]>;
  const [line] = await Promise.race([said, missing]);
  process.env.DISPLAY = `:${line.toString('utf8').trim()}`;
}
