import type Database from 'better-sqlite3-multiple-ciphers';
import type { Handlers } from '../../contract/dispatch.ts';
import { CodedError } from '../../contract/errors.ts';
import type { RuleSummary } from '../../contract/model.ts';
import { applyProfile, ProfileError, type Profile, type RuleProfile } from '../../core/finding/profile.ts';
import type { Bilingual } from '../../core/language.ts';
import type { ParameterDefinition, ParameterValue, RuleDefinition, Severity } from '../../core/rule/format.ts';
import type { RulePack } from '../../core/rule/pack.ts';
import { conditionParts } from './condition-lines.ts';
import { ConditionWords } from './condition-words.ts';
import { addLog } from './log.ts';
import { ruleHistory } from './rule-history.ts';
import type { Rulebook } from './rulebook.ts';
import { familyOf } from './running.ts';
import { isSameTailoring, stockTailoring, writeTailoring, type Tailoring } from './tailoring.ts';
import { trialCases, trialFields, trialNeighbours } from './trial-form.ts';
import type { Workspace } from './workspace.ts';

type RuleHandlers = Pick<
  Handlers,
  'rules.list' | 'rules.get' | 'rules.tailor' | 'rules.switch' | 'profiles.list' | 'profiles.save' | 'profiles.apply'
>;

export function ruleHandlers(workspace: Workspace): RuleHandlers {
  const asOf = (): string => workspace.current?.info.asOf ?? new Date().toISOString().slice(0, 10);
  const summary = (rulebook: Rulebook, id: string): RuleSummary => ruleSummary(rulebook, id, asOf());
  return {
    'rules.list': async () => {
      const rulebook = await workspace.rulebook();
      return rulebook.pack.rules.map(({ definition }) => summary(rulebook, definition.id));
    },
    'rules.get': async ({ id }) => {
      const rulebook = await workspace.rulebook();
      const definition = rulebook.rule(id)?.definition;
      if (definition === undefined) throw new CodedError('E_NOT_FOUND', 'rule');
      const words = new ConditionWords(rulebook.pack, definition);
      return {
        summary: summary(rulebook, id),
        json: JSON.stringify(definition, null, 2),
        sha256: rulebook.rule(id)?.sha256 ?? '',
        conditions: conditionParts(definition, words),
        clauses: definition.clauses.map((clause) => ({
          id: clause,
          quote: rulebook.pack.clauses.find((each) => each.id === clause)?.quote ?? '',
        })),
        law: [...Map.groupBy(definition.legalBasis, ({ source }) => source).values()].map((references) =>
          rulebook.pack.cite(references, asOf()),
        ),
        bases: Object.fromEntries(
          Object.values(definition.parameters)
            .flatMap(({ values }) => values)
            .map(({ basis, from }) => [basis, basisWords(rulebook.pack, basis, from)]),
        ),
        fields: trialFields(rulebook, definition),
        neighbours: trialNeighbours(rulebook, definition),
        cases: trialCases(rulebook, definition),
        history: workspace.current === null ? [] : ruleHistory(workspace.current.database, definition),
      };
    },
    'rules.tailor': async ({ id, enabled, severity, reason, parameters }) => {
      const { database } = workspace.needWritable();
      const rulebook = await workspace.rulebook();
      const change = { enabled, severity, reason, parameters };
      const tailoring = tailored(rulebook.tailoring, stockRule(rulebook, id), change);
      keep(database, rulebook.stock, tailoring, [id], tailoring.profile.rules[id] ?? 'stock');
      workspace.changed();
      return summary(await workspace.rulebook(), id);
    },
    'rules.switch': async ({ enabled, rules }) => {
      const { database } = workspace.needWritable();
      const rulebook = await workspace.rulebook();
      const tailoring = rules.reduce(
        (before, { id, reason }) => tailored(before, stockRule(rulebook, id), { enabled, reason }),
        rulebook.tailoring,
      );
      const ids = rules.map(({ id }) => id);
      keep(database, rulebook.stock, tailoring, ids, { enabled });
      workspace.changed();
      return null;
    },
    'profiles.list': async () => {
      const own = workspace.current === null ? null : (await workspace.rulebook()).tailoring;
      return workspace.profiles.list().map(({ name, savedAt, tailoring }) => ({
        name,
        savedAt,
        rules: Object.keys(tailoring.profile.rules).length,
        inUse: own !== null && isSameTailoring(own, tailoring),
      }));
    },
    'profiles.save': async ({ name }) => {
      workspace.need();
      workspace.profiles.save(name, (await workspace.rulebook()).tailoring);
      return null;
    },
    'profiles.apply': async ({ name }) => {
      const { database } = workspace.needWritable();
      const tailoring = name === null ? stockTailoring : workspace.profiles.find(name);
      if (tailoring === undefined) throw new CodedError('E_NOT_FOUND', 'profile');
      keep(database, (await workspace.rulebook()).stock, tailoring, Object.keys(tailoring.profile.rules), 'profile');
      workspace.changed();
      return null;
    },
  };
}

