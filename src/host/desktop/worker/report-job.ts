import type Database from 'better-sqlite3-multiple-ciphers';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { CodedError } from '../../../contract/errors.ts';
import type { ReportPreview } from '../../../contract/report-preview.ts';
import type { UpcomingEntry } from '../../../core/finding/finding.ts';
import type { InspectionResult } from '../../../core/finding/judge-inspection.ts';
import type { Bilingual } from '../../../core/language.ts';
import { importEntries, type WantedRows } from '../../import/stored-registers.ts';
import type { Inspection } from '../../inspection/inspection-file.ts';
import type { ReportInput } from '../../output/report/report-input.ts';
import { previewReport } from '../../output/report/preview-report.ts';
import { previewRows } from '../../output/report/preview-rows.ts';
import { writeReport } from '../../output/report/write-report.ts';
import { writeSealedFile } from '../../output/sealed-file.ts';
import { answersOf } from '../checklist.ts';
import { loadCorrectedRegisters } from '../corrected-registers.ts';
import { historyOf } from '../decisions.ts';
import { addReportVersion } from '../report-versions.ts';
import { stateWords } from '../state-words.ts';
import type { JobRequest, JobStart, PreviewQuestion } from './job-messages.ts';
import { jobRulebook } from './job-rulebook.ts';
import { keptIndicators } from '../kept-indicators.ts';
import type { JobHands } from './job-hands.ts';

type ReportRequest = Extract<JobRequest, { kind: 'export' }>;

/** Writes the report of the latest run; the file is there whole or not at all. Names and numbers of persons are masked. */
export async function reportJob(
  inspection: Inspection,
  { path, language, choice }: ReportRequest,
  start: JobStart,
  { signal, progress }: JobHands,
): Promise<Bilingual> {
  const { database } = inspection;
  progress({ done: 0, total: null, words: { zh: '正在生成报告', en: 'Making the report' } });
  const input = await reportInput(inspection, { language, choice }, start, await latestResult(inspection, signal));
  await writeSealedFile(path, signal, (outputs, name) => writeReport(outputs, name, input));
  addReportVersion(database, {
    findings: input.result.findings.length,
    reviewed: reviewedOf(database),
    choice,
    sha256: await sha256OfFile(path),
  });
  return { zh: '报告已导出', en: 'The report was exported' };
}

/** The first rows of every sheet that the report would have. Nothing is written. */
export async function reportPreviewOf(
  inspection: Inspection,
  question: PreviewQuestion,
  start: Pick<JobStart, 'rules' | 'checkedRules'>,
  signal: AbortSignal,
): Promise<ReportPreview> {
  const result = await latestResult(inspection, signal);
  // Where a run kept no indicators they are counted from all records.
  const wanted = keptIndicators(inspection.database) === undefined ? undefined : previewRows(result);
  return await previewReport(await reportInput(inspection, question, start, result, wanted));
}

/** What stands in the report of the latest run. */
async function reportInput(
  inspection: Inspection,
  { language, choice }: Pick<PreviewQuestion, 'language' | 'choice'>,
  start: Pick<JobStart, 'rules' | 'checkedRules'>,
  result: InspectionResult,
  wanted?: WantedRows,
): Promise<ReportInput> {
  const { pack, calendar, tailoring } = await jobRulebook(inspection, start);
  const isTailored = Object.keys(tailoring.profile.rules).length > 0;
  const indicators = keptIndicators(inspection.database);
  const answers = [...answersOf(inspection.database, pack.checklist)];
  return {
    language,
    choice,
    pack,
    calendar,
    profile: isTailored ? tailoring.profile.name : null,
    result,
    files: [...importEntries(inspection)],
    registers: loadCorrectedRegisters(inspection, pack.registerDefinitions, wanted),
    ...(indicators === undefined ? {} : { indicators }),
    reviews: reviewsOf(inspection, language),
    answers: new Map(answers.filter(([, { outdated }]) => !outdated)),
  };
}

/** Findings of the run that are no longer open. */
function reviewedOf(database: Database.Database): number {
  const count = database.prepare<[], number>("SELECT count(*) FROM listed WHERE change <> 'gone' AND state <> 'open'");
  return count.pluck().get() ?? 0;
}

async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}

const FIRST_LEVEL = { level: 'notice' } as const;

interface Standing {
  readonly state: keyof typeof stateWords;
  readonly assignee: string | null;
  readonly dueDate: string | null;
}

/** State of each finding, and the words of the decision that led to it. */
function reviewsOf({ database }: Inspection, language: 'zh' | 'en'): NonNullable<ReportInput['reviews']> {
  const standing = database.prepare<[string], Standing>(
    'SELECT state, assignee, due_date AS dueDate FROM standing WHERE fingerprint = ?',
  );
  return (fingerprint) => {
    const { state, assignee, dueDate } = standing.get(fingerprint) ?? { state: 'open', assignee: null, dueDate: null };
    const last = historyOf(database, fingerprint).findLast(({ reason, comment }) => reason !== '' || comment !== '');
    const done = last?.action === 'rectify' ? last.dueDate : null;
    const words = state === 'open' ? [last?.comment] : [done, last?.reason, last?.comment];
    const note = [...words, assignee, dueDate].filter((text) => text !== undefined && text !== null && text !== '');
    return { state: stateWords[state][language], note: note.join('；') };
  };
}

/** Between as many of a large run's findings a cancel is heard. */
const AT_ONCE = 2000;

/** The latest run as it was judged. @throws CodedError `E_NOT_FOUND` where nothing was run yet; the signal's reason */
async function latestResult({ database }: Inspection, signal: AbortSignal): Promise<InspectionResult> {
  const run = database
    .prepare<[], { id: number; asOf: string; context: string }>(
      'SELECT id, as_of AS asOf, context FROM run ORDER BY id DESC LIMIT 1',
    )
    .get();
  if (run === undefined) throw new CodedError('E_NOT_FOUND', 'run');
  const bodies = async <Body>(table: string, condition = ''): Promise<Body[]> => {
    const stored = database
      .prepare<[number], string>(`SELECT body FROM ${table} WHERE run_id = ? ${condition} ORDER BY ordinal`)
      .pluck()
      .iterate(run.id);
    const found: Body[] = [];
    for (const body of stored) {
      found.push(JSON.parse(body) as Body);
      if (found.length % AT_ONCE !== 0) continue;
      await setImmediate();
      signal.throwIfAborted();
    }
    return found;
  };
  const { errors } = JSON.parse(run.context) as Pick<InspectionResult, 'errors'>;
  return {
    asOf: run.asOf,
    findings: await bodies('finding'),
    // Runs kept before notices had levels are notices.
    upcoming: (await bodies<UpcomingEntry>('upcoming')).map((each) => ({ ...FIRST_LEVEL, ...each })),
    indeterminate: await bodies('indeterminate'),
    errors,
    rules: await bodies('coverage', "AND kind = 'rule'"),
    clauses: await bodies('coverage', "AND kind = 'clause'"),
  };
}
