import type { Handlers } from '../../contract/dispatch.ts';
import type { Bilingual } from '../../core/language.ts';
import { initialsOf } from './findings/initials.ts';
import type { FileFilter } from './options.ts';
import { addLog, listLog } from './log.ts';
import type { Workspace } from './workspace.ts';

type AppHandlers = Pick<
  Handlers,
  | 'app.info'
  | 'words.initials'
  | 'settings.get'
  | 'settings.set'
  | 'dialog.openFiles'
  | 'dialog.saveInspection'
  | 'dialog.openInspection'
  | 'dialog.saveReport'
  | 'log.list'
>;

const names = {
  workbooks: { zh: '表格', en: 'Workbooks' },
  inspection: { zh: '检查文件', en: 'Inspection' },
  excel: { zh: 'Excel 工作簿', en: 'Excel workbook' },
  all: { zh: '所有文件', en: 'All files' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export function appHandlers(workspace: Workspace): AppHandlers {
  const { options, settings } = workspace;
  const filter = (name: keyof typeof names, extensions: string[]): FileFilter => ({
    name: names[name][settings.current.language],
    extensions,
  });
  const inspection = (): FileFilter[] => [filter('inspection', ['inspection'])];
  return {
    'app.info': async () => {
      const { pack } = await workspace.rulebook();
      const { version, electron } = options;
      return { version, platform: process.platform, rulePackVersion: pack.version, rules: pack.rules.length, electron };
    },
    'words.initials': ({ texts }) => Promise.resolve(texts.map(initialsOf)),
    'settings.get': () => Promise.resolve(settings.current),
    'settings.set': (change) => {
      const before = settings.current;
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      const after = settings.change(Object.fromEntries(given));
      if (before.masked !== after.masked && workspace.current !== null) {
        addLog(workspace.current.database, after.masked ? 'masked' : 'unmasked', '');
      }
      options.onSettings(after);
      return Promise.resolve(after);
    },
    'dialog.openFiles': () =>
      options.dialogs.openFiles([
        filter('workbooks', ['xlsx', 'xlsm', 'xlsb', 'xls', 'et', 'ods', 'csv', 'tsv']),
        filter('all', ['*']),
      ]),
    'dialog.saveInspection': ({ name }) => options.dialogs.saveFile(withEnding(name, '.inspection'), inspection()),
    'dialog.openInspection': () => options.dialogs.openFile(inspection()),
    'dialog.saveReport': ({ name }) => options.dialogs.saveFile(withEnding(name, '.xlsx'), [filter('excel', ['xlsx'])]),
    'log.list': (page) => Promise.resolve(listLog(workspace.need().database, page)),
  };
}

/** A name that a file may have, with its ending. */
function withEnding(name: string, ending: string): string {
  const safe = name.replace(/[\\/:*?"<>|]/gu, '_').trim();
  return safe.toLowerCase().endsWith(ending) ? safe : safe + ending;
}
