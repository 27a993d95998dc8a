import type { RegisterRecord } from '../register/record.ts';
import { answeredDay } from './answered-day.ts';
import { hasValue, textOf } from './cells.ts';
import type { FactDefinition, FactResult } from './fact.ts';
import { Unknown } from './fact.ts';
import { fixedReads } from './neighbours.ts';
import { mentionsAny } from './words.ts';

const MATTERS = 'supervisedMatter';

const CONGRESS = ['人大', '人民代表大会', '常委会'];
const LEADS = ['线索', '移送', '举报', '干预', '过问', '拒不协助', '司法建议'];
/** What a court reports to the congress (法院报告的重大事项) and the congress assigns. */
const REPORTED = ['报告', '法院', '高院', '中院'];
const SUPERVISORY_ORGANS = ['监察', '监委', '纪委', '纪检', '派驻'];

/** 人大 (assigned by a people's congress) or 线索 (a lead referred), by the words of source, matter and undertaker. */
function originOf(record: RegisterRecord): FactResult {
  const source = textOf(record, 'source');
  if (mentionsAny(source, CONGRESS)) return '人大';
  if (mentionsAny(source, LEADS)) return '线索';
  if (source !== '' && !mentionsAny(source, REPORTED)) return '其他';
  if (mentionsAny(textOf(record, 'matter'), LEADS)) return '线索';
  if (hasValue(record, 'reportedDate')) return '人大';
  if (mentionsAny(textOf(record, 'undertaker'), SUPERVISORY_ORGANS)) return '线索';
  if (source !== '') return '人大';
  // The table of supervised matters has no column for the source: all of it comes from the congress.
  return record.values.source === null ? new Unknown('missing', ['source']) : '人大';
}

const matterOrigin: FactDefinition = {
  name: 'matterOrigin',
  register: MATTERS,
  label: { zh: '事项来源(人大、线索、其他)', en: 'origin of the matter (congress, lead, other)' },
  type: 'text',
  shared: true,
  reads: fixedReads(['source', 'matter', 'reportedDate', 'undertaker']),
  evaluate: originOf,
};

const matterFeedback: FactDefinition = {
  name: 'matterFeedback',
  register: MATTERS,
  label: { zh: '反馈日', en: 'day of the feedback' },
  type: 'date',
  shared: true,
  reads: fixedReads(['feedbackDate', 'result']),
  evaluate: (record) => answeredDay(record, 'feedbackDate', ['result']),
};

/** A body that a resolution binds to report (一府一委两院), and not one of its departments. */
const BOUND = /(?:政府|监察委员会|监委|法院|检察院)$/u;

const boundByResolution: FactDefinition = {
  name: 'boundByResolution',
  register: MATTERS,
  label: {
    zh: '承办单位是一府一委两院',
    en: 'undertaken by the government, commission, court or procuratorate itself',
  },
  type: 'boolean',
  shared: true,
  reads: fixedReads(['undertaker']),
  evaluate: (record): FactResult => {
    const undertaker = textOf(record, 'undertaker');
    return undertaker === '' ? new Unknown('missing', ['undertaker']) : BOUND.test(undertaker);
  },
};

export const supervisedMatterFacts: readonly FactDefinition[] = [matterOrigin, matterFeedback, boundByResolution];
