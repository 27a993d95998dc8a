import { basename } from 'node:path';
import type { Handlers } from '../../contract/dispatch.ts';
import { CodedError } from '../../contract/errors.ts';
import { outputPath } from './output-path.ts';
import type { Workspace } from './workspace.ts';

/** A copy of the open inspection, to be kept elsewhere. */
export function backupHandlers(workspace: Workspace): Pick<Handlers, 'inspection.backup'> {
  return {
    'inspection.backup': async () => {
      if (workspace.needIdle().isSample) throw new CodedError('E_SAMPLE');
      const { path } = workspace.needIdle().inspection;
      const day = new Date().toISOString().slice(0, 10);
      const name = `${basename(path, '.inspection')}-备份-${day}.inspection`;
      const target = await workspace.options.dialogs.saveFile(name, [
        { name: 'Inspection', extensions: ['inspection'] },
      ]);
      if (target === null) return { job: null };
      const { inspection } = workspace.needIdle();
      return { job: workspace.jobs.start(inspection, { kind: 'backup', path: outputPath(target, inspection.path) }) };
    },
  };
}
