import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { CodedError } from '../../../contract/errors.ts';
import type { InspectionResult } from '../../../core/finding/judge-inspection.ts';
import type { Bilingual } from '../../../core/language.ts';
import { importEntries } from '../../import/stored-registers.ts';
import type { Inspection } from '../../inspection/inspection-file.ts';
import { writeReport } from '../../output/report/write-report.ts';
import { SealedOutputs } from '../../output/sealed-outputs.ts';
import { loadCorrectedRegisters } from '../corrected-registers.ts';
import { addLog } from '../log.ts';
import { loadRulebook, tailoredRulebook } from '../rulebook.ts';
import { readTailoring } from '../tailoring.ts';
import type { JobRequest, JobStart } from './job-messages.ts';
import type { JobHands } from './job-hands.ts';

type ReportRequest = Extract<JobRequest, { kind: 'export' }>;

/** Writes the report of the latest run; the file is there whole or not at all. Names and numbers of persons are masked. */
export async function reportJob(
  inspection: Inspection,
  { path, language }: ReportRequest,
  { rules }: JobStart,
  { signal, progress }: JobHands,
): Promise<Bilingual> {
  const { database } = inspection;
  progress({ done: 0, total: null, words: { zh: '正在生成报告', en: 'Making the report' } });
  const result = latestResult(inspection);
  const stock = await loadRulebook(dirname(rules));
  const { pack, calendar, tailoring } = tailoredRulebook(stock.stock, stock.calendar, readTailoring(database));
  const isTailored = Object.keys(tailoring.profile.rules).length > 0;
  const outputs = new SealedOutputs();
  const partial = `${path}.partial`;
  try {
    await writeReport(outputs, 'report.xlsx', {
      language,
      pack,
      calendar,
      profile: isTailored ? tailoring.profile.name : null,
      result,
      files: [...importEntries(inspection)],
      registers: loadCorrectedRegisters(inspection, pack.registerDefinitions),
    });
    signal.throwIfAborted();
    rmSync(partial, { force: true });
    await outputs.unseal('report.xlsx', partial);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  } finally {
    outputs.remove();
  }
  addLog(database, 'exported', `findings=${result.findings.length}`);
  return { zh: '报告已导出', en: 'The report was exported' };
}

/** The latest run as it was judged. @throws CodedError `E_NOT_FOUND` where nothing was run yet */
function latestResult({ database }: Inspection): InspectionResult {
  const run = database
    .prepare<[], { id: number; asOf: string; context: string }>(
      'SELECT id, as_of AS asOf, context FROM run ORDER BY id DESC LIMIT 1',
    )
    .get();
  if (run === undefined) throw new CodedError('E_NOT_FOUND', 'run');
  const bodies = <Body>(table: string, condition = ''): Body[] =>
    database
      .prepare<[number], string>(`SELECT body FROM ${table} WHERE run_id = ? ${condition} ORDER BY ordinal`)
      .pluck()
      .all(run.id)
      .map((body) => JSON.parse(body) as Body);
  const { errors } = JSON.parse(run.context) as Pick<InspectionResult, 'errors'>;
  return {
    asOf: run.asOf,
    findings: bodies('finding'),
    upcoming: bodies('upcoming'),
    indeterminate: bodies('indeterminate'),
    errors,
    rules: bodies('coverage', "AND kind = 'rule'"),
    clauses: bodies('coverage', "AND kind = 'clause'"),
  };
}
