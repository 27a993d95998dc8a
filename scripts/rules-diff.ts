/**
 * `node scripts/run.mjs scripts/rules-diff.ts BEFORE AFTER [DATA…] [--as-of DAY] [--rules ID,ID] [--json]`: how verdicts change
 * from one rule pack (a folder like `rules/`) to another on the same data; the shipped sample when none is named. Both packs are
 * judged by the facts of this program. Exit 0 no verdict changed, 1 some did, 2 wrong arguments or a pack that cannot be used.
 */
import { parseArgs } from 'node:util';
import { createRegisterSet } from '../src/core/fact/register-set.ts';
import type { RuleDifference, Verdict, VerdictChange } from '../src/core/finding/verdict-difference.ts';
import { verdictDifference, verdictsOf } from '../src/core/finding/verdict-difference.ts';
import type { RulePack } from '../src/core/rule/pack.ts';
import { loadCalendar, loadRulePack } from '../src/host/rule-pack.ts';
import { readRegisters, ruleData } from './rule-data.ts';
import type { RuleData } from './rule-data.ts';

/** Records shown for a rule; all of them with `--json`. */
const SHOWN = 10;

function words({ outcome, limbs }: Verdict): string {
  return limbs.length === 0 ? outcome : `${outcome} (${limbs.join(', ')})`;
}

function line({ subject, origin, before, after }: VerdictChange): string {
  const place = origin === null ? '—' : `${origin.file} ${origin.sheet}!${origin.cell}`;
  return `    ${place}  ${subject}: ${words(before)} → ${words(after)}`;
}

function section({ ruleId, versions, transitions, changes }: RuleDifference): string {
  const [old, young] = [versions.before ?? 'absent', versions.after ?? 'absent'];
  return [
    `${ruleId} ${old === young ? old : `${old} → ${young}`}`,
    ...transitions.map(({ from, to, count }) => `  ${from} → ${to}: ${count}`),
    ...changes.slice(0, SHOWN).map(line),
    ...(changes.length > SHOWN ? [`    … and ${changes.length - SHOWN} more (--json shows all)`] : []),
  ].join('\n');
}

async function verdictsIn(folder: string, pack: RulePack, data: RuleData, only: ReadonlySet<string> | undefined) {
  const calendar = loadCalendar(folder);
  const { asOf } = data;
  const registers = createRegisterSet(await readRegisters(data, pack), pack.facts.derivedRegisters, asOf, calendar);
  const verdicts = verdictsOf(pack, registers, { asOf, calendar, ...(only === undefined ? {} : { only }) });
  return { pack: { folder, version: pack.version, sha256: pack.sha256 }, verdicts };
}

async function compare(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'as-of': { type: 'string' }, rules: { type: 'string' }, json: { type: 'boolean' } },
  });
  const [before, after, ...paths] = positionals;
  if (before === undefined || after === undefined) throw new Error('usage: rules-diff BEFORE AFTER [DATA…]');
  const only = values.rules === undefined ? undefined : new Set(values.rules.split(','));
  const data = ruleData(paths, values['as-of']);
  // Both before any data: a pack that cannot be used is said at once.
  const [oldPack, youngPack] = [await loadRulePack(before), await loadRulePack(after)];
  const old = await verdictsIn(before, oldPack, data, only);
  const young = await verdictsIn(after, youngPack, data, only);
  const rules = verdictDifference(old.verdicts, young.verdicts);
  const changed = rules.reduce((sum, { changes }) => sum + changes.length, 0);
  if (values.json === true) {
    const document = { schemaVersion: 1, asOf: data.asOf, before: old.pack, after: young.pack, changed, rules };
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  } else {
    const summary = `${changed} verdicts changed in ${rules.length} rules, as of ${data.asOf}`;
    process.stdout.write(`${[...rules.map(section), summary].join('\n\n')}\n`);
  }
  return changed === 0 ? 0 : 1;
}

try {
  process.exitCode = await compare();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
