import type { FindingRow } from '../../contract/model.ts';
import type { Bilingual } from '../../core/language.ts';

/** How a finding stands, in words: in the list and in the report. */
export const stateWords: Readonly<Record<FindingRow['state'], Bilingual>> = {
  open: { zh: '待核查', en: 'To review' },
  proposed: { zh: '已提出确认', en: 'Proposed' },
  moreInfo: { zh: '待补充', en: 'More information' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  referred: { zh: '已移送', en: 'Referred' },
  rectified: { zh: '已整改', en: 'Rectified' },
  dismissed: { zh: '已排除', en: 'Dismissed' },
};
