/** `npm run test:e2e [-- playwright arguments]`: builds the app when stale and drives it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { environmentInUtf8 } from './display.ts';
import { buildIfStale } from './start.ts';

buildIfStale();
const playwright = join(import.meta.dirname, '../node_modules/@playwright/test/cli.js');
const args = [playwright, 'test', ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, args, { stdio: 'inherit', env: environmentInUtf8() }).status ?? 2);