function stockRule(rulebook: Rulebook, id: string): RuleDefinition {
  const stock = rulebook.stock.rules.find(({ definition }) => definition.id === id)?.definition;
  if (stock === undefined) throw new CodedError('E_NOT_FOUND', 'rule');
  return stock;
}

/** @param changed rules that are not as before, and how they are `now` */
function keep(
  database: Database.Database,
  stock: RulePack,
  tailoring: Tailoring,
  changed: readonly string[],
  now: RuleProfile | 'stock' | 'profile',
): void {
  try {
    applyProfile(stock, tailoring.profile);
  } catch (error) {
    if (error instanceof ProfileError) throw new CodedError('E_BAD_ARGUMENT', 'parameters');
    throw error;
  }
  const work = database.transaction(() => {
    writeTailoring(database, tailoring);
    addLog(database, 'tailored', `rule=${changed.join(',')} now=${JSON.stringify(now)}`);
  });
  work.immediate();
}

interface Change {
  readonly enabled?: boolean | undefined;
  readonly severity?: Severity | undefined;
  readonly reason?: string | undefined;
  /** As typed; `null` goes back to stock. */
  readonly parameters?: Readonly<Record<string, string | null>> | undefined;
}

/** What equals stock is left out, so that the difference is what the profile holds. */
function tailored(before: Tailoring, stock: RuleDefinition, change: Change): Tailoring {
  const own: RuleProfile = before.profile.rules[stock.id] ?? {};
  const values = new Map(Object.entries(own.parameters ?? {}));
  for (const [name, text] of Object.entries(change.parameters ?? {})) {
    const definition = Object.hasOwn(stock.parameters, name) ? stock.parameters[name] : undefined;
    if (definition === undefined) throw new CodedError('E_BAD_ARGUMENT', name);
    const value = text === null ? undefined : typedValue(definition, text);
    const isStock =
      value === undefined || definition.values.every((each) => JSON.stringify(each.value) === JSON.stringify(value));
    if (isStock) values.delete(name);
    else values.set(name, value);
  }
  const enabled = change.enabled ?? own.enabled;
  const isStockState = enabled === undefined || enabled === (stock.status === 'active');
  const severity = change.severity ?? own.severity;
  const next: RuleProfile = {
    ...(severity === undefined || severity === stock.severity ? {} : { severity }),
    ...(isStockState ? {} : { enabled }),
    ...(values.size === 0 ? {} : { parameters: Object.fromEntries(values) }),
  };
  const rules = { ...before.profile.rules, [stock.id]: next };
  const kept = Object.entries(rules).filter(([, each]) => Object.keys(each).length > 0);
  const reasons = new Map(Object.entries(before.reasons));
  if (isStockState) reasons.delete(stock.id);
  else if (change.reason !== undefined) reasons.set(stock.id, change.reason);
  const profile: Profile = { ...before.profile, rules: Object.fromEntries(kept) };
  return { profile, reasons: Object.fromEntries(reasons) };
}

