import { join } from 'node:path';
import type { WorkCalendar } from '../../core/calendar/calendar.ts';
import { calendarFromTable, mergeCalendarTables } from '../../core/calendar/calendar-table.ts';
import type { CalendarTable } from '../../core/calendar/calendar-table.ts';
import { applyProfile } from '../../core/finding/profile.ts';
import type { FieldId, RegisterId } from '../../core/register/definition.ts';
import type { PackedRule, RulePack } from '../../core/rule/pack.ts';
import { readsOfRule } from '../../core/rule/reads.ts';
import { loadCalendarTable, loadRulePack } from '../rule-pack.ts';
import { stockTailoring, type Tailoring } from './tailoring.ts';

/** A pack ready to judge, with what is asked of it again and again. */
export interface Rulebook {
  readonly stock: RulePack;
  /** As the inspection has tailored it. */
  readonly pack: RulePack;
  readonly tailoring: Tailoring;
  readonly calendar: WorkCalendar;
  /** The calendar that came with the program. */
  readonly stockCalendar: CalendarTable;
  rule(id: string): PackedRule | undefined;
  /** Active rules that read a field of a register, by field. */
  uses(register: RegisterId): ReadonlyMap<FieldId, readonly FieldUse[]>;
}

export interface FieldUse {
  readonly ruleId: string;
  /** Without a value in this field the rule cannot judge the record at all. */
  readonly required: boolean;
}

/** @throws RulePackError */
export async function loadRulebook(resources: string): Promise<Rulebook> {
  const root = join(resources, 'rules');
  return tailoredRulebook(await loadRulePack(root), loadCalendarTable(root), stockTailoring, null);
}

/**
 * @param calendar the table that was imported into the inspection, if one was
 * @throws ProfileError, CalendarTableError where what the inspection holds no longer fits the pack
 */
export function tailoredRulebook(
  stock: RulePack,
  stockCalendar: CalendarTable,
  tailoring: Tailoring,
  calendar: CalendarTable | null,
): Rulebook {
  const pack = applyProfile(stock, tailoring.profile);
  const byId = new Map(pack.rules.map((rule) => [rule.definition.id, rule]));
  let uses: ReadonlyMap<RegisterId, ReadonlyMap<FieldId, FieldUse[]>> | null = null;
  return {
    stock,
    pack,
    tailoring,
    calendar: calendarFromTable(calendar === null ? stockCalendar : mergeCalendarTables(stockCalendar, calendar)),
    stockCalendar,
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
