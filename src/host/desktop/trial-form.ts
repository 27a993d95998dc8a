/** What a trial of a rule can be given: its fields, the other registers it looks at, and its own cases as examples. */
import type { ChannelResult } from '../../contract/channels.ts';
import type { RegisterId } from '../../core/register/definition.ts';
import type { FieldValue } from '../../core/register/record.ts';
import type { RuleDefinition, RuleTest } from '../../core/rule/format.ts';
import { readsOfRule } from '../../core/rule/reads.ts';
import { DEFAULT_TEST_DAY } from '../../core/rule/self-test.ts';
import type { Rulebook } from './rulebook.ts';
import { writeTrialText } from './trial-text.ts';

type RulePage = ChannelResult<'rules.get'>;
type TrialTable = RulePage['neighbours'][number];

/** Fields of the rule's register that it reads, those it requires first. */
export function trialFields(rulebook: Rulebook, rule: RuleDefinition): RulePage['fields'] {
  const required = new Set(rule.requires);
  return fieldsOf(rulebook, rule.register, [
    ...readsOfRule(rule, rulebook.pack.facts).fields,
    ...namedByTests(rule, rule.register),
  ])
    .map((field) => ({ ...field, required: required.has(field.id) }))
    .sort((a, b) => Number(b.required) - Number(a.required));
}

/** Registers around the record that the rule looks at, or its own cases hold; a derived one by those it is derived from. */
export function trialNeighbours(rulebook: Rulebook, rule: RuleDefinition): TrialTable[] {
  const { registers, facts } = rulebook.pack;
  const read = new Map<RegisterId, Set<string>>();
  const add = (register: RegisterId, fields: Iterable<string>): void => {
    read.set(register, new Set([...(read.get(register) ?? []), ...fields]));
  };
  for (const [register, fields] of readsOfRule(rule, facts).neighbours) {
    const derivedFrom = registers.get(register)?.derivedFrom ?? [];
    if (derivedFrom.length === 0) add(register, fields);
    for (const source of derivedFrom) add(source, registers.get(source)?.fields.keys() ?? []);
  }
  for (const source of registers.get(rule.register)?.derivedFrom ?? []) {
    add(source, registers.get(source)?.fields.keys() ?? []);
  }
  for (const { neighbours } of rule.tests) {
    for (const register of Object.keys(neighbours ?? {})) add(register, namedByTests(rule, register));
  }
  return [...read].flatMap(([register, fields]) => {
    const view = registers.get(register);
    return view === undefined
      ? []
      : [{ register, label: view.label, fields: fieldsOf(rulebook, register, [...fields]) }];
  });
}

function namedByTests({ tests, register: own }: RuleDefinition, register: RegisterId): string[] {
  return tests.flatMap(({ record, neighbours, unmapped = [] }) => [
    ...(register === own ? [...Object.keys(record), ...unmapped] : []),
    ...(neighbours?.[register] ?? []).flatMap((row) => Object.keys(row)),
  ]);
}

function fieldsOf(rulebook: Rulebook, register: RegisterId, ids: readonly string[]): TrialTable['fields'] {
  const view = rulebook.pack.registers.get(register);
  return [...new Set(ids)].flatMap((id) => {
    const field = view?.fields.get(id);
    return field === undefined ? [] : [{ id, label: field.label, values: [...(field.values ?? [])] }];
  });
}

/** The rule's own cases, as a trial takes them. */
export function trialCases(rulebook: Rulebook, rule: RuleDefinition): RulePage['cases'] {
  const texts = (register: RegisterId, row: Readonly<Record<string, FieldValue>>): Record<string, string | null> => {
    const view = rulebook.pack.registers.get(register);
    return Object.fromEntries(
      Object.entries(row).map(([field, value]) => [
        field,
        writeTrialText(view?.fields.get(field)?.type ?? 'any', value),
      ]),
    );
  };
  const neighbours = (test: RuleTest): RulePage['cases'][number]['trial']['neighbours'] =>
    Object.fromEntries(
      Object.entries(test.neighbours ?? {}).map(([register, rows]) => [
        register,
        rows.map((row) => texts(register, row)),
      ]),
    );
  return rule.tests.map((test) => ({
    name: test.name,
    expect: test.expect,
    trial: {
      asOf: test.asOf ?? DEFAULT_TEST_DAY,
      record: texts(rule.register, test.record),
      unmapped: [...(test.unmapped ?? [])],
      neighbours: neighbours(test),
    },
  }));
}
