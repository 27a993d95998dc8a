import type { RuleProgress } from '../../../core/finding/judge-inspection.ts';
import type { ReportChoice } from '../../../core/finding/report-choice.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { ReportPreview } from '../../../contract/report-preview.ts';
import type { Bilingual, Language } from '../../../core/language.ts';
import type { MappingTemplate, SavedMapping } from '../../../core/register/mapping-template.ts';
import type { FoundFile } from '../../import/find-files.ts';
import type { InspectionTicket } from '../../inspection/inspection-file.ts';

/** What a job does. */
export type JobRequest =
  | { readonly kind: 'import'; readonly files: readonly FoundFile[]; readonly mapping: MappingTemplate | null }
  | { readonly kind: 'remap'; readonly sheets: readonly Remapping[] }
  | { readonly kind: 'run' }
  | { readonly kind: 'gapsOut'; readonly path: string }
  | { readonly kind: 'gapsIn'; readonly path: string }
  | { readonly kind: 'backup'; readonly path: string }
  | { readonly kind: 'verify' }
  /** A pack file, base64. */
  | { readonly kind: 'pack'; readonly file: string }
  | { readonly kind: 'export'; readonly path: string; readonly language: Language; readonly choice: ReportChoice };

/** How one sheet is to be read from now on. */
export interface Remapping {
  readonly sheetId: number;
  /** `null`: the sheet is no register and is not read. */
  readonly mapping: SavedMapping | null;
  /** Fields that a person said the sheet does not have. */
  readonly absent: readonly string[];
}

/** What is asked of an inspection without changing it: answered beside whatever else goes on. */
export interface PreviewQuestion {
  readonly kind: 'preview';
  readonly language: Language;
  readonly choice: ReportChoice;
}

/** What the thread is given. */
export interface JobStart<Request = JobRequest> {
  readonly request: Request;
  readonly ticket: InspectionTicket;
  /** Folder of the rule pack. */
  readonly rules: string;
  /** Hash of the pack that the program has checked already. */
  readonly checkedRules?: string | undefined;
  readonly modules: { readonly workbookWorker: string; readonly importTask: string; readonly tableTask: string };
}

/** How far a job is. */
export interface JobProgress {
  readonly done: number;
  readonly total: number | null;
  readonly words: Bilingual;
  /** Of a run that judges. */
  readonly rules?: readonly RuleProgress[];
}

/** What the thread says; all but progress end it. */
export type JobReport =
  | ({ readonly kind: 'progress' } & JobProgress)
  | { readonly kind: 'done'; readonly words: Bilingual }
  | { readonly kind: 'answered'; readonly preview: ReportPreview }
  | { readonly kind: 'cancelled' }
  /** `unexpected`: message of an error that nobody foresaw, for the program's own log. */
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly detail: string; readonly unexpected: string | null };
