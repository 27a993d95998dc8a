import { setImmediate } from 'node:timers/promises';
import { CodedError } from '../../../contract/errors.ts';
import { createRegisterSet } from '../../../core/fact/register-set.ts';
import { judgeInspection } from '../../../core/finding/judge-inspection.ts';
import { counted, type Bilingual } from '../../../core/language.ts';
import type { Inspection } from '../../inspection/inspection-file.ts';
import { sha256 } from '../../json-files.ts';
import { loadCorrectedRegisters } from '../corrected-registers.ts';
import { readInfo } from '../info.ts';
import { storeReviewedRun } from '../store-reviewed-run.ts';
import type { JobStart } from './job-messages.ts';
import { jobRulebook } from './job-rulebook.ts';
import type { JobHands } from './job-hands.ts';

/** Judges everything that was imported, and keeps the result in place of the former one; whole or not at all. */
export async function judgeJob(
  inspection: Inspection,
  start: JobStart,
  { signal, progress }: JobHands,
): Promise<Bilingual> {
  const info = readInfo(inspection.database);
  if (info === undefined) throw new CodedError('E_NOT_FOUND', 'info');
  const { asOf } = info;
  const { pack, calendar } = await jobRulebook(inspection, start);
  progress({ done: 0, total: null, words: { zh: '正在装入记录', en: 'Loading records' } });
  const registers = loadCorrectedRegisters(inspection, pack.registerDefinitions);
  const result = await judgeInspection(
    pack,
    createRegisterSet(registers, pack.facts.derivedRegisters, asOf, calendar),
    { asOf, calendar, sha256 },
    {
      isCancelled: () => signal.aborted,
      onProgress: async ({ done, total, rules }) => {
        progress({
          done,
          total,
          rules: rules(),
          words: { zh: `已检查 ${done} / ${total} 行记录`, en: `${done} of ${counted(total, 'record')} judged` },
        });
        await setImmediate();
      },
    },
  );
  signal.throwIfAborted();
  if (result === null) throw new CodedError('E_CANCELLED');
  progress({ done: 0, total: null, words: { zh: '正在保存结果', en: 'Saving the result' } });
  storeReviewedRun(inspection, { result, pack, calendar, registers, profile: null, only: null });
  return {
    zh: `检查完成：${result.findings.length} 条线索，${result.indeterminate.length} 处无法判定`,
    en: `Check done: ${counted(result.findings.length, 'finding')}, ${counted(result.indeterminate.length, 'record')} that could not be judged`,
  };
}
