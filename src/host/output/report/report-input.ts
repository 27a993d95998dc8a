import type { WorkCalendar } from '../../../core/calendar/calendar.ts';
import type { RegisterData } from '../../../core/fact/register-set.ts';
import type { ChecklistAnswer } from '../../../core/finding/checklist-score.ts';
import type { InspectionResult } from '../../../core/finding/judge-inspection.ts';
import type { ReportChoice } from '../../../core/finding/report-choice.ts';
import type { IndicatorResult } from '../../../core/indicator/indicator-result.ts';
import type { Language } from '../../../core/language.ts';
import type { RulePack } from '../../../core/rule/pack.ts';
import type { FileEntry } from '../../import/import-report.ts';

/** What people decided on a finding, in words of the report's language. */
export interface ReviewNote {
  readonly state: string;
  /** Latest reason and comment, assignee and due date; empty where there is none. */
  readonly note: string;
}

/** Everything that the report shows. The same result stands in the JSON files. */
export interface ReportInput {
  readonly language: Language;
  readonly pack: RulePack;
  readonly calendar: WorkCalendar;
  /** Name of the tailoring profile, or `null` where none was used. */
  readonly profile: string | null;
  readonly result: InspectionResult;
  readonly files: readonly FileEntry[];
  readonly registers: readonly RegisterData[];
  /** As they were counted with the run; counted from the records where nobody kept them, as on the command line. */
  readonly indicators?: readonly IndicatorResult[];
  /** By finding; absent where nobody reviews, as on the command line: the report then has no such columns. */
  readonly reviews?: (findingId: string) => ReviewNote;
  /** Sections, marking and recipients; the whole report without a mark where nobody chose. */
  readonly choice?: ReportChoice;
  /** Answers of people to the checklist, by item; absent where nobody answers. */
  readonly answers?: ReadonlyMap<string, { readonly answer: ChecklistAnswer; readonly note: string }>;
}
