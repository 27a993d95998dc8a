import type { Same } from './same.ts';
import type { statisticsZh } from './statistics.zh.ts';

export const statisticsEn: Same<typeof statisticsZh> = {
  title: 'Statistics',
  hint: 'Press a mark or a number to see its rows',
  toReport: 'Export Excel',
  empty: 'No findings to count',
  emptyHint: 'After a run the statistics stand here.',
  funnel: 'Progress of the review',
  whole: 'All findings',
  ofAll: '{{rate}} of all ({{part}} / {{whole}})',
  party: 'By unit',
  rule: 'By rule',
  clause: 'By clause',
  severity: 'By severity',
  month: 'By month of the matter',
  monthNote: 'by the date used in the judgement',
  total: 'Total',
  records: 'Rows',
  perThousand: 'Per 1,000',
  share: 'Share',
  chart: '{{title}}: chart; the numbers stand in the table beside it',
  noChart: 'No data',
  shownOf: 'The chart shows the first {{shown}}, the table all {{all}}',
};
