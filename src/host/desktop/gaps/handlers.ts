import { resolve } from 'node:path';
import type { Handlers } from '../../../contract/dispatch.ts';
import { outputPath } from '../output-path.ts';
import type { Workspace } from '../workspace.ts';

/** 补正清单: the cells that an agency is asked for, as an Excel file that can be filled in and read back. Both are jobs. */
export function gapHandlers(workspace: Workspace): Pick<Handlers, 'gaps.export' | 'gaps.import'> {
  const start = (kind: 'gapsOut' | 'gapsIn', path: string): Promise<{ job: string }> => {
    const { inspection } = workspace.needWritable();
    const place = kind === 'gapsOut' ? outputPath(path, inspection.path) : resolve(path);
    return Promise.resolve({ job: workspace.jobs.start(inspection, { kind, path: place }) });
  };
  return {
    'gaps.export': ({ path }) => start('gapsOut', path),
    'gaps.import': ({ path }) => start('gapsIn', path),
  };
}
