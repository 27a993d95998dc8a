import { CodedError } from '../../../contract/errors.ts';
import type { Bilingual } from '../../../core/language.ts';
import type { Inspection } from '../../inspection/inspection-file.ts';
import { openPack } from '../../pack-file/pack-file.ts';
import { layOut } from '../../pack-file/pack-folder.ts';
import { loadRulePack, RulePackError } from '../../rule-pack.ts';
import { addLog } from '../log.ts';
import { writePack } from '../pack/stored-pack.ts';
import type { JobHands } from './job-hands.ts';
import type { JobRequest } from './job-messages.ts';

/** Runs the tests of a pack in both engines, and keeps the pack in the inspection when all of them pass. */
export async function packJob(
  { database }: Inspection,
  { file }: Extract<JobRequest, { kind: 'pack' }>,
  { progress, signal }: JobHands,
): Promise<Bilingual> {
  progress({ done: 0, total: null, words: { zh: '正在运行规则包自带的测试', en: 'Running the tests of the pack' } });
  const bytes = Buffer.from(file, 'base64');
  const opened = openPack(bytes);
  const folder = layOut(opened);
  try {
    const { version, sha256, rules } = await loadRulePack(folder.root, { runTests: true });
    signal.throwIfAborted();
    const keep = database.transaction(() => {
      writePack(database, { version, sha256, bytes });
      addLog(database, 'packChanged', `imported=${version} rules=${rules.length} sha256=${sha256}`);
    });
    keep.immediate();
    return { zh: `规则包 ${version} 已导入，请重新运行检查`, en: `Rule pack ${version} imported; run the check again` };
  } catch (error) {
    if (!(error instanceof RulePackError)) throw error;
    const failed = error.failures.map(({ ruleId, test }) => `${ruleId} “${test}”`);
    throw new CodedError('E_PACK_TESTS', failed.slice(0, 5).join('; '));
  } finally {
    folder.remove();
  }
}
