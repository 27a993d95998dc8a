/** `npm run test:e2e [-- playwright arguments]`: builds the app when stale and drives it, under Xvfb where there is no display. */
import { join } from 'node:path';
import { runOnDisplay } from './display.ts';
import { buildIfStale } from './start.ts';

buildIfStale();
const playwright = join(import.meta.dirname, '../node_modules/@playwright/test/cli.js');
const command = [process.execPath, playwright, 'test', ...process.argv.slice(2)];
process.exit(runOnDisplay(command));
