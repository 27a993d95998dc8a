import type Database from 'better-sqlite3-multiple-ciphers';
import { z } from 'zod';
import type { Handlers } from '../../contract/dispatch.ts';
import { CodedError } from '../../contract/errors.ts';
import { findingsView } from '../../contract/model.ts';
import { readMeta, writeMeta } from './info.ts';
import type { Workspace } from './workspace.ts';

type ViewHandlers = Pick<
  Handlers,
  'views.list' | 'views.save' | 'views.rename' | 'views.remove' | 'views.remember' | 'views.last'
>;

const namedViews = z.array(z.strictObject({ name: z.string(), savedAt: z.string(), view: findingsView }));
type NamedView = z.infer<typeof namedViews>[number];

const NAMED = 'views';
const LAST = 'lastView';

/**
 * Views of the list of findings. A filter names units and cases, so views belong into the inspection's own encrypted file, not to
 * the machine.
 */
export function viewHandlers(workspace: Workspace): ViewHandlers {
  /** Reads, changes and writes in one transaction, while no job holds the file. */
  const change = (edit: (views: readonly NamedView[]) => readonly NamedView[]): Promise<null> => {
    const { database } = workspace.needWritable();
    database.transaction(() => {
      writeMeta(database, NAMED, namedViews.parse(edit(readViews(database))));
    })();
    return Promise.resolve(null);
  };
  return {
    'views.list': () => Promise.resolve([...readViews(workspace.need().database)].sort(byName)),
    'views.save': ({ name, view }) =>
      change((views) => [
        ...views.filter((each) => each.name !== name),
        { name, savedAt: new Date().toISOString(), view },
      ]),
    'views.rename': ({ name, to }) =>
      change((views) => {
        need(views, name);
        if (to !== name && views.some((each) => each.name === to)) throw new CodedError('E_BAD_ARGUMENT', 'name');
        return views.map((each) => (each.name === name ? { ...each, name: to } : each));
      }),
    'views.remove': ({ name }) =>
      change((views) => {
        need(views, name);
        return views.filter((each) => each.name !== name);
      }),
    'views.last': () => {
      const last = readMeta(workspace.need().database, LAST);
      return Promise.resolve(last === undefined ? null : findingsView.parse(last));
    },
    'views.remember': ({ view }) => {
      // A comfort, and no work is lost without it: nobody is told to wait for a job.
      if (!workspace.jobs.busy) writeMeta(workspace.need().database, LAST, view);
      return Promise.resolve(null);
    },
  };
}

function readViews(database: Database.Database): readonly NamedView[] {
  return namedViews.parse(readMeta(database, NAMED) ?? []);
}

/** @throws CodedError `E_NOT_FOUND` */
function need(views: readonly NamedView[], name: string): void {
  if (!views.some((each) => each.name === name)) throw new CodedError('E_NOT_FOUND', 'view');
}

const collator = new Intl.Collator('zh');
const byName = (a: NamedView, b: NamedView): number => collator.compare(a.name, b.name);
