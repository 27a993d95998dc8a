import type Database from 'better-sqlite3-multiple-ciphers';
import type { Overview } from '../../contract/model.ts';
import type { Bilingual } from '../../core/language.ts';
import type { LogEvent } from './log.ts';
import { listSheets } from './sheets.ts';
import type { OpenInspection, Workspace } from './workspace.ts';

type Step = Overview['steps'][number];

/** What makes a result old, in words. */
const staleWords: readonly (readonly [events: readonly LogEvent[], words: Bilingual])[] = [
  [['imported', 'removed'], { zh: '导入有变化，结果已过时', en: 'files changed since the run' }],
  [['mapped'], { zh: '映射有变化，结果已过时', en: 'mapping changed since the run' }],
  [['corrected', 'uncorrected', 'gapsImported'], { zh: '数据有更正，结果已过时', en: 'data corrected since the run' }],
  [['calendarChanged'], { zh: '工作日历已更换，结果已过时', en: 'calendar changed since the run' }],
  [['packChanged'], { zh: '规则包已更换，结果已过时', en: 'rule pack changed since the run' }],
  [['tableChanged'], { zh: '数据表已更换，结果已过时', en: 'a table changed since the run' }],
  [['tailored'], { zh: '规则有调整，结果已过时', en: 'rules tailored since the run' }],
];

function count(database: Database.Database, sql: string): number {
  return database.prepare<[], number>(sql).pluck().get() ?? 0;
}

/** Events since the last run that change what a run would find. */
function staleReason(database: Database.Database): Bilingual | null {
  const since = new Set(
    database
      .prepare<[], string>(
        `SELECT DISTINCT event FROM log WHERE number > (SELECT max(number) FROM log WHERE event = 'run')`,
      )
      .pluck()
      .all(),
  );
  return staleWords.find(([events]) => events.some((event) => since.has(event)))?.[1] ?? null;
}

/** The inspection at a glance: six steps with their live counts. */
export async function readOverview(
  workspace: Workspace,
  { database, info, inspection, isSample }: OpenInspection,
): Promise<Overview> {
  const rulebook = await workspace.rulebook();
  const { pack, calendar } = rulebook;
  return {
    path: inspection.path,
    ...info,
    steps: steps(database, rulebook),
    rulePack: { version: pack.version, sha256: pack.sha256 },
    calendar: { version: calendar.version, from: calendar.from, to: calendar.to },
    backup: isSample ? null : backupState(database, new Date()),
    blockedRequests: workspace.options.blockedRequests(),
  };
}

const DAYS_WITHOUT_BACKUP = 7;

/** What a loss would cost: due when work of more than a week ago stands in this file only. */
function backupState(database: Database.Database, now: Date): { at: string | null; due: boolean } {
  const at =
    database
      .prepare<[], string>("SELECT at FROM log WHERE event = 'backedUp' ORDER BY number DESC LIMIT 1")
      .pluck()
      .get() ?? null;
  const oldest = database
    .prepare<[string], string>(
      `SELECT min(at) FROM log WHERE at > ? AND event IN ('imported', 'run', 'decided', 'corrected', 'answered', 'attached')`,
    )
    .pluck()
    .get(at ?? '');
  const limit = new Date(now.getTime() - DAYS_WITHOUT_BACKUP * 24 * 3600 * 1000).toISOString();
  return { at, due: typeof oldest === 'string' && oldest < limit };
}

function steps(database: Database.Database, rulebook: Parameters<typeof listSheets>[1]): Step[] {
  const files = count(database, 'SELECT count(*) FROM source_file');
  const imported = count(database, 'SELECT count(*) FROM source_file WHERE error IS NULL');
  const sheets = listSheets(database, rulebook);
  const needAttention = sheets.filter(({ register, attention }) => register === null || attention > 0).length;
  const records = sheets.reduce((sum, sheet) => sum + sheet.records, 0);
  const faulty = count(
    database,
    `${uncorrectedRows} SELECT count(*) FROM (SELECT DISTINCT sheet_id, row FROM uncorrected)`,
  );
  const run = steps4to6(database);
  const none = imported === 0;
  return [
    {
      id: 'import',
      state: none ? 'current' : imported < files ? 'partial' : 'done',
      count: imported,
      of: null,
      reason: null,
    },
    {
      id: 'map',
      state: none ? 'todo' : needAttention > 0 ? 'partial' : 'done',
      count: sheets.length - needAttention,
      of: sheets.length,
      reason: null,
    },
    {
      id: 'validate',
      state: none ? 'todo' : faulty > 0 ? 'partial' : 'done',
      count: records - faulty,
      of: records,
      reason: null,
    },
    ...run(none),
  ];
}

/** Cells that could not be read and that nobody corrected. */
export const uncorrectedRows = `
  WITH uncorrected AS (
    SELECT problem.* FROM problem
    JOIN sheet ON sheet.id = problem.sheet_id
    LEFT JOIN correction ON correction.file_id = sheet.file_id AND correction.sheet_ordinal = sheet.ordinal
      AND correction.row = problem.row AND correction.field = problem.field
    WHERE problem.severity = 'error' AND correction.value IS NULL
  )`;

function steps4to6(database: Database.Database): (none: boolean) => Step[] {
  const ran = count(database, 'SELECT count(*) FROM run') > 0;
  const reason = ran ? staleReason(database) : null;
  const rules = count(database, `SELECT count(*) FROM coverage WHERE kind = 'rule'`);
  const checked = count(
    database,
    `SELECT count(*) FROM coverage WHERE kind = 'rule' AND json_extract(body, '$.notCheckable') IS NULL`,
  );
  const findings = count(database, `SELECT count(*) FROM listed WHERE change <> 'gone'`);
  const decided = count(database, `SELECT count(*) FROM listed WHERE change <> 'gone' AND state <> 'open'`);
  const exports = count(database, `SELECT count(*) FROM log WHERE event = 'exported'`);
  const outrun =
    exports > 0 &&
    count(
      database,
      `SELECT (SELECT max(number) FROM log WHERE event = 'run') > (SELECT max(number) FROM log WHERE event = 'exported')`,
    ) === 1;
  return (none) => [
    {
      id: 'run',
      state: reason !== null ? 'stale' : ran ? 'done' : none ? 'todo' : 'current',
      count: checked,
      of: ran ? rules : null,
      reason,
    },
    {
      id: 'review',
      state: !ran ? 'todo' : decided === findings ? 'done' : decided > 0 ? 'partial' : 'current',
      count: decided,
      of: ran ? findings : null,
      reason: null,
    },
    {
      id: 'report',
      state: outrun ? 'stale' : exports > 0 ? 'done' : 'todo',
      count: exports,
      of: null,
      reason: outrun ? { zh: '早于本次运行', en: 'older than the run' } : null,
    },
  ];
}
