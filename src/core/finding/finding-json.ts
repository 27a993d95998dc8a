import type { Language } from '../language.ts';
import type { RecordOrigin } from '../register/record.ts';
import type { ParameterValue } from '../rule/format.ts';
import type { Evidence, Finding, IndeterminateEntry, UpcomingEntry } from './finding.ts';

/** A finding as findings.json has it: the contract of the command line, schema version 1. */
export interface FindingJson {
  readonly id: string;
  readonly ruleId: string;
  readonly ruleVersion: string;
  readonly limb: string;
  readonly class: string;
  readonly severity: string;
  readonly clauses: readonly string[];
  readonly party: string;
  readonly subject: string;
  readonly message: string;
  readonly source: readonly RecordOrigin[];
  readonly evidence: readonly {
    readonly field: string;
    readonly label: string;
    readonly value: string | number | boolean | null;
    readonly cell: string | null;
  }[];
  readonly parameters: readonly {
    readonly name: string;
    readonly value: ParameterValue['value'];
    readonly unit: string;
    readonly from: string;
    readonly basis: string;
  }[];
}

const FEN_IN_YUAN = 100;

/** Money in yuan with two decimals, as text: a JSON number would lose them. */
function evidenceValue({ value, type }: Evidence): string | number | boolean | null {
  return type === 'money' && typeof value === 'number' ? (value / FEN_IN_YUAN).toFixed(2) : value;
}

export function findingJson(finding: Finding, language: Language): FindingJson {
  return {
    id: finding.id,
    ruleId: finding.ruleId,
    ruleVersion: finding.ruleVersion,
    limb: finding.limb,
    class: finding.class,
    severity: finding.severity,
    clauses: finding.clauses,
    party: finding.party[language],
    subject: finding.subject,
    message: finding.message[language],
    source: finding.source,
    evidence: finding.evidence.map((evidence) => ({
      field: evidence.field,
      label: evidence.label[language],
      value: evidenceValue(evidence),
      cell: evidence.cell,
    })),
    parameters: finding.parameters.map(({ name, value, unit, from, basis }) => ({ name, value, unit, from, basis })),
  };
}

export function upcomingJson({ ruleId, subject, due, daysLeft, source }: UpcomingEntry): Omit<UpcomingEntry, 'level'> {
  return { ruleId, subject, due, daysLeft, source };
}

export function indeterminateJson(entry: IndeterminateEntry): Omit<IndeterminateEntry, 'reasons'> {
  const { ruleId, subject, source, missing } = entry;
  return { ruleId, subject, source, missing };
}
