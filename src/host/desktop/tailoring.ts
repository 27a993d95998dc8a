import { isDeepStrictEqual } from 'node:util';
import type Database from 'better-sqlite3-multiple-ciphers';
import { z } from 'zod';
import type { Profile } from '../../core/finding/profile.ts';
import { readMeta, writeMeta } from './info.ts';

/** What an inspection does differently from the stock rules, and why. */
export interface Tailoring {
  readonly profile: Profile;
  /** Why rules are switched off. */
  readonly reasons: Readonly<Record<string, string>>;
}

export const stockTailoring: Tailoring = { profile: { name: 'inspection', rules: {} }, reasons: {} };

const scalar = z.union([z.string(), z.number(), z.boolean()]);
export const tailoringSchema = z.strictObject({
  profile: z.strictObject({
    name: z.string(),
    rules: z.record(
      z.string(),
      z.strictObject({
        enabled: z.boolean().exactOptional(),
        severity: z.enum(['critical', 'major', 'minor']).exactOptional(),
        parameters: z.record(z.string(), z.union([scalar, z.array(scalar)])).exactOptional(),
      }),
    ),
  }),
  reasons: z.record(z.string(), z.string()),
});

/** Whether both do the same to the rules; why rules are switched off does not count. */
export const isSameTailoring = (a: Tailoring, b: Tailoring): boolean =>
  isDeepStrictEqual(a.profile.rules, b.profile.rules);

export function readTailoring(database: Database.Database): Tailoring {
  const stored = readMeta(database, 'tailoring');
  return stored === undefined ? stockTailoring : tailoringSchema.parse(stored);
}

export function writeTailoring(database: Database.Database, tailoring: Tailoring): void {
  writeMeta(database, 'tailoring', tailoringSchema.parse(tailoring));
}
