import type { Bilingual } from '../language.ts';
import type { FindingClass, Severity } from '../rule/format.ts';
import type { Finding } from './finding.ts';
import { CLASSES, compareText, SEVERITIES } from './order.ts';

/** `rules/parameters/scorecard.json`: what a finding deducts. An internal reference; no law has such points. */
export interface ScorecardTable {
  /** Points of a unit without findings. */
  readonly full: number;
  readonly deductions: Readonly<Record<FindingClass, Readonly<Record<Severity, number>>>>;
}

/** One unit with the counts behind its points. */
export interface UnitScore {
  readonly party: Bilingual;
  readonly counts: Readonly<Record<FindingClass, Readonly<Record<Severity, number>>>>;
  readonly findings: number;
  readonly deducted: number;
  /** Never below 0. */
  readonly score: number;
}

function isNumberTable(value: unknown, keys: readonly string[]): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    keys.every((key) => typeof (value as Readonly<Record<string, unknown>>)[key] === 'number')
  );
}

/** @throws TypeError when the table is missing or malformed: a pack or profile that cannot be used */
export function scorecardTable(tables: Readonly<Record<string, unknown>>): ScorecardTable {
  const table = tables['scorecard'] as Partial<ScorecardTable> | undefined;
  const deductions: Readonly<Record<string, unknown>> = table?.deductions ?? {};
  if (typeof table?.full !== 'number' || !CLASSES.every((of) => isNumberTable(deductions[of], SEVERITIES))) {
    throw new TypeError('rules/parameters/scorecard.json is missing or malformed');
  }
  return table as ScorecardTable;
}

type Counts = Record<FindingClass, Record<Severity, number>>;

function noCounts(): Counts {
  const none = () => ({ critical: 0, major: 0, minor: 0 });
  return { violation: none(), overLimit: none(), lead: none() };
}

/**
 * Units by points, lowest first; units of equal points by name. A unit without findings is not listed: nobody said it was checked.
 * Findings that were counted before come with their `count`.
 */
export function scorecardOf(
  findings: Iterable<Pick<Finding, 'party' | 'class' | 'severity'> & { readonly count?: number }>,
  { full, deductions }: ScorecardTable,
): readonly UnitScore[] {
  const units = new Map<string, { readonly party: Bilingual; readonly counts: Counts }>();
  for (const { party, class: of, severity, count = 1 } of findings) {
    let unit = units.get(party.zh);
    if (unit === undefined) {
      unit = { party, counts: noCounts() };
      units.set(party.zh, unit);
    }
    unit.counts[of][severity] += count;
  }
  return [...units.values()]
    .map(({ party, counts }): UnitScore => {
      let total = 0;
      let deducted = 0;
      for (const of of CLASSES) {
        for (const severity of SEVERITIES) {
          total += counts[of][severity];
          deducted += counts[of][severity] * deductions[of][severity];
        }
      }
      return { party, counts, findings: total, deducted, score: Math.max(0, full - deducted) };
    })
    .sort((a, b) => a.score - b.score || compareText(a.party.zh, b.party.zh));
}
