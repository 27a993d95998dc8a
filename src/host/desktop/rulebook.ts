import type { WorkCalendar } from '../../core/calendar/calendar.ts';
import { calendarFromTable, mergeCalendarTables } from '../../core/calendar/calendar-table.ts';
import { DEPARTMENT_LIMITS, type DepartmentLimitTable } from '../../core/fact/department-limit-table.ts';
import { applyProfile } from '../../core/finding/profile.ts';
import type { FieldId, RegisterId } from '../../core/register/definition.ts';
import type { PackedRule, RulePack } from '../../core/rule/pack.ts';
import { readsOfRule } from '../../core/rule/reads.ts';
import { loadCalendarTable, loadRulePack } from '../rule-pack.ts';
import { noTables, type EditableTables, type ImportedTables } from './tables/stored-tables.ts';
import { stockTailoring, type Tailoring } from './tailoring.ts';

/** A pack ready to judge, with what is asked of it again and again. */
export interface Rulebook {
  readonly stock: RulePack;
  /** As the inspection has tailored it. */
  readonly pack: RulePack;
  readonly tailoring: Tailoring;
  readonly calendar: WorkCalendar;
  /** Tables that came with the program, and those in use. */
  readonly stockTables: EditableTables;
  readonly tables: EditableTables;
  rule(id: string): PackedRule | undefined;
  /** Active rules that read a field of a register, by field. */
  uses(register: RegisterId): ReadonlyMap<FieldId, readonly FieldUse[]>;
}

export interface FieldUse {
  readonly ruleId: string;
  /** Without a value in this field the rule cannot judge the record at all. */
  readonly required: boolean;
}

/**
 * @param root folder of a rule pack
 * @param checked see `readRulePack`
 * @throws RulePackError
 */
export async function loadRulebook(root: string, checked?: string): Promise<Rulebook> {
  const stock = await loadRulePack(root, { checked });
  const stockTables: EditableTables = {
    calendar: loadCalendarTable(root),
    departmentLimits: stock.tables[DEPARTMENT_LIMITS] as DepartmentLimitTable,
    courtCodes: stock.courtCodes,
  };
  return tailoredRulebook(stock, stockTables, stockTailoring, noTables);
}

/**
 * @param imported tables that were imported into the inspection
 * @throws ProfileError, TableError where what the inspection holds no longer fits the pack
 */
export function tailoredRulebook(
  stock: RulePack,
  stockTables: EditableTables,
  tailoring: Tailoring,
  imported: ImportedTables,
): Rulebook {
  const tables: EditableTables = {
    calendar:
      imported.calendar === null ? stockTables.calendar : mergeCalendarTables(stockTables.calendar, imported.calendar),
    departmentLimits: imported.departmentLimits ?? stockTables.departmentLimits,
    courtCodes: imported.courtCodes ?? stockTables.courtCodes,
  };
  const { departmentLimits, courtCodes } = tables;
  const own = { ...stock, courtCodes, tables: { ...stock.tables, [DEPARTMENT_LIMITS]: departmentLimits } };
  const pack = applyProfile(own, tailoring.profile);
  const byId = new Map(pack.rules.map((rule) => [rule.definition.id, rule]));
  let uses: ReadonlyMap<RegisterId, ReadonlyMap<FieldId, FieldUse[]>> | null = null;
  return {
    stock,
    pack,
    tailoring,
    calendar: calendarFromTable(tables.calendar),
    stockTables,
    tables,
    rule: (id) => byId.get(id),
    uses: (register) => (uses ??= fieldUses(pack)).get(register) ?? new Map<FieldId, FieldUse[]>(),
  };
}

function fieldUses(pack: RulePack): ReadonlyMap<RegisterId, ReadonlyMap<FieldId, FieldUse[]>> {
  const uses = new Map<RegisterId, Map<FieldId, FieldUse[]>>();
  const note = (register: RegisterId, field: FieldId, use: FieldUse): void => {
    const fields = uses.get(register) ?? new Map<FieldId, FieldUse[]>();
    uses.set(register, fields);
    fields.set(field, [...(fields.get(field) ?? []), use]);
  };
  for (const { definition } of pack.rules) {
    if (definition.status !== 'active') continue;
    const reads = readsOfRule(definition, pack.facts);
    const required = new Set(definition.requires);
    for (const field of reads.fields) {
      note(definition.register, field, { ruleId: definition.id, required: required.has(field) });
    }
    for (const [register, fields] of reads.neighbours) {
      for (const field of fields) note(register, field, { ruleId: definition.id, required: false });
    }
  }
  return uses;
}
