import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, parse, resolve } from 'node:path';
import { z } from 'zod';
import { isDay } from '../../core/calendar/day-number.ts';
import type { LocalDate } from '../../core/calendar/local-date.ts';
import { atLeast } from '../../core/finding/order.ts';
import type { RulePack } from '../../core/rule/pack.ts';
import { runAudit } from '../../host/audit/run-audit.ts';
import type { AuditProgress } from '../../host/audit/run-audit.ts';
import { findFiles } from '../../host/import/find-files.ts';
import type { FoundFiles } from '../../host/import/find-files.ts';
import { InspectionError } from '../../host/inspection/inspection-error.ts';
import { createInspection, createTemporaryInspection } from '../../host/inspection/inspection-file.ts';
import type { Inspection } from '../../host/inspection/inspection-file.ts';
import { newPartialFolder } from '../../host/inspection/temporary-folder.ts';
import { readMapping } from '../../host/machine/mapping-document.ts';
import { loadProfile } from '../../host/machine/profile-document.ts';
import { didYouMean } from '../../host/machine/suggestion.ts';
import { prepareOutputFolder, publish } from '../../host/output/publish.ts';
import type { ReportInput } from '../../host/output/report/report-input.ts';
import { SealedOutputs } from '../../host/output/sealed-outputs.ts';
import { writeOutputs } from '../../host/output/write-outputs.ts';
import { loadCalendar, loadRulePack } from '../../host/rule-pack.ts';
import { readPassword } from '../terminal/password.ts';
import { createProgress } from '../terminal/progress.ts';
import type { Progress } from '../terminal/progress.ts';
import { printable } from '../terminal/text-width.ts';
import { ArgumentsError } from './arguments.ts';
import type { AuditArguments } from './arguments.ts';
import { auditWords } from './audit-words.ts';
import type { AuditWords } from './audit-words.ts';
import { summaryJson, summaryText } from './summary.ts';

const project = join(import.meta.dirname, '..', '..', '..');
const ruleFolder = join(project, 'rules');
const sampleFolder = join(project, 'samples', 'inspection');

/**
 * Runs an audit as the command line asks for it.
 * @returns the exit status
 * @throws ArgumentsError and the errors that `explainError` knows; the signal's reason when interrupted
 */
export async function audit(wanted: AuditArguments, signal: AbortSignal): Promise<number> {
  const words = auditWords(wanted.language);
  const say = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  const { files, asOf } = whatToAudit(wanted, words, say);
  const stock = await loadRulePack(ruleFolder);
  const profile = wanted.profile === null ? { name: null, pack: stock } : await loadProfile(wanted.profile, stock);
  const only = rulesAskedFor(wanted.rules, profile.pack, words);
  const mapping = wanted.mapping === null ? null : await readMapping(wanted.mapping, stock.registerDefinitions);
  prepareOutputFolder(wanted.out);
  const keeping = await keeper(wanted.keep, words);
  const outputs = new SealedOutputs();
  const progress = createProgress(process.stderr, wanted.quiet);
  const calendar = loadCalendar(ruleFolder);
  try {
    const {
      result,
      registers,
      files: entries,
    } = await runAudit(
      {
        inspection: keeping.inspection,
        files: files.files,
        pack: profile.pack,
        profile: profile.name,
        calendar,
        asOf,
        mapping,
        ...(only === undefined ? {} : { only }),
        ...(wanted.keep === null ? {} : { reviewedAs: parse(wanted.keep).name }),
      },
      {
        signal,
        onProgress: (at) => {
          showProgress(progress, at, words);
        },
        onFailure: ({ name, failure }) => {
          progress.clear();
          if (failure !== null)
            say(words.fileFailed(printable(name), failure.code, printable(failure.words[wanted.language])));
        },
      },
    );
    const { language } = wanted;
    const input: ReportInput = {
      language,
      pack: profile.pack,
      calendar,
      profile: profile.name,
      result,
      files: entries,
      registers,
    };
    await writeOutputs(outputs, input, (name) => {
      progress.show({ stage: words.stages.write, done: null, detail: name });
    });
    signal.throwIfAborted();
    await publish(outputs, wanted.out);
    keeping.keep();
    progress.clear();
    const summary = wanted.json
      ? `${JSON.stringify(summaryJson(input, wanted.out), null, 2)}\n`
      : summaryText(input, wanted.out);
    process.stdout.write(summary);
    if (wanted.keep !== null) say(words.keptAt(wanted.keep));
    if (registers.length === 0) {
      say(words.nothingAudited);
      return 2;
    }
    const { failOn } = wanted;
    return failOn !== null && result.findings.some(({ severity }) => atLeast(severity, failOn)) ? 1 : 0;
  } finally {
    progress.clear();
    outputs.remove();
    keeping.discard();
  }
}

