import { z } from 'zod';

/** The files of the command line's contract, written down once more, apart from the program. Order of keys counts. */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);
const source = z.strictObject({ file: z.string(), sheet: z.string(), row: z.int().positive() });
const scalar = z.union([z.string(), z.number(), z.boolean()]);

export const findingsSchema = z.strictObject({
  schemaVersion: z.literal(1),
  asOf: day,
  rulePack: z.strictObject({ version: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/u) }),
  calendar: z.strictObject({ version: z.string(), from: day, to: day }),
  findings: z.array(
    z.strictObject({
      id: z.string().min(8),
      ruleId: z.string(),
      ruleVersion: z.string(),
      limb: z.string(),
      class: z.enum(['violation', 'overLimit', 'lead']),
      severity: z.enum(['critical', 'major', 'minor']),
      clauses: z.array(z.string()),
      party: z.string(),
      subject: z.string(),
      message: z.string(),
      source: z.array(source),
      evidence: z.array(
        z.strictObject({
          field: z.string(),
          label: z.string(),
          value: scalar.nullable(),
          cell: z
            .string()
            .regex(/^[A-Z]+\d+$/u)
            .nullable(),
        }),
      ),
      parameters: z.array(
        z.strictObject({
          name: z.string(),
          value: z.union([scalar, z.array(scalar)]),
          unit: z.string(),
          from: day,
          basis: z.string(),
        }),
      ),
    }),
  ),
  upcoming: z.array(
    z.strictObject({ ruleId: z.string(), subject: z.string(), due: day, daysLeft: z.int(), source: z.array(source) }),
  ),
  indeterminate: z.array(
    z.strictObject({
      ruleId: z.string(),
      subject: z.string(),
      source: z.array(source),
      missing: z.array(z.string()).min(1),
    }),
  ),
});

const count = z.int().nonnegative();

export const coverageSchema = z.strictObject({
  schemaVersion: z.literal(1),
  rules: z.array(
    z.strictObject({
      ruleId: z.string(),
      registers: z.array(z.string()),
      applicable: count,
      complies: count,
      excused: count,
      pending: count,
      findings: count,
      indeterminate: count,
      notApplicable: count,
      notCheckable: z
        .strictObject({
          reason: z.enum(['register-absent', 'field-absent', 'calendar-not-covered']),
          detail: z.array(z.string()),
        })
        .nullable(),
    }),
  ),
  clauses: z.array(
    z.strictObject({
      clause: z.string(),
      rules: z.array(z.string()),
      checklist: z.array(z.string()),
      state: z.enum(['checked', 'partly', 'not-checked']),
    }),
  ),
  errors: z.array(z.unknown()),
});
