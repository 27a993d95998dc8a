import type { Same } from './same.ts';
import type { reportZh } from './report.zh.ts';

export const reportEn: Same<typeof reportZh> = {
  title: 'Report',
  export: 'Export Excel…',
  exporting: 'Exporting',
  done: 'Exported',
  file: 'File',
  again: 'Export another',
  failed: 'The export did not complete',
  noRun: 'The check has not been run; there is nothing to export',
  toRun: 'Go to the check',
  stale: 'The result is stale: {{reason}}. What is exported is the last run.',
  name: 'Findings',
  unreviewed: '{{open}} to review, {{decided}} decided; the state of each is written.',
  contents: 'What is in the file',
  sheets: 'Summary|Findings|Coverage|Undecidable|Sources',
  sheetNotes:
    'As-of date, versions of rules and calendar, findings by class|Each finding: conclusion, grounds, law, cells, state|Rows and results of each rule; what was not checked, and why|What is missing, in which row|File, SHA-256, sheet, rows',
  masking: 'Names and ID numbers: {{state}}',
  masked: 'masked',
  unmasked: 'shown',
  neutral: 'A finding says “suspected, to be reviewed”; it decides nothing.',
};
