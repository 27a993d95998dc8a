import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { NoElectronError } from '../../../scripts/electron/runtime.ts';
import { KEPT_NAME, KEPT_VARIABLE } from './kept-inspection.ts';
import { PASSWORD } from './inspection.ts';
import { verifiedElectron } from './verified-electron.ts';

const root = resolve(import.meta.dirname, '../../..');

/** The command line audits the sample once for all specs of both runtimes; each spec opens a copy of its own. */
export default function prepare(): () => void {
  try {
    // Before two processes want it at once; where there is none, the specs that need it say so.
    verifiedElectron();
  } catch (error) {
    if (!(error instanceof NoElectronError)) throw error;
  }
  const folder = mkdtempSync(join(tmpdir(), 'ecc-kept-'));
  const kept = join(folder, `${KEPT_NAME}.inspection`);
  const audit = ['src/cli/audit.ts', '--quiet', '--keep', kept, '--out', folder];
  execFileSync(process.execPath, audit, { cwd: root, input: `${PASSWORD}\n`, stdio: ['pipe', 'ignore', 'ignore'] });
  process.env[KEPT_VARIABLE] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
