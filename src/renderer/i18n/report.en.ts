import type { Same } from './same.ts';
import type { reportZh } from './report.zh.ts';

export const reportEn: Same<typeof reportZh> = {
  title: 'Report',
  export: 'Export Excel…',
  exporting: 'Exporting',
  done: 'Exported',
  file: 'File',
  noRun: 'The check has not been run; there is nothing to export',
  toRun: 'Go to the check',
  stale: 'The result is stale: {{reason}}. What is exported is the last run.',
  name: 'Findings',
  unreviewed: '{{open}} to review, {{decided}} decided; the file lists all findings of the last run with their state.',
  versions: 'Versions exported',
  versionsNote: 'they only grow; the SHA-256 tells which one a file is',
  version: 'Version',
  number: 'Version {{version}}',
  findings: 'Findings',
  reviewed: 'Decided',
  copySha: 'Copy the SHA-256 of version {{version}}',
  contents: 'What is in the file',
  sheets: 'Summary|Findings|Indeterminate|Upcoming|Rules|Clauses|Checklist|Indicators|Scorecard|Sources',
  sheetNotes:
    'As-of date, versions of rules and calendar, findings by class|Each finding: conclusion, grounds, law, cells, with links to the rows added|What is missing, in which row|Deadlines ahead, no findings|Rows and results of each rule; what was not checked, and why|How far each clause of the resolution was checked|What no register shows and a person answers|Rates with numerator, denominator, what was left out and what lacked data|Points by unit, an internal reference only|File, SHA-256, sheet, rows; then the original rows of the findings',
  masking: 'Names and ID numbers in the file are always masked',
  neutral: 'A finding says "suspected, to be reviewed"; it decides nothing.',
};
