import type { RegisterRecord } from '../src/core/register/record.ts';
import { CompiledRule } from '../src/core/rule/compile.ts';
import type { SharedFacts } from '../src/core/rule/context.ts';
import type { RulePack } from '../src/core/rule/pack.ts';
import { ReferenceRule } from '../src/core/rule/reference.ts';

/** Microseconds of this thread's CPU for one record judged by all rules of its register, slice by slice. */
export interface Slices {
  readonly closures: readonly number[];
  readonly reference: readonly number[];
}

/** Alternating slices: whatever else the machine does meets both engines. */
const SLICES = 5;
const CPU_MICROSECONDS_A_SLICE = 40_000;

/** CPU of the thread, not time on the clock: what other processes take does not count, nor do helper threads of V8. */
export function cpuMicroseconds(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

async function slice(records: number, pass: () => void | Promise<void>): Promise<number> {
  const start = cpuMicroseconds();
  let passes = 0;
  do {
    await pass();
    passes += 1;
  } while (cpuMicroseconds() - start < CPU_MICROSECONDS_A_SLICE);
  return (cpuMicroseconds() - start) / passes / records;
}

/** Every so manieth record, so that a sample has the kinds of the whole. */
export function sampleOf(records: readonly RegisterRecord[], size: number): readonly RegisterRecord[] {
  const step = Math.max(1, Math.floor(records.length / size));
  return records.filter((_record, index) => index % step === 0);
}

/**
 * Judges records by all rules in both engines, in alternation, after a slice of each that warms indexes, caches and
 * compiled code up.
 * @throws where the two engines differ on a record of the sample
 */
export async function measureBoth(
  rules: RulePack['rules'],
  records: readonly RegisterRecord[],
  sampleSize: number,
  shared: SharedFacts,
): Promise<Slices> {
  const compiled = rules.map(({ definition }) => new CompiledRule(definition, shared));
  const engines = rules.map(({ definition }) => new ReferenceRule(definition, shared));
  const sample = sampleOf(records, sampleSize);
  for (const record of sample) {
    for (const [index, engine] of engines.entries()) {
      const expected = (await engine.judge(record)).outcome;
      const found = compiled[index]?.judge(record).outcome;
      if (found !== expected)
        throw new Error(`${engine.definition.id}: closures ${String(found)}, reference ${expected}`);
    }
  }
  const closuresPass = () => {
    for (const record of records) for (const rule of compiled) rule.judge(record);
  };
  const referencePass = async () => {
    for (const record of sample) for (const rule of engines) await rule.judge(record);
  };
  // A slice of each that does not count: indexes are built, and V8 compiles what runs often.
  await slice(records.length, closuresPass);
  await slice(sample.length, referencePass);
  const closures: number[] = [];
  const reference: number[] = [];
  for (let round = 0; round < SLICES; round += 1) {
    closures.push(await slice(records.length, closuresPass));
    reference.push(await slice(sample.length, referencePass));
  }
  return { closures, reference };
}
