import type Database from 'better-sqlite3-multiple-ciphers';
import type { ChannelResult } from '../../contract/channels.ts';
import { addLog } from './log.ts';

type Version = ChannelResult<'report.versions'>[number];

const DETAIL = /^version=(\d+) findings=(\d+) reviewed=(\d+) sha256=([0-9a-f]{64})$/u;

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
    const [, version, findings, reviewed, sha256 = ''] = DETAIL.exec(detail) ?? [];
    // Reports of earlier programs have no number.
    if (version === undefined) return [];
    return [{ version: Number(version), at, findings: Number(findings), reviewed: Number(reviewed), sha256 }];
  });
}

/** Notes a report that was written. */
export function addReportVersion(
  database: Database.Database,
  { findings, reviewed, sha256 }: Pick<Version, 'findings' | 'reviewed' | 'sha256'>,
): void {
  const version = (reportVersions(database)[0]?.version ?? 0) + 1;
  addLog(database, 'exported', `version=${version} findings=${findings} reviewed=${reviewed} sha256=${sha256}`);
}
