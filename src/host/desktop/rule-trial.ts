import type { ChannelResult } from '../../contract/channels.ts';
import type { Handlers } from '../../contract/dispatch.ts';
import { CodedError } from '../../contract/errors.ts';
import { createRegisterSet } from '../../core/fact/register-set.ts';
import type { FieldType } from '../../core/register/definition.ts';
import type { FieldValue, RegisterRecord, SheetMapping } from '../../core/register/record.ts';
import { parseValue } from '../../core/register/value/parse-value.ts';
import { CompiledRule } from '../../core/rule/compile.ts';
import { SharedFacts } from '../../core/rule/context.ts';
import type { Judgement } from '../../core/rule/judgement.ts';
import { leavesOf } from '../../core/rule/reads.ts';
import { ReferenceRule } from '../../core/rule/reference.ts';
import { ConditionWords } from './condition-words.ts';
import type { Rulebook } from './rulebook.ts';
import type { Workspace } from './workspace.ts';

type Trial = ChannelResult<'rules.try'>;

const fieldTypes: ReadonlySet<string> = new Set<FieldType>([
  'text',
  'date',
  'dateTime',
  'money',
  'number',
  'integer',
  'ratio',
  'boolean',
  'caseNo',
  'identity',
  'courtCode',
]);

/** 试算: one record in, the verdict and each step out. Neighbour registers are not handed over; nothing is kept. */
export function trialHandlers(workspace: Workspace): Pick<Handlers, 'rules.try'> {
  return {
    'rules.try': async ({ id, record }) => {
      const rulebook = await workspace.rulebook();
      const asOf = workspace.current?.info.asOf ?? new Date().toISOString().slice(0, 10);
      return tryRule(rulebook, id, record, asOf);
    },
  };
}

async function tryRule(
  rulebook: Rulebook,
  id: string,
  texts: Readonly<Record<string, string | null>>,
  asOf: string,
): Promise<Trial> {
  const definition = rulebook.rule(id)?.definition;
  const view = definition === undefined ? undefined : rulebook.pack.registers.get(definition.register);
  if (definition === undefined || view === undefined) throw new CodedError('E_NOT_FOUND', 'rule');
  const { facts, tables } = rulebook.pack;
  const values: Record<string, FieldValue> = {};
  for (const [field, { type }] of view.fields) values[field] = typedValue(type, texts[field]);
  const columns = Object.fromEntries([...view.fields.keys()].map((field, column) => [field, column]));
  const mapping: SheetMapping = { file: '试算', sheet: view.id, register: view.id, columns };
  const record: RegisterRecord = { register: view.id, mapping, row: 2, values };
  const registers = createRegisterSet(
    [{ register: view.id, mappings: [mapping], records: [record] }],
    facts.derivedRegisters.filter((derived) => derived.id !== view.id),
    asOf,
    rulebook.calendar,
  );
  const shared = new SharedFacts({ asOf, calendar: rulebook.calendar, registers, tables, facts });
  const judgement = new CompiledRule(definition, shared).judge(record);
  const reference = new ReferenceRule(definition, shared);
  const words = new ConditionWords(rulebook.pack, definition);
  const limbIndex = 'broken' in judgement ? (judgement.broken[0] ?? 0) : 0;
  const explanation = judgement.outcome === 'error' ? null : await reference.explain(record, limbIndex);
  const limb = definition.violations[limbIndex];
  const leaves = [...leavesOf(definition.applicability), ...(limb === undefined ? [] : leavesOf(limb.when))];
  return {
    outcome: judgement.outcome,
    limbs: limbNames(judgement, definition.violations),
    trace: (explanation?.conditions ?? []).map(({ name, fact, operator, actual, result }) => {
      const leaf = leaves.find((each) =>
        name === null ? each.fact === fact && each.operator === operator : each.name === name,
      );
      return {
        words: leaf === undefined ? { zh: fact, en: fact } : words.leaf(leaf),
        actual: words.value(fact, actual).zh,
        result,
      };
    }),
  };
}

/** `undefined` on the way in: the column is there and blank. A text that cannot be read is unknown, as in a table. */
function typedValue(type: string, text: string | null | undefined): FieldValue {
  if (text === null || text === undefined || text.trim() === '') return null;
  if (!fieldTypes.has(type)) return text;
  const parsed = parseValue(type as FieldType, { kind: 'text', text }, { multiplier: 1 });
  return parsed.problem === undefined ? parsed.value : undefined;
}

function limbNames(judgement: Judgement, limbs: readonly { readonly name: string }[]): string[] {
  return 'broken' in judgement ? judgement.broken.flatMap((index) => limbs[index]?.name ?? []) : [];
}
