import type { WorkCalendar } from '../../core/calendar/calendar.ts';
import type { LocalDate } from '../../core/calendar/local-date.ts';
import type { RegisterData } from '../../core/fact/register-set.ts';
import { createRegisterSet } from '../../core/fact/register-set.ts';
import { computeIndicators } from '../../core/indicator/compute-indicators.ts';
import type { IndicatorResult } from '../../core/indicator/indicator-result.ts';
import type { IndicatorDefinition } from '../../core/rule/indicator-format.ts';
import type { RulePack } from '../../core/rule/pack.ts';

const fenInYuan = 100;

/** What a sum is divided by for show: money stands in fen, and people read yuan. */
export function shownDivisor({ compute }: IndicatorDefinition, pack: RulePack): number {
  if (compute.kind !== 'sum' || typeof compute.numerator !== 'string') return 1;
  return pack.registers.get(compute.register)?.fields.get(compute.numerator)?.type === 'money' ? fenInYuan : 1;
}

/** Rates are rounded for show only: to 0.01 percentage points, or a tenth of a day; a rate without records is a dash. */
export function shownRate(value: number | null, unit: IndicatorDefinition['unit']): string {
  if (value === null) return '—';
  return unit === 'ratio' ? `${(Math.round(value * 10_000) / 100).toFixed(2)}%` : value.toFixed(1);
}

function smallNumberOf(tables: Readonly<Record<string, unknown>>): number {
  const table = tables['indicators'] as { readonly smallNumber?: unknown } | undefined;
  if (typeof table?.smallNumber !== 'number') throw new TypeError('rules/parameters/indicators.json is malformed');
  return table.smallNumber;
}

export interface IndicatorInput {
  readonly pack: RulePack;
  readonly calendar: WorkCalendar;
  readonly registers: readonly RegisterData[];
}

/** The indicators of an inspection, in the order of the pack: one source for the report and the window. */
export function indicatorsOf(
  { pack, calendar, registers }: IndicatorInput,
  asOf: LocalDate,
): readonly IndicatorResult[] {
  const environment = {
    asOf,
    calendar,
    registers: createRegisterSet(registers, pack.facts.derivedRegisters, asOf, calendar),
    tables: pack.tables,
    facts: pack.facts,
  };
  return computeIndicators({ environment, pack, smallNumber: smallNumberOf(pack.tables) });
}
