import type { RuleDefinition } from '../format.ts';
import type { ComplianceFormula, IndicatorDefinition, IndicatorFormula } from '../indicator-format.ts';
import { lintConditions } from './conditions.ts';
import type { LintWorld } from './lint-world.ts';
import type { RuleProblem } from './problem.ts';
import { didYouMean, ProblemSink } from './problem.ts';
import { RuleScope } from './scope.ts';

/** Checks what an indicator of the right form refers to. */
export function lintIndicator(
  indicator: IndicatorDefinition,
  file: string,
  world: LintWorld,
  rules: ReadonlyMap<string, RuleDefinition>,
): readonly RuleProblem[] {
  const sink = new ProblemSink(file);
  for (const clause of indicator.clauses) {
    if (!world.clauses.has(clause)) sink.error('clauses', 'CLAUSE', `no clause “${clause}”`);
  }
  const { compute } = indicator;
  const ruleId = compute.kind === 'compliance' ? compute.rule : compute.parametersOf;
  const rule = ruleId === undefined ? undefined : rules.get(ruleId);
  if (ruleId !== undefined && rule === undefined) {
    sink.error('compute', 'RULE_UNKNOWN', `no rule “${ruleId}”${didYouMean(ruleId, rules.keys())}`);
    return sink.problems;
  }
  const register = compute.kind === 'compliance' ? rule?.register : compute.register;
  const view = world.registers.get(register ?? '');
  if (view === undefined) {
    sink.error('compute.register', 'REGISTER_UNKNOWN', `no register “${String(register)}”`);
    return sink.problems;
  }
  const fields = [...indicator.groupBy, ...(compute.kind === 'compliance' ? [] : compute.requires)];
  for (const field of fields) {
    if (view.fields.has(field)) continue;
    const hint = didYouMean(field, view.fields.keys());
    sink.error('compute', 'FIELD_UNKNOWN', `register ${view.id} has no field “${field}”${hint}`);
  }
  if (compute.kind !== 'compliance') lintConditions(new RuleScope(asRule(indicator, compute, rule), view, world, sink));
  return sink.problems;
}

/** The conditions of an indicator where the lint of conditions looks for them: in a rule. */
function asRule(
  indicator: IndicatorDefinition,
  compute: Exclude<IndicatorFormula, ComplianceFormula>,
  borrowed: RuleDefinition | undefined,
): RuleDefinition {
  const { label: title, confidence, note, clauses } = indicator;
  const counted = compute.kind === 'share' ? compute.counted : compute.population;
  return {
    id: indicator.id,
    version: '1.0.0',
    status: 'draft',
    title,
    clauses,
    legalBasis: [],
    confidence,
    note,
    party: { name: title },
    register: compute.register,
    severity: 'minor',
    parameters: { ...borrowed?.parameters, ...compute.parameters },
    requires: compute.requires,
    applicability: compute.population,
    violations: [{ name: 'counted', class: 'lead', when: counted, message: title }],
    exonerating: compute.exclude.map(({ label, when }, index) => ({ name: `exclusion-${index}`, label, when })),
    remedy: title,
    tests: [],
  };
}
