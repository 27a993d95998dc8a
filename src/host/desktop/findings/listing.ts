import type Database from 'better-sqlite3-multiple-ciphers';
import type { Finding } from '../../../core/finding/finding.ts';
import { isIsoDate } from '../../../core/fact/iso.ts';
import type { RulePack } from '../../../core/rule/pack.ts';
import type { FieldView } from '../../../core/rule/register-view.ts';
import { sha256 } from '../../json-files.ts';
import { decisiveWords } from './decisive.ts';
import { storeFindingColumns } from './finding-columns.ts';
import { limbOf } from './limb-of.ts';
import { searchable } from '../../../core/searchable.ts';

interface Former {
  readonly fingerprint: string;
  readonly bodySha256: string;
  readonly change: string;
}

/** What must be equal for a finding to count as unchanged: what it says, and the values it says it of. */
function bodyHash({ class: kind, severity, message, evidence }: Finding): string {
  return sha256(JSON.stringify([kind, severity, message.zh, evidence.map(({ field, value }) => [field, value])]));
}

/** Month of the matter: of the first date among the evidence. */
function monthOf({ evidence }: Finding): string | null {
  const date = evidence.find(({ value }) => isIsoDate(value))?.value;
  return typeof date === 'string' ? date.slice(0, 7) : null;
}

type PersonalKind = NonNullable<FieldView['personal']> | null;

/** Whether the subject of a rule's record is a person: a case number is none. */
export function subjectKind(pack: RulePack, ruleId: string, subject: string): PersonalKind {
  if (/\d号/u.test(subject)) return null;
  const rule = pack.rules.find(({ definition }) => definition.id === ruleId)?.definition;
  const view = rule === undefined ? undefined : pack.registers.get(rule.register);
  return view?.subject.flatMap((id) => view.fields.get(id)?.personal ?? [])[0] ?? null;
}

/** Whether the party is a person: the rule's own words are none. */
function partyKind(pack: RulePack, { ruleId, limb, party }: Finding): PersonalKind {
  const rule = pack.rules.find(({ definition }) => definition.id === ruleId)?.definition;
  const bound = limbOf(rule, { limb })?.party ?? rule?.party;
  const field = bound?.field;
  if (rule === undefined || field === undefined || party.zh === bound?.name.zh) return null;
  return pack.registers.get(rule.register)?.fields.get(field)?.personal ?? null;
}

/** Names are found too, although they are not shown in a row. */
function namesOf({ evidence }: Finding): string[] {
  return evidence.flatMap(({ personal, value }) => (personal === 'name' && typeof value === 'string' ? [value] : []));
}

/**
 * Lists the findings of a run against those listed before: new, unchanged, changed, or gone. Standing decisions stay with their
 * fingerprints. Runs that nothing listed refers to give up their findings.
 */
export function storeListing(
  database: Database.Database,
  run: number,
  findings: readonly Finding[],
  pack: RulePack,
): void {
  const former = new Map(
    database
      .prepare<[], Former>('SELECT fingerprint, body_sha256 AS bodySha256, change FROM listed')
      .all()
      .map((row) => [row.fingerprint, row]),
  );
  const firstRun =
    former.size === 0 && (database.prepare<[], number>('SELECT count(*) FROM run').pluck().get() ?? 0) <= 1;
  keepOnlyGone(database, new Set(findings.map(({ id }) => id)));
  const add = database.prepare(
    `INSERT INTO listed (fingerprint, run_id, ordinal, body_sha256, rule_id, class, severity, party, subject, party_personal,
       subject_personal, month, decisive_zh, decisive_en, change, names)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const addRow = database.prepare('INSERT INTO listed_row (listed_id, file, sheet, row) VALUES (?, ?, ?, ?)');
  const limbs = new Map(
    pack.rules.flatMap(({ definition }) =>
      definition.violations.map((limb) => [`${definition.id} ${limb.name}`, limb] as const),
    ),
  );
  for (const [ordinal, finding] of findings.entries()) {
    const hash = bodyHash(finding);
    const before = former.get(finding.id);
    const known = before !== undefined && before.change !== 'gone';
    const change = firstRun || !known ? 'new' : before.bodySha256 === hash ? 'unchanged' : 'changed';
    const decisive = decisiveWords(finding, limbs.get(`${finding.ruleId} ${finding.limb}`));
    const { lastInsertRowid } = add.run(
      finding.id,
      run,
      ordinal,
      hash,
      finding.ruleId,
      finding.class,
      finding.severity,
      finding.party.zh,
      finding.subject,
      partyKind(pack, finding),
      subjectKind(pack, finding.ruleId, finding.subject),
      monthOf(finding),
      decisive.zh,
      decisive.en,
      change,
      searchable(namesOf(finding).join('\n')),
    );
    for (const { file, sheet, row } of finding.source) addRow.run(lastInsertRowid, file, sheet, row);
  }
  database.exec(`
    UPDATE listed SET state = standing.state, assignee = standing.assignee, due_date = standing.due_date
      FROM standing WHERE standing.fingerprint = listed.fingerprint;
    DELETE FROM finding WHERE run_id NOT IN (SELECT run_id FROM listed);
  `);
  for (const table of ['indeterminate', 'upcoming', 'coverage']) {
    database.prepare<[number]>(`DELETE FROM ${table} WHERE run_id <> ?`).run(run);
  }
  storeFindingColumns(database, pack.rules);
}

/** What the new run has no more stays listed once, as gone; what was gone already drops out. */
function keepOnlyGone(database: Database.Database, present: ReadonlySet<string>): void {
  const listed = database.prepare<[], { id: number; fingerprint: string; change: string }>(
    'SELECT id, fingerprint, change FROM listed',
  );
  const drop = database.prepare<[number]>('DELETE FROM listed WHERE id = ?');
  const gone = database.prepare<[number]>("UPDATE listed SET change = 'gone' WHERE id = ?");
  for (const { id, fingerprint, change } of listed.all()) {
    if (change === 'gone' || present.has(fingerprint)) drop.run(id);
    else gone.run(id);
  }
}
