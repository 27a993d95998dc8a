import { setImmediate } from 'node:timers/promises';
import type { Bilingual } from '../../../core/language.ts';
import type { Inspection } from '../../inspection/inspection-file.ts';
import { readPages } from '../../inspection/verify-pages.ts';
import type { JobHands } from './job-hands.ts';

/**
 * Reads every page before anybody relies on one of them: a changed byte is refused wherever it stands. Then holds the pages
 * against each other; that is one call, which a cancel waits for.
 */
export async function verifyJob(inspection: Inspection, { progress, signal }: JobHands): Promise<Bilingual> {
  const letCancelIn = async (): Promise<void> => {
    await setImmediate();
    signal.throwIfAborted();
  };
  await readPages(inspection.database, async ({ done, total, bytes }) => {
    const size = `${((total * bytes) / 1024 ** 2).toFixed(1)} MB`;
    const [read, all] = [done.toLocaleString('en'), total.toLocaleString('en')];
    progress({
      done,
      total,
      words:
        done < total
          ? { zh: `已核对 ${read} / ${all} 页，共 ${size}`, en: `${read} of ${all} pages read, ${size} in all` }
          : {
              zh: `${all} 页都已读过，正在核对页与页的关联`,
              en: `All ${all} pages read; holding them against each other`,
            },
    });
    await letCancelIn();
  });
  inspection.verify();
  await letCancelIn();
  return { zh: '检查文件完整', en: 'The inspection file is whole' };
}
