import type { paletteZh } from './palette.zh.ts';
import type { Same } from './same.ts';

export const paletteEn: Same<typeof paletteZh> = {
  title: 'Commands and search',
  open: 'Search cases, units, rules, commands',
  placeholder: 'A command, case, unit, rule by name or pinyin initials, or the id of a finding',
  results: 'Results',
  nothing:
    'Nothing found. Try a case number, the name of a rule, pinyin initials, or the first eight digits of a finding’s id.',
  hint: 'move',
  choose: 'do it',
  close: 'close',
  go: 'Go to {{place}}',
  openRecent: 'Open inspection {{name}}',
  noSheet: 'Not in this inspection; shows the rules that read it',
  group: {
    recent: 'Recent inspections',
    command: 'Commands',
    finding: 'Findings',
    rule: 'Rules',
    register: 'Registers',
  },
  act: {
    inspection_create: 'New inspection',
    inspection_open: 'Open inspection…',
    inspection_sample: 'Open the sample inspection',
    inspection_close: 'Close inspection',
    files_import: 'Choose files to import…',
    check_run: 'Run check: run now',
    report_export: 'Export Excel report…',
    help_keys: 'List of shortcuts',
    text_larger: 'Larger text',
    text_smaller: 'Smaller text',
    text_reset: 'Standard text',
    theme_light: 'Appearance: light',
    theme_dark: 'Appearance: dark',
    theme_system: 'Appearance: as the system',
    language_zh: 'Language: 中文',
    language_en: 'Language: English',
  },
};
