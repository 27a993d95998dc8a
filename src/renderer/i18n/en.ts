import { importEn } from './import.en.ts';
import { mapEn } from './map.en.ts';
import { runEn } from './run.en.ts';
import { paletteEn } from './palette.en.ts';
import { rulesEn } from './rules.en.ts';
import { statisticsEn } from './statistics.en.ts';
import { reportEn } from './report.en.ts';
import { settingsEn } from './settings.en.ts';
import { logEn } from './log.en.ts';
import { helpEn } from './help.en.ts';
import { reviewEn } from './review.en.ts';
import type { Same } from './same.ts';
import type { zh } from './zh.ts';
import { sourceEn } from './source.en.ts';
import { validateEn } from './validate.en.ts';

export const en: Same<typeof zh> = {
  import: importEn,
  map: mapEn,
  validate: validateEn,
  source: sourceEn,
  review: reviewEn,
  run: runEn,
  rules: rulesEn,
  statistics: statisticsEn,
  report: reportEn,
  settings: settingsEn,
  log: logEn,
  help: helpEn,
  palette: paletteEn,
  app: {
    name: 'Enforcement check',
    offline: 'Offline',
    blocked: '{{count}} requests blocked',
    saved: 'Saved',
    pack: 'Rules {{version}}',
    calendar: 'Calendar {{from}}–{{to}}',
    masked: 'Names and ID numbers masked',
    unmasked: 'Names and ID numbers shown',
  },
  place: {
    workbench: 'Home',
    check: 'Check',
    source: 'Sheets',
    statistics: 'Statistics',
    rules: 'Rules',
    log: 'Log',
    settings: 'Settings',
    help: 'Help',
    import: 'Import',
    map: 'Map headers',
    validate: 'Validate',
    run: 'Run check',
    review: 'Review',
    report: 'Report',
  },
  class: { violation: 'Suspected violation', overLimit: 'Over internal limit', lead: 'Lead' },
  severity: { critical: 'critical', major: 'major', minor: 'minor' },
  state: {
    open: 'To review',
    proposed: 'Proposed',
    moreInfo: 'More information',
    confirmed: 'Confirmed',
    referred: 'Referred',
    dismissed: 'Dismissed',
  },
  stepCount: {
    import: '{{count}} files',
    map: '{{count}} / {{of}} sheets',
    validate: '{{share}} checkable',
    run: '{{count}} / {{of}} rules',
    review: '{{count}} / {{of}} done',
    report: '{{count}} exports',
    none: '—',
  },
  step: { todo: 'to do', current: 'in progress', partial: 'partly done', done: 'done', stale: 'stale' },
  error: {
    happened: 'What happened',
    affects: 'What it affects',
    action: 'What to do',
    code: 'Code {{code}}',
    retry: 'Try again',
  },
  common: {
    cancel: 'Cancel',
    ok: 'OK',
    none: 'none',
    password: 'Password',
    save: 'Save',
    search: 'Find',
    total: '{{count}} in all',
    capsLock: 'Caps lock is on',
  },
  workbench: {
    title: 'Home',
    continue: 'Continue',
    create: 'New inspection',
    open: 'Open inspection…',
    sample: 'Open the sample',
    name: 'Name',
    unit: 'Unit',
    asOf: 'As-of date',
    openFindings: 'To review',
    missing: 'moved or deleted',
    forget: 'Remove from list',
    upcoming: 'Deadlines ahead',
    upcomingNote: 'A deadline ahead is no finding',
    noUpcoming: 'Nothing falls due soon',
    daysLeft: '{{count}} days',
    emptyTitle: 'Three steps to a first result',
    empty1: 'Create an inspection with an as-of date and a password',
    empty2: 'Drop the registers into the window',
    empty3: 'Run the check and review the findings',
    goOn: 'Go on: {{step}}',
    safety: {
      label: 'Safety of the data',
      encrypted: 'Encrypted',
      encryptedNote: 'Originals, records and findings in one file, opened by its password',
      offline: 'Offline',
      offlineNote: 'No network: every request to the outside is blocked',
      secrets: 'Not for state secrets',
      secretsNote: 'Files whose name or header is so marked are refused',
    },
    passwordHint: 'At least 8 characters. Without it the inspection cannot be opened.',
    passwordRepeat: 'Password again',
    passwordDiffers: 'The passwords differ',
    where: 'Save as',
    choose: 'Choose…',
  },
};
