import type Database from 'better-sqlite3-multiple-ciphers';
import type { ChannelResult } from '../../contract/channels.ts';
import { reportChoice } from '../../contract/report-choice.ts';
import { MARKINGS, WHOLE_REPORT, type ReportChoice } from '../../core/finding/report-choice.ts';
import { readMeta, writeMeta } from './info.ts';
import { addLog } from './log.ts';

type Version = ChannelResult<'report.versions'>[number];

/** Reports of earlier programs have no marking. */
const DETAIL =
  /^version=(\d+) findings=(\d+) reviewed=(\d+)(?: marking=([a-zA-Z]+) recipients=\d+)? sha256=([0-9a-f]{64})$/u;

/**
 * Every report that was written, latest first. They stand in the log, which nobody can change: a file that is shown later is one
 * of them, by its hash, or it is not.
 */
export function reportVersions(database: Database.Database): Version[] {
  const rows = database
    .prepare<[], { at: string; detail: string }>(
      "SELECT at, detail FROM log WHERE event = 'exported' ORDER BY number DESC",
    )
    .all();
  return rows.flatMap(({ at, detail }): Version[] => {
    const [, version, findings, reviewed, marked, sha256 = ''] = DETAIL.exec(detail) ?? [];
    // Reports of earlier programs have no number.
    if (version === undefined) return [];
    const marking = MARKINGS.find((each) => each === marked) ?? 'none';
    const { recipients } = choiceOf(readMeta(database, choiceKey(version)));
    const counts = { findings: Number(findings), reviewed: Number(reviewed) };
    return [{ version: Number(version), at, ...counts, marking, recipients, sha256 }];
  });
}

/** Sections, marking and recipients of the report that was written last. */
export function lastChoice(database: Database.Database): ReportChoice {
  const [last] = reportVersions(database);
  return choiceOf(last === undefined ? undefined : readMeta(database, choiceKey(last.version)));
}

/** Whom a version was meant for may name people: it stays out of the log, which tells their number. */
function choiceKey(version: number | string): string {
  return `report.${version}`;
}

function choiceOf(stored: unknown): ReportChoice {
  return reportChoice.safeParse(stored).data ?? WHOLE_REPORT;
}

/** Notes a report that was written. */
export function addReportVersion(
  database: Database.Database,
  { findings, reviewed, sha256, choice }: Pick<Version, 'findings' | 'reviewed' | 'sha256'> & { choice: ReportChoice },
): void {
  const version = (reportVersions(database)[0]?.version ?? 0) + 1;
  const chosen = `marking=${choice.marking} recipients=${choice.recipients.length}`;
  const add = database.transaction(() => {
    writeMeta(database, choiceKey(version), choice);
    addLog(
      database,
      'exported',
      `version=${version} findings=${findings} reviewed=${reviewed} ${chosen} sha256=${sha256}`,
    );
  });
  add.immediate();
}
