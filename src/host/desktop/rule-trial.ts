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
import { findingMask } from '../output/report/masking.ts';
import { testBench } from '../rule-pack.ts';
import { ConditionWords } from './condition-words.ts';
import { explainedLeaf } from './explained-leaf.ts';
import type { Rulebook } from './rulebook.ts';
import { trialFields } from './trial-form.ts';
import { takenRow, trialRow, trialTables } from './trial-row.ts';
import { readTrialText, writeTrialText } from './trial-text.ts';
import type { Workspace } from './workspace.ts';

type Asked = ChannelArgs<'rules.try'>['trial'];
type Trial = ChannelResult<'rules.try'>;
type TrialHandlers = Pick<Handlers, 'rules.rows' | 'rules.row' | 'rules.try' | 'rules.turns'>;

/** 试算: one record and the tables around it in, the verdict and each step out; nothing is kept. */
export function trialHandlers(workspace: Workspace): TrialHandlers {
  const known = async (id: string): Promise<{ rulebook: Rulebook; definition: RuleDefinition }> => {
    const rulebook = await workspace.rulebook();
    const definition = rulebook.rule(id)?.definition;
    if (definition === undefined) throw new CodedError('E_NOT_FOUND', 'rule');
    return { rulebook, definition };
  };
  return {
    'rules.rows': async ({ id }) => {
      const { definition } = await known(id);
      return workspace.current === null ? [] : trialTables(workspace.current.database, definition);
    },
    'rules.row': async ({ id, sheetId, row }) => {
      const { database } = workspace.need();
      const { rulebook, definition } = await known(id);
      const fields = trialFields(rulebook, definition).map((field) => field.id);
      return trialRow(database, rulebook, definition, fields, { sheetId, row }, workspace.settings.current.masked);
    },
    'rules.try': async ({ id, trial }) => {
      const { rulebook, definition } = await known(id);
      const prepared = prepare(rulebook, definition, testOf(workspace, rulebook, definition, trial));
      const mask =
        trial.from !== undefined && workspace.settings.current.masked
          ? findingMask({ evidence: [] }, [prepared.record], rulebook.pack.registers)
          : (text: string) => text;
      return await judge(rulebook, definition, prepared, ({ zh, en }) => ({ zh: mask(zh), en: mask(en) }));
    },
    'rules.turns': async ({ id, trial }) => {
      const { rulebook, definition } = await known(id);
      const view = rulebook.pack.registers.get(definition.register);
      const bench = testBench(rulebook.pack, rulebook.calendar);
      return turningValues(definition, testOf(workspace, rulebook, definition, trial), bench).map(
        ({ field, value, outcome }) => {
          const named = view?.fields.get(field);
          return {
            field,
            label: named?.label ?? { zh: field, en: field },
            text: writeTrialText(named?.type ?? 'any', value),
            outcome,
          };
        },
      );
    },
  };
}

/** A trial is a test of the rule without an expectation. @throws CodedError `E_BAD_ARGUMENT` */
function testOf(workspace: Workspace, rulebook: Rulebook, rule: RuleDefinition, asked: Asked): RuleTest {
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
  const own = rulebook.pack.registers.get(rule.register);
  const taken =
    asked.from === undefined || own === undefined ? null : takenRow(workspace.need().database, own, asked.from);
  const record = read(rule.register, asked.record);
  for (const [field, text] of Object.entries(asked.record)) {
    if (taken !== null) record[field] = taken.valueOf(field, text);
  }
  const neighbours = Object.entries(asked.neighbours).map(([register, rows]) => [
    register,
    rows.map((row) => read(register, row)),
  ]);
  return {
    name: '试算',
    expect: 'violates',
    asOf: asked.asOf,
    record,
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

async function judge(
  rulebook: Rulebook,
  rule: RuleDefinition,
  { record, shared }: PreparedTest,
  shown: (words: Bilingual) => Bilingual,
): Promise<Trial> {
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
    messages: messagesOf(rulebook, rule, compiled, record, judgement).map((said) => ({
      ...said,
      words: shown(said.words),
    })),
    agreed: second.outcome === judgement.outcome,
    trace: (explanation?.conditions ?? []).map((explained) => {
      const { fact, actual, result } = explained;
      const leaf = explainedLeaf(leaves, explained);
      return {
        words: leaf === undefined ? { zh: fact, en: fact } : words.leaf(leaf),
        actual: shown(words.value(fact, actual)),
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
): Trial['messages'] {
  const view = pack.registers.get(rule.register);
  if (judgement.outcome !== 'violates' || view === undefined) return [];
  return judgement.broken.flatMap((index) => {
    const limb = rule.violations[index];
    return limb === undefined
      ? []
      : [{ class: limb.class, words: formatMessage({ rule: compiled, limb, record, view, cite: pack.cite }) }];
  });
}
