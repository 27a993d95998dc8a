import { setImmediate } from 'node:timers/promises';
import type { WorkCalendar } from '../../core/calendar/calendar.ts';
import type { LocalDate } from '../../core/calendar/local-date.ts';
import type { RegisterData } from '../../core/fact/register-set.ts';
import { createRegisterSet } from '../../core/fact/register-set.ts';
import type { InspectionResult } from '../../core/finding/judge-inspection.ts';
import { judgeInspection } from '../../core/finding/judge-inspection.ts';
import type { MappingTemplate } from '../../core/register/mapping-template.ts';
import type { RulePack } from '../../core/rule/pack.ts';
import type { FoundFile } from '../import/find-files.ts';
import type { ImportedFile, ImportOptions, ImportProgress } from '../import/import-files.ts';
import { importFiles } from '../import/import-files.ts';
import type { FileEntry } from '../import/import-report.ts';
import { importEntries, loadRegisters } from '../import/stored-registers.ts';
import type { Inspection } from '../inspection/inspection-file.ts';
import { storeRun } from '../inspection/results.ts';
import { writeInfo } from '../desktop/info.ts';
import { addLog, logImport } from '../desktop/log.ts';
import { storeReviewedRun } from '../desktop/store-reviewed-run.ts';
import { sha256 } from '../json-files.ts';

export interface AuditRequest {
  readonly inspection: Inspection;
  readonly files: readonly FoundFile[];
  /** With the profile applied. */
  readonly pack: RulePack;
  readonly profile: string | null;
  readonly calendar: WorkCalendar;
  readonly asOf: LocalDate;
  readonly mapping: MappingTemplate | null;
  /** Rule ids to run; all active ones when left out. */
  readonly only?: ReadonlySet<string>;
  /** Name under which people review the inspection in the window later; left out for one that is thrown away. */
  readonly reviewedAs?: string;
}

export type AuditProgress =
  | ({ readonly stage: 'import' } & ImportProgress)
  | { readonly stage: 'judge'; readonly done: number; readonly total: number };

export interface AuditOptions extends Pick<ImportOptions, 'signal' | 'modules' | 'spare'> {
  readonly onProgress?: (progress: AuditProgress) => void;
  /** Called as soon as a file is known to be left out. */
  readonly onFailure?: (file: ImportedFile) => void;
}

export interface Audit {
  readonly files: readonly FileEntry[];
  readonly registers: readonly RegisterData[];
  readonly result: InspectionResult;
}

/**
 * The whole road: files → records → findings, all kept in the inspection.
 * @throws the signal's reason when cancelled; InspectionError when the inspection cannot be written
 */
export async function runAudit(request: AuditRequest, options: AuditOptions = {}): Promise<Audit> {
  const { inspection, pack, calendar, asOf, profile, reviewedAs } = request;
  const { onProgress, onFailure, ...importing } = options;
  const { signal } = options;
  if (reviewedAs !== undefined) {
    writeInfo(inspection.database, { name: reviewedAs, unit: '', asOf });
    addLog(inspection.database, 'created', `asOf=${asOf}`);
  }
  const imported = await importFiles(
    inspection,
    request.files,
    {
      registers: pack.registerDefinitions,
      courtCodes: pack.courtCodes,
      mapping: request.mapping,
      keepRows: reviewedAs !== undefined,
    },
    {
      ...importing,
      onProgress: (progress) => onProgress?.({ stage: 'import', ...progress }),
      onImported: (file) => {
        if (file.failure !== null) onFailure?.(file);
      },
    },
  );
  if (reviewedAs !== undefined) logImport(inspection.database, imported);
  const registers = loadRegisters(inspection);
  const result = await judgeInspection(
    pack,
    createRegisterSet(registers, pack.facts.derivedRegisters, asOf, calendar),
    { asOf, calendar, sha256, ...(request.only === undefined ? {} : { only: request.only }) },
    {
      isCancelled: () => signal?.aborted === true,
      onProgress: async ({ done, total }) => {
        onProgress?.({ stage: 'judge', done, total });
        await setImmediate();
      },
    },
  );
  signal?.throwIfAborted();
  if (result === null) throw new Error('judging ended without a result');
  const only = request.only === undefined ? null : [...request.only].sort();
  if (reviewedAs === undefined) {
    storeRun(inspection, result, {
      rulePack: { version: pack.version, sha256: pack.sha256 },
      calendar: { version: calendar.version, from: calendar.from, to: calendar.to },
      profile,
      only,
    });
  } else {
    storeReviewedRun(inspection, { result, pack, calendar, registers, profile, only });
  }
  return { files: [...importEntries(inspection)], registers, result };
}
