import type { Same } from './same.ts';
import type { helpZh } from './help.zh.ts';

export const helpEn: Same<typeof helpZh> = {
  title: 'Help',
  manual: 'Manual',
  keys: 'Shortcuts',
  glossary: 'Glossary',
  errors: 'Error codes',
  manualText: `New inspection|On the first screen press "New inspection" and set a name, an as-of date and a password. The file is encrypted; without the password it cannot be opened.
Import|Drop registers (Excel, WPS, ODS, CSV) into the window. Register, sheet and header row are recognised; the originals are never changed. Macros, formulas and links are not run.
Map headers|Begin with low confidence and missing columns. Without a required field the rules that need it cannot check; the page names them. A mapping can be saved as a template.
Validate|Cells that could not be read. A correction is an overlay: the original stays, with value, time and reason beside it. The list of gaps can be exported, filled in and imported.
Run check|Switch rules off, one or a whole group, or change internal parameters; what the law sets cannot be changed. What is known not to be checkable is said before the run. Coverage says what was not checked, and why.
Review|Conclusion, conditions, cells and law, one by one. A finding is a suspicion; possible justifications are to be ruled out first. Letters and pictures can be attached; they are kept in the inspection.
Statistics|Findings by unit, month, rule and clause, narrowed by unit, clause, state and month; indicators with both sides of the fraction and the rows excluded; points are an internal reference; deadlines ahead are no findings.
Report|Choose the parts, the marking and whom it is for, look at the pages in the preview and at what to know before, then export Excel. Each export is a version, told by its SHA-256.
Backup|Settings write a second file of the inspection and read it back. Keep it on another disk; the workbench says when changes of more than 7 days are not backed up. Opening reads every page: an altered file is refused.
Tables of data|When the holidays of a new year are published, import them in the settings; outside the calendar workdays are not counted, and such rows are undecidable. Departments’ limits and court codes go out and in there, too.
Rule packs|A signed pack is imported in the rule library: look at the differences, and compare the fingerprint with its publisher. It is for this inspection only, and can be taken back.
Safety|The program is offline. Names and ID numbers are masked by default. Not for state secrets.`,
  keyText: `Ctrl K|Commands and search: findings, rules, registers, commands
Ctrl 1 – Ctrl 7|First screen and the six steps
Ctrl N, Ctrl O|New inspection, open inspection
Ctrl I|Import
Ctrl E|Export the report
Ctrl =, Ctrl -, Ctrl 0|Larger, smaller, standard text
F1|Help
J / K|Next, previous finding
Space|Tick a finding
C / X / E / M|Propose, dismiss, refer, more information
A, /|Assign, comment
Ctrl Z|Undo`,
  glossaryText: `Suspected violation|The data do not fit a duty set by law; to be reviewed before anything is decided.
Over internal limit|Beyond an internal reference limit, which no law sets.
Lead|The data hint at a problem but do not show a breach.
As-of date|The day on which "overdue" is judged.
Undecidable|Data are missing, or a date lies outside the calendar.
Excused|The data prove a ground that excuses.
Pending|The time limit still runs.
No issue seen|Nothing against the rule in the data at hand.
Internal reference limit|A value set by the user where the law states no days; marked *.
Coverage|What was checked, what was not, and why.`,
};
