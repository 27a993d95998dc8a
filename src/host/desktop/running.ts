import type Database from 'better-sqlite3-multiple-ciphers';
import type { ChannelResult } from '../../contract/channels.ts';
import type { Handlers } from '../../contract/dispatch.ts';
import { createRegisterSet } from '../../core/fact/register-set.ts';
import {
  notCheckableAtAll,
  type ClauseCoverage,
  type NotCheckable,
  type RuleCoverage,
} from '../../core/finding/coverage.ts';
import type { Bilingual } from '../../core/language.ts';
import { loadMappings } from '../import/stored-registers.ts';
import { readMeta } from './info.ts';
import type { Rulebook } from './rulebook.ts';
import type { OpenInspection, Workspace } from './workspace.ts';

type RunHandlers = Pick<Handlers, 'run.start' | 'run.coverage' | 'run.obstacles'>;
type Coverage = ChannelResult<'run.coverage'>;
type Named = ChannelResult<'run.obstacles'>[number]['notCheckable'];

export function runHandlers(workspace: Workspace): RunHandlers {
  return {
    'run.start': () => {
      const { inspection } = workspace.needWritable();
      return Promise.resolve({ job: workspace.jobs.start(inspection, { kind: 'run' }) });
    },
    'run.coverage': async () => coverage(workspace.need().database, await workspace.rulebook()),
    'run.obstacles': async () => obstacles(workspace.need(), await workspace.rulebook()),
  };
}

/** Family of a rule: the folder of the pack in which it stands. */
export function familyOf(rulebook: Rulebook, ruleId: string): string {
  return rulebook.rule(ruleId)?.file.split('/')[0] ?? '';
}

/** What a run would say before it looks at any record, by the same judgement. */
function obstacles({ inspection, info }: OpenInspection, rulebook: Rulebook): ChannelResult<'run.obstacles'> {
  const { pack, calendar } = rulebook;
  const registers = createRegisterSet(loadMappings(inspection), pack.facts.derivedRegisters, info.asOf, calendar);
  return pack.rules.flatMap(({ definition }) => {
    const found = notCheckableAtAll(definition, registers, pack.registers);
    return found === null
      ? []
      : [{ ruleId: definition.id, title: definition.title, notCheckable: named(found, rulebook) }];
  });
}

function named({ reason, detail }: NotCheckable, rulebook: Rulebook): Named {
  return { reason, detail: detail.map((name) => namedPlace(name, rulebook)) };
}

/** What was checked, and what was not: of the latest run. */
function coverage(database: Database.Database, rulebook: Rulebook): Coverage {
  const bodies = (kind: 'rule' | 'clause'): string[] =>
    database
      .prepare<[string], string>(
        'SELECT body FROM coverage WHERE kind = ? AND run_id = (SELECT max(id) FROM run) ORDER BY ordinal',
      )
      .pluck()
      .all(kind);
  const at = readMeta(database, 'runAt');
  return {
    at: typeof at === 'string' ? at : null,
    rules: bodies('rule').map((body) => ruleCoverage(JSON.parse(body) as RuleCoverage, rulebook)),
    clauses: bodies('clause').map((body) => clauseCoverage(JSON.parse(body) as ClauseCoverage, rulebook)),
  };
}

function ruleCoverage(stored: RuleCoverage, rulebook: Rulebook): Coverage['rules'][number] {
  const { ruleId, applicable, complies, excused, pending, findings, indeterminate, notApplicable, notCheckable } =
    stored;
  return {
    ruleId,
    title: rulebook.rule(ruleId)?.definition.title ?? { zh: ruleId, en: ruleId },
    family: familyOf(rulebook, ruleId),
    applicable,
    complies,
    excused,
    pending,
    findings,
    indeterminate,
    notApplicable,
    notCheckable: notCheckable === null ? null : named(notCheckable, rulebook),
  };
}

/** `register` or `register.field` in the words of the tables. */
export function namedPlace(name: string, rulebook: Rulebook): Bilingual {
  const [register = '', field] = name.split('.');
  const view = rulebook.pack.registers.get(register);
  if (view === undefined) return { zh: name, en: name };
  if (field === undefined) return view.label;
  const label = view.fields.get(field)?.label ?? { zh: field, en: field };
  return { zh: `${view.label.zh}·${label.zh}`, en: `${view.label.en} · ${label.en}` };
}

function clauseCoverage(stored: ClauseCoverage, rulebook: Rulebook): Coverage['clauses'][number] {
  const { clause, rules, checklist, state } = stored;
  const quote = rulebook.pack.clauses.find(({ id }) => id === clause)?.quote ?? '';
  return { clause, quote, rules: [...rules], checklist: [...checklist], state };
}
