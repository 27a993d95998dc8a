import type Database from 'better-sqlite3-multiple-ciphers';
import type { ChannelResult } from '../../contract/channels.ts';
import type { Bilingual } from '../../core/language.ts';
import type { ImportedFile } from '../import/import-files.ts';

/** What is written down, with the words under which it is shown. */
const events = {
  created: { zh: '新建检查', en: 'inspection created' },
  opened: { zh: '打开检查', en: 'inspection opened' },
  closed: { zh: '关闭检查', en: 'inspection closed' },
  imported: { zh: '导入表格', en: 'workbooks imported' },
  removed: { zh: '移除文件', en: 'file removed' },
  mapped: { zh: '调整表头映射', en: 'header mapping changed' },
  corrected: { zh: '更正单元格', en: 'cell corrected' },
  uncorrected: { zh: '撤回更正', en: 'correction withdrawn' },
  gapsAsked: { zh: '列入补正清单', en: 'cells put on the list of gaps' },
  gapsWithdrawn: { zh: '移出补正清单', en: 'cells taken off the list of gaps' },
  gapsExported: { zh: '导出补正清单', en: 'list of gaps exported' },
  gapsImported: { zh: '导入补正清单', en: 'list of gaps imported' },
  tailored: { zh: '调整规则', en: 'rule tailored' },
  calendarChanged: { zh: '更换工作日历', en: 'working calendar changed' },
  packChanged: { zh: '更换规则包', en: 'rule pack changed' },
  tableChanged: { zh: '更换数据表', en: 'table of data changed' },
  backedUp: { zh: '备份检查文件', en: 'inspection backed up' },
  run: { zh: '运行检查', en: 'check run' },
  decided: { zh: '作出处理', en: 'decision made' },
  undone: { zh: '撤销处理', en: 'decision undone' },
  attached: { zh: '添加附件', en: 'attachment added' },
  detached: { zh: '移除附件', en: 'attachment removed' },
  attachmentSaved: { zh: '另存附件', en: 'attachment saved elsewhere' },
  answered: { zh: '回答核查清单', en: 'checklist answered' },
  exported: { zh: '导出报告', en: 'report exported' },
  unmasked: { zh: '显示未脱敏内容', en: 'masking switched off' },
  masked: { zh: '恢复脱敏', en: 'masking switched on' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type LogEvent = keyof typeof events;

/** Adds a line. @param detail counts, rule ids, addresses of cells: never content of a register */
export function addLog(database: Database.Database, event: LogEvent, detail: string): void {
  database.prepare('INSERT INTO log (at, event, detail) VALUES (?, ?, ?)').run(new Date().toISOString(), event, detail);
}

/** What an import brought. */
export function logImport(database: Database.Database, files: readonly ImportedFile[]): void {
  const failed = files.filter(({ failure }) => failure !== null).length;
  const records = files.reduce((sum, file) => sum + file.records, 0);
  addLog(database, 'imported', `files=${files.length} failed=${failed} records=${records}`);
}

interface Row {
  readonly number: number;
  readonly at: string;
  readonly event: string;
  readonly detail: string;
}

/** Latest first. */
export function listLog(
  database: Database.Database,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): ChannelResult<'log.list'> {
  const rows = database
    .prepare<[number, number], Row>('SELECT number, at, event, detail FROM log ORDER BY number DESC LIMIT ? OFFSET ?')
    .all(limit, offset);
  const total = database.prepare<[], number>('SELECT count(*) FROM log').pluck().get() ?? 0;
  return {
    total,
    rows: rows.map(({ number, at, event, detail }) => ({
      number,
      at,
      what: Object.hasOwn(events, event) ? events[event as LogEvent] : { zh: event, en: event },
      detail,
    })),
  };
}
