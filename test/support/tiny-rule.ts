/** A small register and rule, for tests that are about the engine and not about law. */
import { createHash } from 'node:crypto';
import type { WorkCalendar } from '../../src/core/calendar/calendar.ts';
import type { FactDefinition } from '../../src/core/fact/fact.ts';
import type { FactRegistry } from '../../src/core/fact/registry.ts';
import { createFactRegistry, GENERIC_FACTS } from '../../src/core/fact/registry.ts';
import type { RegisterData } from '../../src/core/fact/register-set.ts';
import { createRegisterSet } from '../../src/core/fact/register-set.ts';
import type { FieldType, RegisterDefinition } from '../../src/core/register/definition.ts';
import type { FieldValue, RegisterRecord, SheetMapping } from '../../src/core/register/record.ts';
import { CompiledRule } from '../../src/core/rule/compile.ts';
import { SharedFacts } from '../../src/core/rule/context.ts';
import type { Condition, ParameterDefinition, RuleDefinition } from '../../src/core/rule/format.ts';
import type { ChecklistItem } from '../../src/core/rule/checklist.ts';
import type { LintWorld } from '../../src/core/rule/lint/lint-world.ts';
import type { RulePack } from '../../src/core/rule/pack.ts';
import { ReferenceRule } from '../../src/core/rule/reference.ts';
import { registerViews } from '../../src/core/rule/register-view.ts';
import { shippedCalendar } from '../core/calendar/shipped-calendar.ts';

export const REGISTER = 'matter';
export const AS_OF = '2026-06-30';

const FIELDS: Readonly<Record<string, FieldType>> = {
  caseNo: 'caseNo',
  agency: 'text',
  served: 'dateTime',
  done: 'dateTime',
  extended: 'boolean',
  result: 'text',
  remark: 'text',
  claim: 'money',
  paid: 'money',
  count: 'integer',
  total: 'number',
};

function registerOf(id: string): RegisterDefinition {
  return {
    id,
    label: { zh: '测试台账', en: 'test register' },
    titles: ['测试台账'],
    recognisedBy: [['caseNo']],
    identity: ['caseNo'],
    subject: ['caseNo'],
    fields: Object.entries(FIELDS).map(([field, type]) => ({
      id: field,
      type,
      label: { zh: `字段${field}`, en: field },
      aliases: [],
    })),
    source: '测试',
  };
}

const definitions = [registerOf(REGISTER), registerOf('neighbour')];

export function registryWith(...facts: readonly FactDefinition[]): FactRegistry {
  return createFactRegistry([...GENERIC_FACTS, ...facts], []);
}

export const calendar: WorkCalendar = shippedCalendar();

export function limitParameter(value: number, unit: ParameterDefinition['unit'] = 'day'): ParameterDefinition {
  return {
    label: { zh: '期限', en: 'limit' },
    unit,
    asOf: 'served',
    values: [{ from: '2015-01-01', value, basis: 'test-law#1' }],
  };
}

/** Done within seven days of service. */
export function tinyRule(change: Partial<RuleDefinition> = {}): RuleDefinition {
  return {
    id: 'tiny-rule',
    version: '1.0.0',
    status: 'active',
    title: { zh: '测试规则', en: 'test rule' },
    clauses: ['1.1'],
    legalBasis: [{ source: 'test-law', article: '1' }],
    confidence: 'verified',
    note: { zh: '测试', en: 'test' },
    party: { field: 'agency', name: { zh: '办理机关', en: 'the agency' } },
    register: REGISTER,
    severity: 'major',
    parameters: { maxDays: limitParameter(7) },
    requires: ['served'],
    applicability: { fact: 'served', operator: 'present', value: true },
    violations: [
      {
        name: 'late',
        class: 'violation',
        when: {
          fact: 'overdue',
          params: { from: 'served', to: 'done', limit: 'maxDays' },
          operator: 'equal',
          value: true,
          name: 'late',
        },
        message: {
          zh: '{{party}}应于{{late.due}}前办结{{subject}}，逾期{{late.days}}日（{{law}}），违反法律。',
          en: '{{party}} had to finish {{subject}} by {{late.due}}; {{late.days}} days late ({{law}}).',
        },
      },
    ],
    exonerating: [],
    remedy: { zh: '立即办结', en: 'finish at once' },
    tests: [],
    ...change,
  };
}

/** A rule with one limb that has this condition. */
export function ruleWhen(when: Condition, change: Partial<RuleDefinition> = {}): RuleDefinition {
  const message = { zh: '疑似', en: 'lead' };
  return tinyRule({
    requires: [],
    applicability: { fact: 'caseNo', operator: 'present', value: true },
    violations: [{ name: 'limb', class: 'lead', when, message }],
    ...change,
  });
}

