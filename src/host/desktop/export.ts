import { resolve } from 'node:path';
import type { Handlers } from '../../contract/dispatch.ts';
import type { Workspace } from './workspace.ts';

export function exportHandlers(workspace: Workspace): Pick<Handlers, 'report.export'> {
  return {
    'report.export': ({ path }) => {
      const { inspection } = workspace.needIdle();
      const { language } = workspace.settings.current;
      return Promise.resolve({
        job: workspace.jobs.start(inspection, { kind: 'export', path: resolve(path), language }),
      });
    },
  };
}
