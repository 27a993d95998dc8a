import type { WorkCalendar } from '../../core/calendar/calendar.ts';
import type { RegisterData } from '../../core/fact/register-set.ts';
import type { InspectionResult } from '../../core/finding/judge-inspection.ts';
import type { RulePack } from '../../core/rule/pack.ts';
import { indicatorsOf } from '../audit/indicators.ts';
import type { Inspection } from '../inspection/inspection-file.ts';
import { storeRun } from '../inspection/results.ts';
import type { RunContext } from '../inspection/results.ts';
import { storeListing } from './findings/listing.ts';
import { writeMeta } from './info.ts';
import { keepIndicators } from './kept-indicators.ts';
import { addLog } from './log.ts';
import { countPartyRecords } from './party-records.ts';

export interface ReviewedRun extends Pick<RunContext, 'profile' | 'only'> {
  readonly result: InspectionResult;
  readonly pack: RulePack;
  readonly calendar: WorkCalendar;
  readonly registers: readonly RegisterData[];
}

/** Keeps a run with the list that people review, in place of the former one; whole or not at all. */
export function storeReviewedRun(inspection: Inspection, run: ReviewedRun): void {
  const { database } = inspection;
  const { result, pack, calendar, registers, profile, only } = run;
  const indicators = indicatorsOf(run, result.asOf);
  database
    .transaction(() => {
      const id = storeRun(inspection, result, {
        rulePack: { version: pack.version, sha256: pack.sha256 },
        calendar: { version: calendar.version, from: calendar.from, to: calendar.to },
        profile,
        only,
      });
      storeListing(database, id, result.findings, pack);
      writeMeta(database, 'partyRecords', countPartyRecords(pack, registers));
      keepIndicators(database, indicators);
      writeMeta(database, 'runAt', new Date().toISOString());
      addLog(
        database,
        'run',
        `run=${id} rules=${result.rules.length} findings=${result.findings.length} indeterminate=${result.indeterminate.length} errors=${result.errors.length}`,
      );
    })
    .immediate();
}
