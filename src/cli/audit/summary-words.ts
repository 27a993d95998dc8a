import type { Language } from '../../core/language.ts';
import type { AuditCounts } from '../../host/audit/audit-counts.ts';

/** The sentences of the summary; labels of columns are the report's. */
export interface SummaryWords {
  readonly title: string;
  readonly basis: (asOf: string, version: string, sha256: string, profile: string | null) => string;
  readonly read: (files: number, sheets: number, records: number) => string;
  readonly noFindings: string;
  readonly found: (total: number) => string;
  readonly topRules: (shown: number, total: number) => string;
  readonly notChecked: string;
  readonly gaps: (counts: AuditCounts) => string;
  readonly obstacles: (count: number, total: number) => string;
  readonly more: (count: number) => string;
  readonly failedFiles: (count: number) => string;
  readonly written: (out: string) => string;
}

const zh: SummaryWords = {
  title: '执行工作法律合规检查',
  basis: (asOf, version, sha256, profile) =>
    `基准日 ${asOf}　规则包 ${version}（${sha256}）${profile === null ? '' : `　裁剪方案：${profile}`}`,
  read: (files, sheets, records) => `已读 ${files} 个文件、${sheets} 张台账、${records} 条记录`,
  noFindings: '没有发现。请同时看下面没有检查到的部分：没有发现不等于没有问题。',
  found: (total) => `发现 ${total} 项`,
  topRules: (shown, total) => (shown < total ? `发现最多的 ${shown} 个事项（共 ${total} 个）` : '按事项'),
  notChecked: '没有检查到的',
  gaps: ({ indeterminate, upcoming, errors, rules, clauses }) =>
    [
      `  无法判定的记录 ${indeterminate} 条（缺少数据，不作合规计）`,
      `  规则 ${rules.total} 条：已检查 ${rules.checked}，未能检查 ${rules.notCheckable}`,
      `  决议条款：已检查 ${clauses.checked}，部分检查 ${clauses.partly}，未检查 ${clauses.notChecked}`,
      ...(errors > 0 ? [`  规则出错 ${errors} 处（见 coverage.json 的 errors）`] : []),
      `  临期提醒 ${upcoming} 项（尚未逾期）`,
    ].join('\n'),
  obstacles: (count, total) => `未能检查的规则 ${count} 条（共 ${total} 条）`,
  more: (count) => `  ……另有 ${count} 条，见 report.xlsx“规则覆盖”或 coverage.json`,
  failedFiles: (count) => `未读取的文件 ${count} 个（原因见上，或 import.json）`,
  written: (out) => `结果已写入 ${out}：findings.json、coverage.json、import.json、report.xlsx`,
};

const en: SummaryWords = {
  title: 'Enforcement compliance audit',
  basis: (asOf, version, sha256, profile) =>
    `As of ${asOf}, rule pack ${version} (${sha256})${profile === null ? '' : `, profile: ${profile}`}`,
  read: (files, sheets, records) => `Read ${files} files, ${sheets} registers, ${records} records`,
  noFindings: 'No findings. Look at what was not checked as well: no finding does not mean no problem.',
  found: (total) => `${total} findings`,
  topRules: (shown, total) => (shown < total ? `The ${shown} rules with most findings (of ${total})` : 'By rule'),
  notChecked: 'What was not checked',
  gaps: ({ indeterminate, upcoming, errors, rules, clauses }) =>
    [
      `  ${indeterminate} records indeterminate (data missing; not counted as compliance)`,
      `  ${rules.total} rules: ${rules.checked} checked, ${rules.notCheckable} could not be checked`,
      `  clauses of the resolution: ${clauses.checked} checked, ${clauses.partly} partly, ${clauses.notChecked} not checked`,
      ...(errors > 0 ? [`  ${errors} rule errors (see "errors" in coverage.json)`] : []),
      `  ${upcoming} deadlines ahead (not overdue)`,
    ].join('\n'),
  obstacles: (count, total) => `Rules that could not be checked: ${count} of ${total}`,
  more: (count) => `  … and ${count} more: report.xlsx, sheet "Rules", or coverage.json`,
  failedFiles: (count) => `Files not read: ${count} (reasons above, or in import.json)`,
  written: (out) => `Results written to ${out}: findings.json, coverage.json, import.json, report.xlsx`,
};

const words: Readonly<Record<Language, SummaryWords>> = { zh, en };

export function summaryWords(language: Language): SummaryWords {
  return words[language];
}
