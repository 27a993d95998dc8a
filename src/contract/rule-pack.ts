import { z } from 'zod';
import { PACK_DATA, RULE_PARTS } from '../core/rule/pack-difference.ts';
import { bilingualWords } from './model.ts';

const about = {
  version: z.string(),
  /** Over all files of the pack. */
  sha256: z.string(),
  rules: z.number(),
};

/** The pack in use. */
export const usedPack = z.strictObject({
  ...about,
  /** Who signed it, and when it was imported; `null` for the pack of the program. */
  imported: z.strictObject({ publisher: z.string(), at: z.string() }).nullable(),
});

/** A pack that was looked at: what it would change. */
export const offeredPack = z.strictObject({
  ...about,
  /** SHA-256 of the publisher's public key. */
  publisher: z.string(),
  /** Whether a person has confirmed that key on this machine. */
  known: z.boolean(),
  changes: z.array(
    z.strictObject({
      id: z.string(),
      title: bilingualWords,
      before: z.string().nullable(),
      after: z.string().nullable(),
      parts: z.array(z.enum(RULE_PARTS)),
      parameters: z.array(z.strictObject({ label: bilingualWords, before: z.string(), after: z.string() })),
    }),
  ),
  data: z.array(z.enum(PACK_DATA)),
});