/** A typed text as a value of the parameter's kind. Lists take one entry a line, or 、 between them. */
function typedValue(definition: ParameterDefinition, text: string): ParameterValue['value'] {
  const stock = definition.values[0]?.value;
  const trimmed = text.trim();
  if (typeof stock === 'number') {
    const number = Number(trimmed);
    if (trimmed === '' || !Number.isFinite(number) || number < 0) throw new CodedError('E_BAD_ARGUMENT', 'parameters');
    return number;
  }
  if (typeof stock === 'boolean') return trimmed === 'true' || trimmed === '是';
  if (typeof stock !== 'object') return trimmed;
  const entries = trimmed
    .split(/[\n、,，;；]/u)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  return typeof stock[0] === 'number' ? entries.map(Number) : entries;
}

/** What a value rests on, with title and article as they stood when it began to apply. */
function basisWords(pack: RulePack, basis: string, from: string): Bilingual {
  const basisClass = pack.basisClass(basis);
  const [source = '', article] = basis.split('#');
  const cited = pack.cite([{ source, ...(article === undefined ? {} : { article }) }], from);
  if (cited.zh !== '') return cited;
  return basisClass === 'local-practice' ? { zh: '地方做法', en: 'local practice' } : policyWords;
}

const policyWords: Bilingual = { zh: '内控默认', en: 'internal default' };

function editText(value: ParameterValue['value'] | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? value.join('、') : String(value);
}

/** Up to the first pause of the first clause. */
function articleOf({ clauses }: RulePack, rule: RuleDefinition): RuleSummary['article'] {
  const number = Number(rule.clauses[0]?.split('.')[0] ?? '0');
  const quote = clauses.find(({ article }) => article === number)?.quote ?? '';
  return { number, words: quote.split(/[,，。;；]/u)[0] ?? '' };
}

function lawTitles(pack: RulePack, { legalBasis, violations }: RuleDefinition, asOf: string): Bilingual[] {
  const references = [...legalBasis, ...violations.flatMap((limb) => limb.legalBasis ?? [])];
  return [...new Set(references.map(({ source }) => source))].flatMap(
    (source) => pack.sourceInForce(source, asOf)?.title ?? [],
  );
}

function ruleSummary(rulebook: Rulebook, id: string, asOf: string): RuleSummary {
  const definition = rulebook.rule(id)?.definition;
  const stock = rulebook.stock.rules.find((rule) => rule.definition.id === id)?.definition;
  if (definition === undefined || stock === undefined) throw new CodedError('E_NOT_FOUND', 'rule');
  const { tailoring, pack } = rulebook;
  const inForce = (parameter: ParameterDefinition | undefined): ParameterValue | undefined =>
    parameter?.values.findLast(({ from }) => from <= asOf) ?? parameter?.values[0];
  return {
    id,
    family: familyOf(rulebook, id),
    title: definition.title,
    version: definition.version,
    status: stock.status,
    severity: definition.severity,
    stockSeverity: stock.severity,
    register: definition.register,
    registerLabel: pack.registers.get(definition.register)?.label ?? {
      zh: definition.register,
      en: definition.register,
    },
    clauses: [...definition.clauses],
    article: articleOf(pack, definition),
    laws: lawTitles(pack, definition, asOf),
    confidence: definition.confidence,
    enabled: definition.status === 'active',
    disabledReason: definition.status === 'active' ? null : (tailoring.reasons[id] ?? null),
    tailored: Object.hasOwn(tailoring.profile.rules, id),
    parameters: Object.entries(stock.parameters).map(([name, parameter]) => {
      const classes = parameter.values.map(({ basis }) => pack.basisClass(basis));
      const policy = classes.every((each) => each === 'policy-default' || each === 'local-practice');
      const present = inForce(parameter);
      return {
        name,
        label: parameter.label,
        unit: parameter.unit,
        stock: editText(present?.value),
        value: editText(inForce(definition.parameters[name])?.value),
        basis: present === undefined ? { zh: '', en: '' } : basisWords(pack, present.basis, present.from),
        policy,
        editable: policy,
      };
    }),
  };
}
