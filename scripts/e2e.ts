/** `npm run test:e2e [-- playwright arguments]`: builds the app when stale and drives it, under Xvfb where there is no display. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildIfStale } from './start.ts';

buildIfStale();
const playwright = join(import.meta.dirname, '../node_modules/@playwright/test/cli.js');
const command = [process.execPath, playwright, 'test', ...process.argv.slice(2)];
const needsDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
const [program = '', ...args] = needsDisplay ? ['xvfb-run', '-a', '-s', '-screen 0 1400x900x24', ...command] : command;
const run = spawnSync(program, args, { stdio: 'inherit' });
if (run.error)
  process.stderr.write('缺少 xvfb-run：请安装 xvfb 与 xauth。 xvfb-run is missing: install xvfb and xauth.\n');
process.exit(run.status ?? 2);
