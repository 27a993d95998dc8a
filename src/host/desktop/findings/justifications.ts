import type Database from 'better-sqlite3-multiple-ciphers';
import type { FindingDetail } from '../../../contract/model.ts';
import { daysBetween } from '../../../core/calendar/day-arithmetic.ts';
import type { FactParams } from '../../../core/fact/fact.ts';
import type { Finding } from '../../../core/finding/finding.ts';
import type { RegisterRecord } from '../../../core/register/record.ts';
import type { ExoneratingFact, RuleDefinition } from '../../../core/rule/format.ts';
import { leavesOf, ReadsCollector } from '../../../core/rule/reads.ts';
import { cellAddress } from '../../../core/sheet/grid.ts';
import { isPresent } from '../../output/report/masking.ts';
import type { Rulebook } from '../rulebook.ts';
import type { JudgedRecord } from './judged-record.ts';
import { limbOf } from './limb-of.ts';

type Justification = FindingDetail['justifications'][number];
type Need = Justification['needs'][number];
type TimeLine = FindingDetail['timeLine'];

/**
 * What would excuse the finding, with what would show it and what would then follow: from the rule's exonerating facts and the
 * extension of its limit, nothing else.
 */
export function justificationsOf(
  database: Database.Database,
  finding: Finding,
  rule: RuleDefinition | undefined,
  rulebook: Rulebook,
  judged: JudgedRecord,
  timeLine: TimeLine,
): Justification[] {
  const facts = rule?.exonerating.filter(({ limbs }) => limbs?.includes(finding.limb) !== false) ?? [];
  const byLabel = new Map(facts.map((fact) => [fact.label.zh, fact]));
  const stated = finding.openJustifications.map(({ zh, en }): Justification => {
    const fact = byLabel.get(zh);
    const words = { zh, en };
    if (rule === undefined || fact?.when === undefined) return { words, needs: [], then: { kind: 'person' } };
    const reads = new ReadsCollector(rulebook.pack.facts, rule.register);
    reads.addCondition(fact.when);
    return {
      words,
      needs: needsOf(database, reads, rule, rulebook, judged),
      then: { kind: 'falls', remaining: remaining(database, finding, fact, judged.record) },
    };
  });
  const extended = rule === undefined ? null : extension(database, finding, rule, rulebook, judged, timeLine);
  return extended === null ? stated : [extended, ...stated];
}

/** Fields that are blank, else the tables that were not handed over. */
function needsOf(
  database: Database.Database,
  reads: ReadsCollector,
  { register }: RuleDefinition,
  { pack }: Rulebook,
  { record, values }: JudgedRecord,
): Need[] {
  const view = pack.registers.get(register);
  const columns = record?.mapping?.columns ?? {};
  const fields = [...reads.fields].flatMap((id): Need[] => {
    const label = view?.fields.get(id)?.label;
    if (label === undefined || isPresent(values[id])) return [];
    const column = columns[id];
    const cell = record === undefined || column === undefined ? null : cellAddress(record.row, column);
    return [{ field: id, label, cell }];
  });
  if (fields.length > 0) return fields;
  const given = new Set(
    database.prepare<[], string>('SELECT DISTINCT register FROM sheet WHERE register IS NOT NULL').pluck().all(),
  );
  return [...reads.neighbours.keys()].flatMap((id): Need[] => {
    const neighbour = pack.registers.get(id);
    const isGiven = given.has(id) || (neighbour?.derivedFrom.some((source) => given.has(source)) ?? false);
    return neighbour === undefined || isGiven ? [] : [{ field: null, label: neighbour.label, cell: null }];
  });
}

/** What the same rule reports of the same row by limbs that the fact does not excuse. */
function remaining(
  database: Database.Database,
  finding: Finding,
  { limbs }: ExoneratingFact,
  record: RegisterRecord | undefined,
): Finding['class'][] {
  if (limbs === undefined || record === undefined) return [];
  const bodies = database
    .prepare<[string, string], string>(
      `SELECT finding.body FROM listed JOIN finding USING (run_id, ordinal)
       WHERE listed.subject = ? AND listed.rule_id = ? AND listed.change <> 'gone'`,
    )
    .pluck()
    .all(finding.subject, finding.ruleId);
  const [judged] = finding.source;
  return bodies.flatMap((body) => {
    const other = JSON.parse(body) as Finding;
    const [origin] = other.source;
    const isSameRow = origin?.file === judged?.file && origin?.sheet === judged?.sheet && origin?.row === judged?.row;
    return other.id === finding.id || !isSameRow || limbs.includes(other.limb) ? [] : [other.class];
  });
}

/** The extension that the rule knows, where the row leaves blank whether it was approved. */
function extension(
  database: Database.Database,
  finding: Finding,
  rule: RuleDefinition,
  rulebook: Rulebook,
  judged: JudgedRecord,
  timeLine: TimeLine,
): Justification | null {
  const allowed = timeLine?.allowed ?? null;
  if (timeLine === null || allowed === null) return null;
  const limb = limbOf(rule, finding);
  const params = (limb === undefined ? [] : leavesOf(limb.when))
    .map((leaf): FactParams | undefined => leaf.params)
    .find((each) => each?.['extension'] !== undefined && each['extendedWhen'] !== undefined);
  const label = finding.parameters.find(({ name }) => name === params?.['extension'])?.label;
  if (params === undefined || label === undefined) return null;
  const reads = new ReadsCollector(rulebook.pack.facts, rule.register);
  reads.addName('firstOf', { of: [params['extendedWhen']] });
  const needs = needsOf(database, reads, rule, rulebook, judged);
  // The row says that there was none.
  if (needs.length === 0) return null;
  const days = Math.max(0, daysBetween(allowed, timeLine.end.day));
  return { words: label, needs, then: { kind: 'extended', day: allowed, days } };
}