const sampleSchema = z.object({ asOf: z.string().refine(isDay) });

function whatToAudit(
  wanted: AuditArguments,
  words: AuditWords,
  say: (line: string) => void,
): { readonly files: FoundFiles; readonly asOf: LocalDate } {
  if (wanted.paths.length === 0) {
    const described = join(sampleFolder, 'sample.json');
    if (!existsSync(described)) throw new ArgumentsError(words.noSample);
    const { asOf: ownDay } = sampleSchema.parse(JSON.parse(readFileSync(described, 'utf8')));
    const asOf = wanted.asOf ?? ownDay;
    say(words.sampleNote(asOf));
    return { files: findFiles([sampleFolder]), asOf };
  }
  const files = findFiles(wanted.paths);
  if (files.files.length === 0) throw new ArgumentsError(words.nothingFound);
  if (files.otherFiles > 0) say(words.otherFiles(files.otherFiles));
  return { files, asOf: wanted.asOf ?? today() };
}

/** The day in China: all registers are Chinese. */
function today(): LocalDate {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

function rulesAskedFor(
  ids: readonly string[] | null,
  pack: RulePack,
  words: AuditWords,
): ReadonlySet<string> | undefined {
  if (ids === null) return undefined;
  const known = new Map(pack.rules.map(({ definition }) => [definition.id, definition.status]));
  for (const id of ids) {
    const status = known.get(id);
    if (status === 'active') continue;
    const mistake =
      status === undefined ? words.unknownRule(id, didYouMean(id, [...known.keys()])) : words.inactiveRule(id);
    throw new ArgumentsError(`${mistake}\n${words.seeHelp}`);
  }
  return new Set(ids);
}

function showProgress(progress: Progress, at: AuditProgress, words: AuditWords): void {
  const stage = words.stages[at.stage];
  switch (at.stage) {
    case 'import': {
      const detail = words.importDetail(printable(at.file), at.filesDone + 1, at.files, at.records);
      progress.show({ stage, done: at.filesDone / at.files, detail });
      break;
    }
    case 'judge':
      progress.show({
        stage,
        done: at.total === 0 ? 1 : at.done / at.total,
        detail: words.judgeDetail(at.done, at.total),
      });
  }
}

/** The inspection of this run, and what becomes of it. */
interface Keeper {
  readonly inspection: Inspection;
  /** Puts it where it was asked for; called once everything is done. */
  keep(): void;
  /** Removes whatever was not kept. */
  discard(): void;
}

const shortestPassword = 8;

/**
 * A temporary inspection under a random key; or one under a password, made beside its place and renamed when the run is
 * complete, so that a killed run leaves no half of it under the name asked for.
 */
async function keeper(path: string | null, words: AuditWords): Promise<Keeper> {
  if (path === null) {
    const inspection = createTemporaryInspection();
    return {
      inspection,
      keep: () => undefined,
      discard: () => {
        inspection.close();
      },
    };
  }
  const target = resolve(path);
  if (existsSync(target)) throw new InspectionError('E_INSPECTION_EXISTS');
  if (!existsSync(dirname(target))) throw new InspectionError('E_INSPECTION_DISK');
  const password = await newPassword(words);
  const folder = newPartialFolder(target);
  const inspection = await createInspection(join(folder, basename(target)), password);
  let open = true;
  const close = (): void => {
    if (open) inspection.close();
    open = false;
  };
  return {
    inspection,
    keep: () => {
      close();
      if (existsSync(target)) throw new InspectionError('E_INSPECTION_EXISTS');
      renameSync(inspection.path, target);
    },
    discard: () => {
      close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function newPassword(words: AuditWords): Promise<string> {
  const password = await readPassword(words.passwordNew, process.stdin, process.stderr);
  if (Array.from(password).length < shortestPassword)
    throw new ArgumentsError(words.passwordTooShort(shortestPassword));
  if (process.stdin.isTTY) {
    const again = await readPassword(words.passwordAgain, process.stdin, process.stderr);
    if (again !== password) throw new ArgumentsError(words.passwordsDiffer);
  }
  return password;
}