type Values = Readonly<Record<string, FieldValue>>;

/** Records of one sheet; fields left out are blank, `unmapped` ones have no column. */
export function sheetOf(rows: readonly Values[], unmapped: readonly string[] = [], register = REGISTER): RegisterData {
  const fields = Object.keys(FIELDS).filter((field) => !unmapped.includes(field));
  const mapping: SheetMapping = {
    file: '测试.xlsx',
    sheet: '2026年',
    register,
    columns: Object.fromEntries(fields.map((field, column) => [field, column])),
  };
  const records = rows.map((row, index): RegisterRecord => {
    const values: Record<string, FieldValue> = {};
    for (const field of Object.keys(FIELDS)) {
      if (unmapped.includes(field)) values[field] = undefined;
      else if (field in row) values[field] = row[field];
      else values[field] = field === 'caseNo' ? `（2026）琼9999执${index + 1}号` : null;
    }
    return { register, mapping, row: index + 2, values };
  });
  return { register, mappings: [mapping], records };
}

export interface Setting {
  readonly asOf?: string;
  readonly facts?: FactRegistry;
  readonly neighbours?: readonly RegisterData[];
  readonly unmapped?: readonly string[];
}

/** One record and both engines for it. */
export function enginesFor(rule: RuleDefinition, values: Values, setting: Setting = {}) {
  const { asOf = AS_OF, facts = registryWith(), neighbours = [], unmapped = [] } = setting;
  const sheet = sheetOf([values], unmapped);
  const registers = createRegisterSet([sheet, ...neighbours], [], asOf, calendar);
  const shared = new SharedFacts({ asOf, calendar, registers, tables: {}, facts });
  const [record] = sheet.records;
  if (record === undefined) throw new Error('no record');
  return { record, closures: new CompiledRule(rule, shared), reference: new ReferenceRule(rule, shared) };
}

/** The outcome on which both engines agree. */
export async function outcomeOf(rule: RuleDefinition, values: Values, setting: Setting = {}): Promise<string> {
  const { record, closures, reference } = enginesFor(rule, values, setting);
  const fast = closures.judge(record).outcome;
  const slow = (await reference.judge(record)).outcome;
  return fast === slow ? fast : `closures ${fast}, json-rules-engine ${slow}`;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function tinyWorld(facts: FactRegistry = registryWith()): LintWorld {
  return {
    registers: registerViews(definitions, []),
    facts,
    clauses: new Set(['1.1', '1.2']),
    sources: new Map([
      ['test-law', { id: 'test-law', rank: 'law' }],
      ['test-joint', { id: 'test-joint', rank: 'jointDocument' }],
    ]),
    articleFault: (article) => (/^\d+$/.test(article) ? null : 'write the number'),
  };
}

/** A question about the clause that a person answers. */
export const checklistItem: ChecklistItem = {
  id: 'tiny-item',
  clauses: ['1.2'],
  title: { zh: '测试事项', en: 'Test item' },
  party: { zh: '机关', en: 'organ' },
  question: { zh: '是否做到？', en: 'Is it done?' },
  evidence: { zh: '材料', en: 'documents' },
  reason: { zh: '没有台账', en: 'no register' },
  legalBasis: [{ source: 'test-law', article: '2' }],
  confidence: 'verified',
  note: { zh: '测试', en: 'test' },
};

/** A pack of these rules. */
export function tinyPack(rules: readonly RuleDefinition[], facts: FactRegistry = registryWith()): RulePack {
  return {
    version: '1.0.0',
    sha256: sha256('pack'),
    courtCodes: { version: '1.0.0', provinces: {}, courts: [] },
    rules: rules.map((definition) => ({
      definition,
      file: `test/${definition.id}.json`,
      sha256: sha256(definition.id),
    })),
    clauses: [
      { id: '1.1', article: 1, quote: '测试条文', party: '机关', check: 'rule' },
      { id: '1.2', article: 1, quote: '清单条文', party: '机关', check: 'checklist' },
      { id: '1.3', article: 1, quote: '宣示条文', party: '机关', check: 'declaratory' },
    ],
    checklist: [checklistItem],
    indicators: [],
    registerDefinitions: definitions,
    registers: registerViews(definitions, []),
    facts,
    tables: { 'test-table': { limits: { query: 3, control: 1 } } },
    cite: (references) => ({
      zh: references.map(({ source, article }) => `《${source}》第${article ?? ''}条`).join('、'),
      en: references.map(({ source, article }) => `${source} art. ${article ?? ''}`).join(', '),
    }),
    sourceInForce: () => undefined,
    basisClass: (basis) => (basis === 'policy-default' || basis === 'local-practice' ? basis : 'statutory'),
  };
}
