import { CLASSES, SEVERITIES } from '../../core/finding/order.ts';
import type { AuditCounts } from '../../host/audit/audit-counts.ts';
import { countAudit } from '../../host/audit/audit-counts.ts';
import type { ReportInput } from '../../host/output/report/report-input.ts';
import { missingText, ruleTitles } from '../../host/output/report/finding-sheets.ts';
import { reportWords } from '../../host/output/report/report-words.ts';
import { tableLines } from '../terminal/table.ts';
import { summaryWords } from './summary-words.ts';

/** Rules named in the table of the most frequent ones; the report has all. */
const topRules = 10;
/** Rules named one by one as not checkable; the rest is counted. */
const namedObstacles = 12;

/** The summary as one object, `--json`. Names of keys are a promise like those of the files. */
export function summaryJson(input: ReportInput, out: string): unknown {
  const counts = countAudit(input.result, input.files);
  const titles = ruleTitles(input);
  return {
    schemaVersion: 1,
    asOf: input.result.asOf,
    rulePack: { version: input.pack.version, sha256: input.pack.sha256 },
    files: {
      total: counts.files.total,
      imported: counts.files.imported,
      failed: input.files.filter(({ error }) => error !== null).map(({ file, error }) => ({ file, error })),
    },
    sheets: counts.sheets,
    records: counts.records,
    findings: {
      total: counts.findings.total,
      byClass: counts.findings.byClass,
      bySeverity: counts.findings.bySeverity,
      byRule: counts.findings.byRule.map(({ ruleId, count }) => ({ ruleId, title: titles.get(ruleId), count })),
    },
    upcoming: counts.upcoming,
    indeterminate: counts.indeterminate,
    errors: counts.errors,
    rules: {
      ...counts.rules,
      notChecked: input.result.rules.flatMap(({ ruleId, notCheckable }) =>
        notCheckable === null ? [] : [{ ruleId, reason: notCheckable.reason, detail: notCheckable.detail }],
      ),
    },
    clauses: counts.clauses,
    out,
  };
}

/** The summary as a person reads it: what was found, and as loudly what was not checked. */
export function summaryText(input: ReportInput, out: string): string {
  const counts = countAudit(input.result, input.files);
  return [
    ...headLines(input, counts),
    '',
    ...findingLines(input, counts),
    '',
    ...gapLines(input, counts),
    '',
    summaryWords(input.language).written(out),
    '',
  ].join('\n');
}

function headLines({ result, pack, profile, language }: ReportInput, counts: AuditCounts): string[] {
  const words = summaryWords(language);
  return [
    words.title,
    words.basis(result.asOf, pack.version, pack.sha256.slice(0, 12), profile),
    words.read(counts.files.imported, counts.sheets.recognised, counts.records),
  ];
}

function findingLines(input: ReportInput, counts: AuditCounts): string[] {
  const words = summaryWords(input.language);
  const report = reportWords(input.language);
  const { matrix, bySeverity, byRule, total } = counts.findings;
  if (total === 0) return [words.noFindings];
  const titles = ruleTitles(input);
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
  return [
    words.found(total),
    ...tableLines(
      [
        { header: report.columns.class },
        ...SEVERITIES.map((severity) => ({ header: report.severities[severity], side: 'left' as const })),
        { header: report.facts.total, side: 'left' },
        { header: '' },
      ],
      [
        ...CLASSES.map((of) => [
          report.classes[of],
          ...SEVERITIES.map((severity) => matrix[of][severity]),
          sum(Object.values(matrix[of])),
          report.classMeaning[of],
        ]),
        [report.facts.total, ...SEVERITIES.map((severity) => bySeverity[severity]), total, ''],
      ],
    ),
    '',
    words.topRules(Math.min(topRules, byRule.length), byRule.length),
    ...tableLines(
      [
        { header: report.columns.findings, side: 'left' },
        { header: report.columns.rule, maximum: 60 },
        { header: report.columns.ruleId },
      ],
      byRule.slice(0, topRules).map(({ ruleId, count }) => [count, titles.get(ruleId) ?? ruleId, ruleId]),
    ),
  ];
}

function gapLines(input: ReportInput, counts: AuditCounts): string[] {
  const words = summaryWords(input.language);
  const report = reportWords(input.language);
  const lines = [words.notChecked];
  const obstacles = input.result.rules.flatMap(({ ruleId, notCheckable }) =>
    notCheckable === null ? [] : [{ ruleId, ...notCheckable }],
  );
  const titles = ruleTitles(input);
  lines.push(words.gaps(counts));
  if (obstacles.length > 0) {
    lines.push(
      '',
      words.obstacles(obstacles.length, counts.rules.total),
      ...tableLines(
        [
          { header: report.columns.rule, maximum: 40 },
          { header: report.columns.notCheckable, maximum: 60 },
        ],
        obstacles
          .slice(0, namedObstacles)
          .map(({ ruleId, reason, detail }) => [
            titles.get(ruleId) ?? ruleId,
            `${report.notCheckable[reason]}：${detail.map((name) => missingText(name, ruleId, input)).join('、')}`,
          ]),
      ),
    );
    if (obstacles.length > namedObstacles) lines.push(words.more(obstacles.length - namedObstacles));
  }
  const failed = input.files.filter(({ error }) => error !== null);
  if (failed.length > 0) {
    lines.push(
      '',
      words.failedFiles(failed.length),
      ...tableLines(
        [{ header: report.columns.file, maximum: 50 }, { header: report.columns.error }],
        failed.map(({ file, error }) => [file, error ?? '']),
      ),
    );
  }
  return lines;
}
