import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Handlers } from '../../contract/dispatch.ts';
import { CodedError } from '../../contract/errors.ts';
import type { NoticeLevel } from '../../core/rule/format.ts';
import { findFiles } from '../import/find-files.ts';
import type { Inspection } from '../inspection/inspection-file.ts';
import { createInspection, isPasswordOf, openInspection } from '../inspection/inspection-file.ts';
import { newOwnedFolder, removeOrphans } from '../inspection/temporary-folder.ts';
import { prepareList } from './findings/list-handlers.ts';
import { subjectKind } from './findings/listing.ts';
import { readInfo, writeInfo } from './info.ts';
import { addLog } from './log.ts';
import { maskField } from './masking.ts';
import { inspectionPath, isSameFile } from './output-path.ts';
import { readOverview } from './overview.ts';
import type { Workspace } from './workspace.ts';

type InspectionHandlers = Pick<
  Handlers,
  | 'recent.list'
  | 'recent.archive'
  | 'recent.forget'
  | 'inspection.create'
  | 'inspection.open'
  | 'inspection.openSample'
  | 'inspection.close'
  | 'inspection.overview'
  | 'inspection.upcoming'
>;

const sampleSchema = z.object({ asOf: z.string() });

export function inspectionHandlers(workspace: Workspace): InspectionHandlers {
  const open = async (inspection: Inspection, isSample: boolean): Promise<void> => {
    const info = readInfo(inspection.database);
    if (info === undefined) {
      inspection.close();
      throw new CodedError('E_FILE_DAMAGED', 'info');
    }
    await closeInspection(workspace);
    workspace.enter({ inspection, database: inspection.database, info, isSample });
    remember(workspace);
  };
  const needOverview = () => readOverview(workspace, workspace.need());
  return {
    'recent.list': () => Promise.resolve(workspace.recent.list()),
    'recent.archive': ({ path, archived }) => {
      workspace.recent.archive(path, archived);
      return Promise.resolve(null);
    },
    'recent.forget': ({ path }) => {
      workspace.recent.forget(path);
      return Promise.resolve(null);
    },
    'inspection.create': async ({ path: typed, name, unit, asOf, password }) => {
      workspace.jobs.assertIdle();
      const path = inspectionPath(typed);
      const inspection = await createInspection(path, password);
      writeInfo(inspection.database, { name, unit, asOf });
      addLog(inspection.database, 'created', `asOf=${asOf}`);
      await open(inspection, false);
      return needOverview();
    },
    'inspection.open': async ({ path, password }) => {
      workspace.jobs.assertIdle();
      const { current } = workspace;
      // The same file again, under whatever name: a wrong password is refused, and the inspection stays open.
      if (current !== null && isSameFile(current.inspection.path, path)) {
        if (!(await isPasswordOf(current.inspection.ticket(), password))) throw new CodedError('E_WRONG_PASSWORD');
        return needOverview();
      }
      const inspection = await openInspection(path, password);
      try {
        await workspace.jobs.run(inspection, { kind: 'verify' });
      } catch (error) {
        inspection.close();
        throw error;
      }
      addLog(inspection.database, 'opened', '');
      await open(inspection, false);
      const overview = await needOverview();
      setImmediate(() => {
        void prepareList(workspace);
      });
      return overview;
    },
    'inspection.openSample': async () => {
      workspace.jobs.assertIdle();
      await openSample(workspace, open);
      return needOverview();
    },
    'inspection.close': async () => {
      await closeInspection(workspace);
      return null;
    },
    'inspection.overview': async () => {
      if (workspace.current === null) return null;
      const overview = await needOverview();
      workspace.recent.noteProgress(
        overview.path,
        overview.steps.map(({ state }) => state),
      );
      return overview;
    },
    'inspection.upcoming': () => upcoming(workspace),
  };
}

const samplePrefix = 'sample-';

/** What a killed program left behind. */
export function removeOldSamples(userData: string): void {
  removeOrphans(userData, samplePrefix);
}

/** A throw-away inspection over the shipped workbooks. Its password is known to nobody; closing removes it. */
async function openSample(
  workspace: Workspace,
  open: (inspection: Inspection, isSample: boolean) => Promise<void>,
): Promise<void> {
  const { resources, userData } = workspace.options;
  const samples = join(resources, 'samples', 'inspection');
  const { asOf } = sampleSchema.parse(JSON.parse(readFileSync(join(samples, 'sample.json'), 'utf8')));
  const folder = newOwnedFolder(userData, samplePrefix);
  const inspection = await createInspection(join(folder, 'sample.inspection'), randomBytes(24).toString('base64'));
  writeInfo(inspection.database, { name: '示例检查', unit: '示例市', asOf });
  addLog(inspection.database, 'created', `sample asOf=${asOf}`);
  await open(inspection, true);
  const { files } = findFiles(
    readdirSync(samples)
      .filter((name) => !name.endsWith('.json'))
      .map((name) => join(samples, name)),
  );
  await workspace.jobs.run(inspection, { kind: 'import', files, mapping: null });
  await workspace.jobs.run(inspection, { kind: 'run' });
}

/** Stops what runs, and closes. */
export async function closeInspection(workspace: Workspace): Promise<void> {
  await workspace.jobs.stop();
  closeNow(workspace);
}

/** Without waiting: the program ends. */
export function closeNow(workspace: Workspace): void {
  const { current } = workspace;
  if (current === null) return;
  remember(workspace);
  workspace.leave();
  try {
    if (!current.isSample) addLog(current.database, 'closed', '');
  } finally {
    current.inspection.close();
  }
  if (current.isSample) rmSync(join(current.inspection.path, '..'), { recursive: true, force: true });
}

/** Keeps the line of the workbench's list up to date: counts only. */
export function remember(workspace: Workspace): void {
  const { current } = workspace;
  if (current === null || current.isSample) return;
  const counts = { violation: 0, overLimit: 0, lead: 0, open: 0 };
  const rows = current.database
    .prepare<[], { kind: 'violation' | 'overLimit' | 'lead'; total: number; open: number }>(
      `SELECT class AS kind, count(*) AS total, sum(state = 'open') AS open FROM listed WHERE change <> 'gone' GROUP BY class`,
    )
    .all();
  for (const { kind, total, open } of rows) {
    counts[kind] = total;
    counts.open += open;
  }
  workspace.recent.remember({
    path: current.inspection.path,
    ...current.info,
    openedAt: new Date().toISOString(),
    counts,
  });
}

interface StoredUpcoming {
  readonly ruleId: string;
  readonly subject: string;
  readonly due: string;
  readonly daysLeft: number;
  /** Runs kept before notices had levels have none. */
  readonly level?: NoticeLevel;
}

async function upcoming(workspace: Workspace): ReturnType<InspectionHandlers['inspection.upcoming']> {
  const { current } = workspace;
  if (current === null) return [];
  const rulebook = await workspace.rulebook();
  const { masked } = workspace.settings.current;
  const bodies = current.database
    .prepare<[], string>(
      'SELECT body FROM upcoming WHERE run_id = (SELECT max(id) FROM run) ORDER BY ordinal LIMIT 500',
    )
    .pluck()
    .all();
  return bodies.map((body) => {
    const { ruleId, subject, due, daysLeft, level = 'notice' } = JSON.parse(body) as StoredUpcoming;
    const title = rulebook.rule(ruleId)?.definition.title ?? { zh: ruleId, en: ruleId };
    const kind = subjectKind(rulebook.pack, ruleId, subject) ?? undefined;
    return { ruleId, title, subject: maskField(masked, subject, kind), due, daysLeft, level };
  });
}
