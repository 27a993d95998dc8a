/** An inspection of the sample that has been imported and checked, for the specs that begin where that is done. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PASSWORD, step } from './inspection.ts';
import { expect, type RunningApp } from './launch.ts';

/** Its name: that of the file, which the command line was given. */
export const KEPT_NAME = '示例';

const root = resolve(import.meta.dirname, '../../..');

/** The command line audits the sample once for a run of specs; each spec opens a copy of its own. */
let kept: string | undefined;

function keptInspection(): string {
  if (kept !== undefined) return kept;
  const folder = mkdtempSync(join(tmpdir(), 'ecc-kept-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  kept = join(folder, `${KEPT_NAME}.inspection`);
  const audit = ['src/cli/audit.ts', '--quiet', '--keep', kept, '--out', join(folder, 'out')];
  execFileSync(process.execPath, audit, { cwd: root, input: `${PASSWORD}\n`, stdio: ['pipe', 'ignore', 'inherit'] });
  return kept;
}

/** Opens a copy of the checked sample inspection, as a person would open a file that somebody handed over. */
export async function openChecked(app: RunningApp, folder: string): Promise<void> {
  const path = join(folder, `${KEPT_NAME}.inspection`);
  copyFileSync(keptInspection(), path);
  await app.answerDialog(path);
  await app.page.getByRole('button', { name: '打开检查…' }).click();
  await app.page.getByRole('dialog').getByLabel('密码').fill(PASSWORD);
  await app.page.keyboard.press('Enter');
  // Opening reads the whole file before anything of it is shown.
  await expect(step(app, '运行检查')).toHaveClass(/step-done/, { timeout: 60_000 });
}
