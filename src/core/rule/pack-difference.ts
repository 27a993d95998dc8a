import type { Bilingual } from '../language.ts';
import type { ParameterDefinition, RuleDefinition } from './format.ts';
import { formatParameter } from './format-value.ts';
import type { RulePack } from './pack.ts';

/** Parts of a rule that may differ. */
export const RULE_PARTS = [
  'title',
  'law',
  'party',
  'conditions',
  'parameters',
  'messages',
  'severity',
  'excuses',
  'notes',
  'tests',
  'status',
] as const;
export type RulePart = (typeof RULE_PARTS)[number];

/** A parameter whose values differ, as it reads in both packs; empty where one has none. */
export interface ParameterChange {
  readonly label: Bilingual;
  readonly before: string;
  readonly after: string;
}

export interface RuleChange {
  readonly id: string;
  readonly title: Bilingual;
  /** `null` where the pack has no such rule. */
  readonly before: string | null;
  readonly after: string | null;
  readonly parts: readonly RulePart[];
  readonly parameters: readonly ParameterChange[];
}

/** Data of a pack beside its rules. */
export const PACK_DATA = ['registers', 'tables', 'checklist', 'indicators', 'clauses'] as const;
export type PackData = (typeof PACK_DATA)[number];

export interface PackDifference {
  readonly rules: readonly RuleChange[];
  readonly data: readonly PackData[];
}

function partOf(rule: RuleDefinition, part: RulePart): unknown {
  const { violations } = rule;
  switch (part) {
    case 'title':
      return [rule.title, rule.clauses];
    case 'law':
      return [rule.legalBasis, violations.map(({ legalBasis }) => legalBasis)];
    case 'party':
      return [rule.party, violations.map(({ party }) => party)];
    case 'conditions':
      return [
        rule.register,
        rule.requires,
        rule.applicability,
        violations.map(({ name, when, requires }) => [name, when, requires]),
        rule.upcoming,
      ];
    case 'parameters':
      return rule.parameters;
    case 'messages':
      return violations.map(({ message }) => message);
    case 'severity':
      return [rule.severity, violations.map((limb) => [limb.class, limb.severity])];
    case 'excuses':
      return rule.exonerating;
    case 'notes':
      return [rule.note, rule.confidence, rule.remedy];
    case 'tests':
      return rule.tests;
    case 'status':
      return rule.status;
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Values of a parameter with the days from which they count. */
function valuesText(parameter: ParameterDefinition | undefined): string {
  if (parameter === undefined) return '';
  return parameter.values
    .map(({ from, value }) => `${formatParameter(value, parameter.unit, 'zh')}（${from}）`)
    .join('，');
}

function parameterChanges(before: RuleDefinition, after: RuleDefinition): readonly ParameterChange[] {
  const names = new Set([...Object.keys(before.parameters), ...Object.keys(after.parameters)]);
  return [...names].flatMap((name): ParameterChange[] => {
    const [old, young] = [before.parameters[name], after.parameters[name]];
    const texts = { before: valuesText(old), after: valuesText(young) };
    if (texts.before === texts.after) return [];
    return [{ label: (young ?? old)?.label ?? { zh: name, en: name }, ...texts }];
  });
}

function dataOf(pack: RulePack, data: PackData): unknown {
  switch (data) {
    case 'registers':
      return pack.registerDefinitions;
    case 'tables':
      return [pack.tables, pack.courtCodes];
    case 'checklist':
      return pack.checklist;
    case 'indicators':
      return pack.indicators;
    case 'clauses':
      return pack.clauses;
  }
}

/** What one pack says otherwise than another, rule by rule: before anyone judges by it. */
export function packDifference(before: RulePack, after: RulePack): PackDifference {
  const old = new Map(before.rules.map(({ definition }) => [definition.id, definition]));
  const young = new Map(after.rules.map(({ definition }) => [definition.id, definition]));
  const ids = [...new Set([...old.keys(), ...young.keys()])].sort();
  const rules = ids.flatMap((id): RuleChange[] => {
    const [was, is] = [old.get(id), young.get(id)];
    const title = (is ?? was)?.title ?? { zh: id, en: id };
    const versions = { before: was?.version ?? null, after: is?.version ?? null };
    if (was === undefined || is === undefined) return [{ id, title, ...versions, parts: [], parameters: [] }];
    const parts = RULE_PARTS.filter((part) => !isSame(partOf(was, part), partOf(is, part)));
    if (parts.length === 0 && was.version === is.version) return [];
    return [{ id, title, ...versions, parts, parameters: parameterChanges(was, is) }];
  });
  return { rules, data: PACK_DATA.filter((data) => !isSame(dataOf(before, data), dataOf(after, data))) };
}
