import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { environmentInUtf8, hasNoDisplay } from '../../../scripts/display.ts';

export interface Screen {
  /** The environment of a program that opens its window there. */
  readonly environment: NodeJS.ProcessEnv;
  close(): void;
}

/**
 * A virtual screen, where there is none: two windows on one screen take the focus from each other.
 * @throws Error where Xvfb is missing: a runtime that cannot run fails a spec, it never skips it
 */
export async function openScreen(): Promise<Screen> {
  if (!hasNoDisplay()) return { environment: environmentInUtf8(), close: () => undefined };
  const number = 3;
  const args = ['-displayfd', String(number), '-screen', '0', '1400x900x24', '-nolisten', 'tcp'];
  const screen = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const close = (): void => {
    screen.kill();
  };
  process.once('exit', close);
  const missing = once(screen, 'error').then(() => {
    throw new Error('缺少 Xvfb：请安装 xvfb。 Xvfb is missing: install xvfb.');
  });
  const said = once(screen.stdio[number] as Readable, 'data') as Promise<[Buffer]>;
  const [line] = await Promise.race([said, missing]);
  return {
    environment: { ...environmentInUtf8(), DISPLAY: `:${line.toString('utf8').trim()}` },
    close: () => {
      process.off('exit', close);
      close();
    },
  };
}
