import type { Handlers } from '../../contract/dispatch.ts';
import { outputPath } from './output-path.ts';
import { lastChoice, reportVersions } from './report-versions.ts';
import type { Workspace } from './workspace.ts';

export function exportHandlers(
  workspace: Workspace,
): Pick<Handlers, 'report.export' | 'report.versions' | 'report.choice' | 'report.preview' | 'report.forgetPreview'> {
  return {
    'report.versions': () => Promise.resolve(reportVersions(workspace.need().database)),
    'report.choice': () => Promise.resolve(lastChoice(workspace.need().database)),
    'report.preview': ({ choice }) => {
      const { language } = workspace.settings.current;
      return workspace.jobs.ask(workspace.need().inspection, { kind: 'preview', language, choice });
    },
    'report.forgetPreview': () => {
      workspace.jobs.forget();
      return Promise.resolve(null);
    },
    'report.export': ({ path, choice }) => {
      const { inspection } = workspace.needWritable();
      const { language } = workspace.settings.current;
      return Promise.resolve({
        job: workspace.jobs.start(inspection, {
          kind: 'export',
          path: outputPath(path, inspection.path),
          language,
          choice,
        }),
      });
    },
  };
}
