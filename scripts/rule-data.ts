import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { isDay } from '../src/core/calendar/day-number.ts';
import type { LocalDate } from '../src/core/calendar/local-date.ts';
import type { RegisterData } from '../src/core/fact/register-set.ts';
import type { RulePack } from '../src/core/rule/pack.ts';
import { readPassword } from '../src/cli/terminal/password.ts';
import { findFiles } from '../src/host/import/find-files.ts';
import { importFiles } from '../src/host/import/import-files.ts';
import { loadRegisters } from '../src/host/import/stored-registers.ts';
import { createTemporaryInspection, openInspection } from '../src/host/inspection/inspection-file.ts';
import { RULES_ROOT } from './rules-root.ts';

const SAMPLE = join(dirname(RULES_ROOT), 'samples', 'inspection');
const sampleSchema = z.object({ asOf: z.string().refine(isDay) });

/** What rule tools judge: workbooks and folders of them, or inspections; the shipped sample when nothing is named. */
export interface RuleData {
  readonly paths: readonly string[];
  /** 检查基准日 */
  readonly asOf: LocalDate;
}

/** @throws when the day is none, or data is named without a day: two runs must say the same */
export function ruleData(paths: readonly string[], asOf: string | undefined): RuleData {
  if (asOf !== undefined && !isDay(asOf)) throw new Error(`--as-of ${asOf}: not a day (YYYY-MM-DD)`);
  if (paths.length > 0) {
    if (asOf === undefined) throw new Error('--as-of YYYY-MM-DD is needed with data of your own');
    return { paths, asOf };
  }
  const sample = sampleSchema.parse(JSON.parse(readFileSync(join(SAMPLE, 'sample.json'), 'utf8')));
  return { paths: [SAMPLE], asOf: asOf ?? sample.asOf };
}

/**
 * Reads the data as an audit does, with the registers of a pack. An inspection gives the records that it keeps.
 * @throws when a file cannot be read: a tool that compares must not leave out silently
 */
export async function readRegisters({ paths }: RuleData, pack: RulePack): Promise<readonly RegisterData[]> {
  const [first] = paths;
  if (first?.endsWith('.inspection') === true) return readInspection(first);
  const inspection = createTemporaryInspection();
  try {
    const { files } = findFiles(paths);
    const { registerDefinitions: registers, courtCodes } = pack;
    const imported = await importFiles(inspection, files, { registers, courtCodes, mapping: null });
    const failed = imported.flatMap(({ name, failure }) => (failure === null ? [] : [`${name}: ${failure.code}`]));
    if (failed.length > 0) throw new Error(failed.join('\n'));
    return loadRegisters(inspection);
  } finally {
    inspection.close();
  }
}

async function readInspection(path: string): Promise<readonly RegisterData[]> {
  const password = await readPassword('口令 / password: ', process.stdin, process.stderr);
  const inspection = await openInspection(path, password);
  try {
    return loadRegisters(inspection);
  } finally {
    inspection.close();
  }
}
