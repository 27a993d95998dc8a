import type { RuleDefinition } from '../format.ts';
import { lintConditionShape, isObject } from './condition-shape.ts';
import type { RuleProblem } from './problem.ts';
import { ProblemSink } from './problem.ts';
import { lintMeaning } from './meaning.ts';
import type { LintWorld } from './lint-world.ts';

/**
 * Checks the forms of all conditions of a file, whatever else is wrong with it.
 * @returns problems; the file may be taken for a rule only when there are none, and the JSON Schema holds too
 */
export function lintShape(json: unknown, file: string): readonly RuleProblem[] {
  const sink = new ProblemSink(file);
  if (!isObject(json)) {
    sink.error('', 'FORM', 'a rule file must hold an object');
    return sink.problems;
  }
  if ('applicability' in json) lintConditionShape(json['applicability'], 'applicability', sink);
  for (const key of ['violations', 'exonerating'] as const) {
    const list = json[key];
    if (!Array.isArray(list)) continue;
    list.forEach((each: unknown, index) => {
      if (isObject(each) && 'when' in each) lintConditionShape(each['when'], `${key}[${index}].when`, sink);
    });
  }
  const { upcoming } = json;
  if (isObject(upcoming) && 'when' in upcoming) lintConditionShape(upcoming['when'], 'upcoming.when', sink);
  return sink.problems;
}

/** Checks the meaning of a rule whose form is right: names, types, references, messages, tests. */
export function lintRule(rule: RuleDefinition, file: string, world: LintWorld): readonly RuleProblem[] {
  const sink = new ProblemSink(file);
  lintMeaning(rule, file, world, sink);
  return sink.problems;
}
