import type { FactResult } from '../../../src/core/fact/fact.ts';
import { factRegistry } from '../../../src/core/fact/registry.ts';
import type { Row } from './neighbour-registers.ts';
import { registersOf } from './neighbour-registers.ts';

type Tables = Parameters<typeof registersOf>[0];

function asked(name: string, register: string, record: Row, tables: Tables) {
  const context = registersOf({ [register]: { rows: [record] }, ...tables });
  const [own] = context.registers.all(register);
  const fact = factRegistry.find(name, register);
  if (own === undefined || fact === undefined) throw new Error(`no fact ${register}.${name}`);
  return { context, own, fact };
}

/** A fact of the first row of its register, with the other tables as handed over. */
export function factOf(name: string, register: string, record: Row, tables: Tables): FactResult {
  const { context, own, fact } = asked(name, register, record, tables);
  return fact.evaluate(own, context, {});
}

/** Register and row of each record that the fact says it rests on. */
export function sourcesOf(name: string, register: string, record: Row, tables: Tables): readonly string[] {
  const { context, own, fact } = asked(name, register, record, tables);
  return (fact.sources?.(own, context, {}) ?? []).map((row) => `${row.register} ${row.row}`);
}
