import type { LocalDate } from '../calendar/local-date.ts';
import type { KnownValue, Limit } from '../fact/fact.ts';
import { Unknown } from '../fact/fact.ts';
import type { Bilingual, Language } from '../language.ts';
import type { RegisterRecord } from '../register/record.ts';
import type { CompiledRule } from './compile.ts';
import type { Condition, LeafCondition, LegalReference, Limb, RuleDefinition } from './format.ts';
import { formatDate, formatLimit, formatParameter, formatValue, notFilled } from './format-value.ts';
import { dayAmong, fieldsOf } from './parameters.ts';
import { leavesOf } from './reads.ts';
import type { RegisterView } from './register-view.ts';
import { subjectOf } from './register-view.ts';

/** Prints legal references with the names and article numbers in force on a day. */
export type CiteLaw = (references: readonly LegalReference[], day: LocalDate) => Bilingual;

export const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/gu;

/** Names of all placeholders of a message. */
export function placeholdersOf(message: string): readonly string[] {
  return [...message.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}

/** All named conditions of a rule, by name. */
export function namedConditions(rule: RuleDefinition): ReadonlyMap<string, LeafCondition> {
  const conditions: Condition[] = [rule.applicability, ...rule.violations.map(({ when }) => when)];
  for (const { when } of rule.exonerating) if (when !== undefined) conditions.push(when);
  const named = new Map<string, LeafCondition>();
  for (const leaf of conditions.flatMap(leavesOf)) if (leaf.name !== undefined) named.set(leaf.name, leaf);
  return named;
}

export interface MessageInput {
  readonly rule: CompiledRule;
  readonly limb: Limb;
  readonly record: RegisterRecord;
  readonly view: RegisterView;
  readonly cite: CiteLaw;
}

/** The day on which the record's matter stands: what the first parameter in use goes by, else the first date required. */
export function recordDay({ rule, record }: Pick<MessageInput, 'rule' | 'record'>): LocalDate {
  return matterDay(rule.definition, record.values, rule.context.asOf);
}

/** The same from a rule as it is written and the values of a record. */
export function matterDay(rule: RuleDefinition, values: RegisterRecord['values'], asOf: LocalDate): LocalDate {
  const [parameter] = Object.values(rule.parameters);
  const fields = parameter === undefined ? rule.requires : fieldsOf(parameter);
  return dayAmong(fields, values) ?? asOf;
}

/** Who is bound: the limb's own party or the rule's, by the field of the record, or its words. */
export function partyOf(rule: RuleDefinition, limb: Limb, record: RegisterRecord, language: Language): string {
  const { field, name } = limb.party ?? rule.party;
  const value = field === undefined ? null : record.values[field];
  return typeof value === 'string' && value !== '' ? value : name[language];
}

/** References of a limb, or the rule's where it has none of its own. */
export function legalBasisOf(rule: RuleDefinition, limb: Limb): readonly LegalReference[] {
  return limb.legalBasis ?? rule.legalBasis;
}

/** The words of a finding in both languages. */
export function formatMessage(input: MessageInput): Bilingual {
  return { zh: fill(input, 'zh'), en: fill(input, 'en') };
}

function fill(input: MessageInput, language: Language): string {
  return input.limb.message[language].replace(PLACEHOLDER, (_all, name: string) => placeholder(input, name, language));
}

function placeholder(input: MessageInput, name: string, language: Language): string {
  const { rule, record, view, limb } = input;
  switch (name) {
    case 'law':
      return input.cite(legalBasisOf(rule.definition, limb), recordDay(input))[language];
    case 'asOf':
      return formatDate(rule.context.asOf, language);
    case 'party':
      return partyOf(rule.definition, limb, record, language);
    case 'subject':
      return subjectOf(record, view) || notFilled(language);
  }
  const dot = name.indexOf('.');
  if (dot < 0) return formatValue(record.values[name], view.fields.get(name)?.type ?? null, language);
  const owner = name.slice(0, dot);
  const key = name.slice(dot + 1);
  return owner === 'parameter' ? parameterText(input, key, language) : conditionText(input, owner, key, language);
}

function parameterText({ rule, record }: MessageInput, name: string, language: Language): string {
  const parameter = rule.context.parameters.get(name);
  const version = parameter?.version(record);
  if (parameter === undefined || version === undefined) return notFilled(language);
  return formatParameter(version.value, parameter.definition.unit, language);
}

function conditionText({ rule, record }: MessageInput, condition: string, key: string, language: Language): string {
  const leaf = namedConditions(rule.definition).get(condition);
  if (leaf === undefined) return notFilled(language);
  const definition = rule.context.environment.facts.find(leaf.fact, record.register);
  const type = definition?.type ?? null;
  if (key === 'value') {
    const value = rule.context.fact(leaf.fact, record, leaf.params);
    return value instanceof Unknown ? notFilled(language) : formatValue(value, type, language);
  }
  const described = definition?.describe?.(record, rule.context, leaf.params ?? {}) ?? {};
  const value: KnownValue | undefined = described[key];
  if (key === 'limit') return limitText(value, described['unit'], language);
  if (key === 'extension') return limitText(value, described['extensionUnit'], language);
  return formatValue(value, type === 'money' ? 'money' : null, language);
}

function limitText(amount: KnownValue | undefined, unit: KnownValue | undefined, language: Language): string {
  if (typeof amount !== 'number' || typeof unit !== 'string') return formatValue(amount, null, language);
  return formatLimit(amount, unit as Limit['unit'], language);
}
