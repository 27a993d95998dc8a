import type { Bilingual } from '../../../core/language.ts';
import type { Inspection } from '../../inspection/inspection-file.ts';
import type { JobHands } from './job-hands.ts';

/** Reads every page before anybody relies on one of them: a changed byte is refused wherever it stands. */
export function verifyJob(inspection: Inspection, { progress }: JobHands): Promise<Bilingual> {
  progress({ done: 0, total: null, words: { zh: '正在逐页核对检查文件', en: 'Reading every page of the inspection' } });
  inspection.verify();
  return Promise.resolve({ zh: '检查文件完整', en: 'The inspection file is whole' });
}
