import { readFile, stat } from 'node:fs/promises';
import type { ChannelResult } from '../../../contract/channels.ts';
import type { Handlers } from '../../../contract/dispatch.ts';
import { CodedError } from '../../../contract/errors.ts';
import { applyProfile, ProfileError } from '../../../core/finding/profile.ts';
import { counted, type Bilingual } from '../../../core/language.ts';
import { packDifference } from '../../../core/rule/pack-difference.ts';
import { openPack, PackFileError } from '../../pack-file/pack-file.ts';
import { layOut } from '../../pack-file/pack-folder.ts';
import { loadRulePack, RulePackError } from '../../rule-pack.ts';
import { addLog } from '../log.ts';
import type { Workspace } from '../workspace.ts';
import { readPack, writePack } from './stored-pack.ts';

type PackHandlers = Pick<Handlers, 'pack.get' | 'pack.open' | 'pack.accept' | 'pack.reset'>;
type Opened = ChannelResult<'pack.open'>;

/** The shipped pack has less than a tenth. */
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_PROBLEMS = 5;

/** A pack that was looked at and not accepted yet. */
interface Candidate {
  readonly bytes: Buffer;
  readonly publisher: string;
}

/** 规则包: imported into the open inspection, signed, with what it changes shown first. */
export function packHandlers(workspace: Workspace): PackHandlers {
  const { options, settings, publishers } = workspace;
  let candidate: Candidate | null = null;
  return {
    'pack.get': async () => {
      const { database } = workspace.need();
      const stored = readPack(database);
      const { stock } = await workspace.rulebook();
      const imported = stored === null ? null : { publisher: stored.publisher, at: stored.at };
      return { version: stock.version, sha256: stock.sha256, rules: stock.rules.length, imported };
    },
    'pack.open': async (): Promise<Opened> => {
      workspace.needWritable();
      candidate = null;
      const name = settings.current.language === 'zh' ? '规则包' : 'Rule pack';
      const path = await options.dialogs.openFile([{ name, extensions: ['rulepack'] }]);
      if (path === null) return { refused: null, pack: null };
      if ((await stat(path)).size > MOST_BYTES) throw new CodedError('E_FILE_ACCESS', 'E_TOO_LARGE');
      const bytes = await readFile(path);
      try {
        const opened = openPack(bytes);
        const folder = layOut(opened);
        try {
          const young = await loadRulePack(folder.root);
          const { stock, tailoring } = await workspace.rulebook();
          // What the inspection has changed must still be there to be changed.
          applyProfile(young, tailoring.profile);
          const { publisher } = opened;
          candidate = { bytes, publisher };
          const { version, sha256, rules } = young;
          const about = { version, sha256, rules: rules.length, publisher, known: publishers.knows(publisher) };
          const { rules: changes, data } = packDifference(stock, young);
          return { refused: null, pack: { ...about, changes: changes.map(mutable), data: [...data] } };
        } finally {
          folder.remove();
        }
      } catch (error) {
        return { refused: refusal(error), pack: null };
      }
    },
    'pack.accept': ({ trust }) => {
      if (candidate === null) throw new CodedError('E_NOT_FOUND', 'pack');
      const { bytes, publisher } = candidate;
      if (!publishers.knows(publisher)) {
        // A key that nobody has compared proves nothing.
        if (!trust) throw new CodedError('E_BAD_ARGUMENT', 'publisher');
        publishers.confirm(publisher);
      }
      const { inspection } = workspace.needWritable();
      candidate = null;
      return Promise.resolve({
        job: workspace.jobs.start(inspection, { kind: 'pack', file: bytes.toString('base64') }),
      });
    },
    'pack.reset': async () => {
      const { stock } = await workspace.stock();
      const { database } = workspace.needWritable();
      const reset = database.transaction(() => {
        writePack(database, null);
        addLog(database, 'packChanged', `stock=${stock.version}`);
      });
      reset.immediate();
      workspace.changed();
      return null;
    },
  };
}

type Change = NonNullable<Opened['pack']>['changes'][number];

function mutable(change: ReturnType<typeof packDifference>['rules'][number]): Change {
  return { ...change, parts: [...change.parts], parameters: change.parameters.map((each) => ({ ...each })) };
}

/** Why a pack is refused, in words; anything else is thrown on. */
function refusal(error: unknown): Bilingual {
  if (error instanceof PackFileError) return error.words;
  if (error instanceof ProfileError) {
    const faults = error.faults.slice(0, MOST_PROBLEMS).join('\n');
    return {
      zh: `规则包无法使用：本次检查对规则的调整不适用于它，没有导入。请先恢复这些规则的默认设置。\n${faults}`,
      en: `The rule pack cannot be used: what this inspection has tailored does not fit it; nothing was imported. Reset these rules first.\n${faults}`,
    };
  }
  if (!(error instanceof RulePackError)) throw error;
  const lines = [
    ...error.problems.map(({ file, path, message }) => `${file} ${path}: ${message}`),
    ...error.failures.map(({ ruleId, test, message }) => `${ruleId} “${test}”: ${message}`),
  ];
  const shown = lines.slice(0, MOST_PROBLEMS).join('\n');
  return {
    zh: `规则包无法使用：有 ${lines.length} 处错误，没有导入。\n${shown}`,
    en: `The rule pack cannot be used: ${counted(lines.length, 'error')}; nothing was imported.\n${shown}`,
  };
}
