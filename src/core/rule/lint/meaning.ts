import type { RuleDefinition } from '../format.ts';
import { lintConditions } from './conditions.ts';
import type { LintWorld } from './lint-world.ts';
import { lintMessages } from './messages.ts';
import { lintCall } from './params.ts';
import { lintParameters } from './parameters.ts';
import type { ProblemSink } from './problem.ts';
import { didYouMean } from './problem.ts';
import { lintReferences } from './references.ts';
import { RuleScope } from './scope.ts';
import { lintTests } from './tests.ts';

/** Everything that needs the registers, facts and sources to be known. */
export function lintMeaning(rule: RuleDefinition, file: string, world: LintWorld, sink: ProblemSink): void {
  const name =
    file
      .split('/')
      .at(-1)
      ?.replace(/\.json$/, '') ?? '';
  if (name !== rule.id) sink.error('id', 'ID_FILE', `the id “${rule.id}” must be the file's name “${name}”`);
  const view = world.registers.get(rule.register);
  if (view === undefined) {
    const hint = didYouMean(rule.register, world.registers.keys());
    sink.error('register', 'REGISTER_UNKNOWN', `no register “${rule.register}”${hint}`);
    return;
  }
  const scope = new RuleScope(rule, view, world, sink);
  lintReferences(scope);
  lintConditions(scope);
  lintParameters(scope);
  lintUpcoming(scope);
  lintMessages(scope);
  lintTests(scope);
}

function lintUpcoming(scope: RuleScope): void {
  const { upcoming } = scope.rule;
  if (upcoming === undefined) return;
  lintCall(scope, upcoming.due.fact, upcoming.due.params, 'upcoming.due');
  for (const step of ['within', 'soon', 'urgent'] as const) {
    const name = upcoming[step];
    if (name !== undefined) scope.checkParameter(name, `upcoming.${step}`);
  }
}
