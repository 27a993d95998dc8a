import { resolve } from 'node:path';
import type { Handlers } from '../../../contract/dispatch.ts';
import { findingDetail } from '../findings/detail.ts';
import { outputPath } from '../output-path.ts';
import type { Workspace } from '../workspace.ts';
import { askFor, askNoMore } from './asked-cells.ts';

/** 补正清单: the cells that an agency is asked for, as an Excel file that can be filled in and read back: both ways are jobs. */
export function gapHandlers(workspace: Workspace): Pick<Handlers, 'gaps.ask' | 'gaps.export' | 'gaps.import'> {
  const start = (kind: 'gapsOut' | 'gapsIn', path: string): Promise<{ job: string }> => {
    const { inspection } = workspace.needWritable();
    const place = kind === 'gapsOut' ? outputPath(path, inspection.path) : resolve(path);
    return Promise.resolve({ job: workspace.jobs.start(inspection, { kind, path: place }) });
  };
  return {
    'gaps.ask': async ({ finding, wanted }) => {
      const { database, info } = workspace.needWritable();
      const { row, missing, sources } = findingDetail(database, finding, await workspace.rulebook(), true, info.asOf);
      const [judged] = sources;
      if (judged === undefined) return { cells: 0 };
      const fields = missing.map(({ field }) => field);
      return { cells: wanted ? askFor(database, row, judged, fields) : askNoMore(database, row.id) };
    },
    'gaps.export': ({ path }) => start('gapsOut', path),
    'gaps.import': ({ path }) => start('gapsIn', path),
  };
}
