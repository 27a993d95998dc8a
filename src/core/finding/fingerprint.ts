import type { FieldId } from '../register/definition.ts';
import type { RegisterRecord } from '../register/record.ts';
import type { RegisterView } from '../rule/register-view.ts';
import { compareOrigins, compareText } from './order.ts';
import type { BuiltFinding } from './built-finding.ts';
import type { Evidence, Finding } from './finding.ts';

/** SHA-256 of a text in UTF-8, hexadecimal. Passed in: core has no crypto. */
export type Sha256 = (text: string) => string;

const SEPARATOR = '\u001f';

/** What identifies a finding, before duplicates are told apart. */
export function identityKey(ruleId: string, limb: string, record: RegisterRecord, view: RegisterView): string {
  const values = view.identity.map((field: FieldId) => JSON.stringify(record.values[field] ?? null));
  return [ruleId, limb, view.id, ...values].join(SEPARATOR);
}

/** A finding that waits for its id. */
export interface Unfingerprinted {
  readonly identity: string;
  readonly finding: BuiltFinding;
}

function evidenceKey(evidence: readonly Evidence[]): string {
  return JSON.stringify(evidence.map(({ field, value }) => [field, value]));
}

/** Sources of both, without repetition, the judged records first. */
function joinedSources(findings: readonly BuiltFinding[]): Finding['source'] {
  const judged = findings.flatMap(({ source }) => source.slice(0, 1)).sort(compareOrigins);
  const compared = findings.flatMap(({ source }) => source.slice(1)).sort(compareOrigins);
  const seen = new Set<string>();
  return [...judged, ...compared].filter(({ file, sheet, row }) => {
    const key = [file, sheet, row].join(SEPARATOR);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Findings of one identity: told apart by their evidence, in the order of the evidence itself. */
function* toldApart(
  identity: string,
  same: readonly BuiltFinding[],
  sha256: Sha256,
): Generator<BuiltFinding, void, undefined> {
  const groups = Map.groupBy(same, ({ evidence }) => evidenceKey(evidence));
  const keys = [...groups.keys()].sort(compareText);
  for (const [ordinal, key] of keys.entries()) {
    const equal = [...(groups.get(key) ?? [])].sort((a, b) => compareOrigins(a.source[0], b.source[0]));
    const [first] = equal;
    if (first === undefined) continue;
    const id = sha256(ordinal === 0 ? identity : `${identity}${SEPARATOR}#${ordinal}`);
    yield first.identified(id, equal.length === 1 ? first.source : joinedSources(equal));
  }
}

/**
 * Gives findings their ids. The same identity with equal evidence is one fact written down twice: one finding with all
 * its rows. The same identity with other evidence is another fact: told apart by an ordinal, in the order of the
 * evidence itself, so that moving rows about changes no id.
 */
export function fingerprinted(raw: readonly Unfingerprinted[], sha256: Sha256): Finding[] {
  const groups = new Map<string, BuiltFinding | BuiltFinding[]>();
  for (const { identity, finding } of raw) {
    const group = groups.get(identity);
    if (group === undefined) groups.set(identity, finding);
    else if (Array.isArray(group)) group.push(finding);
    else groups.set(identity, [group, finding]);
  }
  const findings: Finding[] = [];
  for (const [identity, group] of groups) {
    // Nearly all stand alone: their evidence need not be read.
    if (Array.isArray(group)) for (const each of toldApart(identity, group, sha256)) findings.push(each);
    else findings.push(group.identified(sha256(identity), group.source));
  }
  return findings;
}
