import { planSheet } from '../../../src/core/register/plan-sheet.ts';
import { readRecords } from '../../../src/core/register/read-records.ts';
import type { ReadEvent, RowAccount } from '../../../src/core/register/read-records.ts';
import type { Problem } from '../../../src/core/register/problem.ts';
import type { RegisterRecord } from '../../../src/core/register/record.ts';
import type { RejectedRow } from '../../../src/core/register/read-records.ts';
import type { SheetPlan } from '../../../src/core/register/sheet-plan.ts';
import { buildSheet } from '../sheet/build-sheet.ts';
import type { SheetParts } from '../sheet/build-sheet.ts';
import { plainParser } from './plain-parser.ts';
import { shippedDefinition, shippedIndex } from './shipped-definitions.ts';

export interface Reading {
  readonly plan: SheetPlan;
  readonly records: readonly RegisterRecord[];
  readonly problems: readonly Problem[];
  readonly rejected: readonly RejectedRow[];
  readonly account: RowAccount;
}

/** Plans a sheet and reads it to the end. */
export function readSheet(parts: SheetParts, file = '台账.xlsx'): Reading {
  const source = buildSheet(parts);
  const plan = planSheet(source, file, shippedIndex);
  if (plan.register === null) throw new Error(`not recognised: ${plan.reason.en}`);
  const reading = readRecords(source, plan, shippedDefinition(plan.register), {
    parse: plainParser,
    index: shippedIndex,
  });
  const events: ReadEvent[] = [];
  let step = reading.next();
  while (step.done !== true) {
    events.push(step.value);
    step = reading.next();
  }
  const records = events.filter((event) => event.kind === 'record');
  return {
    plan,
    records: records.map(({ record }) => record),
    problems: records.flatMap(({ problems }) => problems),
    rejected: events.filter((event) => event.kind === 'rejected').map(({ rejected }) => rejected),
    account: step.value,
  };
}
