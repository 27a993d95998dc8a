import type { ChannelArgs, ChannelResult } from '../../contract/channels.ts';
import type { Handlers } from '../../contract/dispatch.ts';
import { CodedError } from '../../contract/errors.ts';
import type { Bilingual } from '../../core/language.ts';
import type { RegisterId } from '../../core/register/definition.ts';
import type { FieldValue } from '../../core/register/record.ts';
import { CompiledRule } from '../../core/rule/compile.ts';
import type { RuleDefinition, RuleTest } from '../../core/rule/format.ts';
import type { Judgement } from '../../core/rule/judgement.ts';
import { formatMessage } from '../../core/rule/message.ts';
import { leavesOf } from '../../core/rule/reads.ts';
import { ReferenceRule } from '../../core/rule/reference.ts';
import { NoDerivedRecordError, prepareTest, type PreparedTest } from '../../core/rule/self-test.ts';
import { turningValues } from '../../core/rule/turning-values.ts';
import { testBench } from '../rule-pack.ts';
import { ConditionWords } from './condition-words.ts';
import type { Rulebook } from './rulebook.ts';
import { readTrialText, writeTrialText } from './trial-text.ts';
import type { Workspace } from './workspace.ts';

type Asked = ChannelArgs<'rules.try'>['trial'];
type Trial = ChannelResult<'rules.try'>;

/** 试算: one record and the tables around it in, the verdict and each step out; nothing is kept. */
export function trialHandlers(workspace: Workspace): Pick<Handlers, 'rules.try' | 'rules.turns'> {
  return {
    'rules.try': async ({ id, trial }) => {
      const rulebook = await workspace.rulebook();
      const definition = rulebook.rule(id)?.definition;
      if (definition === undefined) throw new CodedError('E_NOT_FOUND', 'rule');
      const test = testOf(rulebook, definition, trial);
      return await judge(rulebook, definition, prepare(rulebook, definition, test));
    },
    'rules.turns': async ({ id, trial }) => {
      const rulebook = await workspace.rulebook();
      const definition = rulebook.rule(id)?.definition;
      if (definition === undefined) throw new CodedError('E_NOT_FOUND', 'rule');
      const view = rulebook.pack.registers.get(definition.register);
      const bench = testBench(rulebook.pack, rulebook.calendar);
      return turningValues(definition, testOf(rulebook, definition, trial), bench).map(({ field, value, outcome }) => {
        const known = view?.fields.get(field);
        return {
          field,
          label: known?.label ?? { zh: field, en: field },
          text: writeTrialText(known?.type ?? 'any', value),
          outcome,
        };
      });
    },
  };
}

/** A trial is a test of the rule without an expectation. @throws CodedError `E_BAD_ARGUMENT` */
function testOf(rulebook: Rulebook, rule: RuleDefinition, asked: Asked): RuleTest {
  const read = (register: RegisterId, texts: Readonly<Record<string, string | null>>): Record<string, FieldValue> => {
    const view = rulebook.pack.registers.get(register);
    if (view === undefined) throw new CodedError('E_BAD_ARGUMENT', 'register');
    return Object.fromEntries(
      Object.entries(texts).map(([field, text]) => {
        const type = view.fields.get(field)?.type;
        if (type === undefined) throw new CodedError('E_BAD_ARGUMENT', 'field');
        return [field, readTrialText(type, text)];
      }),
    );
  };
  const neighbours = Object.entries(asked.neighbours).map(([register, rows]) => [
    register,
    rows.map((row) => read(register, row)),
  ]);
  return {
    name: '试算',
    expect: 'violates',
    asOf: asked.asOf,
    record: read(rule.register, asked.record),
    unmapped: asked.unmapped,
    ...(neighbours.length === 0
      ? {}
      : { neighbours: Object.fromEntries(neighbours) as NonNullable<RuleTest['neighbours']> }),
  };
}

/** @throws CodedError `E_NO_DERIVED_RECORD` */
function prepare(rulebook: Rulebook, rule: RuleDefinition, trial: RuleTest): PreparedTest {
  try {
    return prepareTest(rule, trial, testBench(rulebook.pack, rulebook.calendar));
  } catch (error) {
    if (error instanceof NoDerivedRecordError) throw new CodedError('E_NO_DERIVED_RECORD');
    throw error;
  }
}

async function judge(rulebook: Rulebook, rule: RuleDefinition, { record, shared }: PreparedTest): Promise<Trial> {
  const compiled = new CompiledRule(rule, shared);
  const judgement = compiled.judge(record);
  const reference = new ReferenceRule(rule, shared);
  const words = new ConditionWords(rulebook.pack, rule);
  const second = await reference.judge(record);
  const limbIndex = 'broken' in judgement ? (judgement.broken[0] ?? 0) : 0;
  const explanation = judgement.outcome === 'error' ? null : await reference.explain(record, limbIndex);
  const limb = rule.violations[limbIndex];
  const leaves = [...leavesOf(rule.applicability), ...(limb === undefined ? [] : leavesOf(limb.when))];
  return {
    outcome: judgement.outcome,
    messages: messagesOf(rulebook, rule, compiled, record, judgement),
    agreed: second.outcome === judgement.outcome,
    trace: (explanation?.conditions ?? []).map(({ name, fact, operator, actual, result }) => {
      const leaf = leaves.find((each) =>
        name === null ? each.fact === fact && each.operator === operator : each.name === name,
      );
      return {
        words: leaf === undefined ? { zh: fact, en: fact } : words.leaf(leaf),
        actual: words.value(fact, actual),
        result,
      };
    }),
  };
}

/** What the findings would say. */
function messagesOf(
  { pack }: Rulebook,
  rule: RuleDefinition,
  compiled: CompiledRule,
  record: PreparedTest['record'],
  judgement: Judgement,
): Bilingual[] {
  const view = pack.registers.get(rule.register);
  if (judgement.outcome !== 'violates' || view === undefined) return [];
  return judgement.broken.flatMap((index) => {
    const limb = rule.violations[index];
    return limb === undefined ? [] : [formatMessage({ rule: compiled, limb, record, view, cite: pack.cite })];
  });
}
