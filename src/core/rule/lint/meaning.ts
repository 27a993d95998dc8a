import type { RuleDefinition } from '../format.ts';
import type { LintWorld } from './lint-rule.ts';
import type { ProblemSink } from './problem.ts';
import { didYouMean } from './problem.ts';

/** Everything that needs the registers, facts and sources to be known. */
export function lintMeaning(rule: RuleDefinition, file: string, world: LintWorld, sink: ProblemSink): void {
  const name = file
    .split('/')
    .at(-1)
    ?.replace(/\.json$/, '');
  if (name !== rule.id) sink.error('id', 'ID_FILE', `the id “${rule.id}” must be the file's name “${name ?? ''}”`);
  const view = world.registers.get(rule.register);
  if (view === undefined) {
    sink.error(
      'register',
      'REGISTER_UNKNOWN',
      `no register “${rule.register}”${didYouMean(rule.register, world.registers.keys())}`,
    );
  }
}
