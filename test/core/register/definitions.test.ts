import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { headerText } from '../../../src/core/register/header-text.ts';
import { planSheet } from '../../../src/core/register/plan-sheet.ts';
import { buildSheet } from '../sheet/build-sheet.ts';
import { shippedDefinitions, shippedIndex } from './shipped-definitions.ts';

const schemaFile = fileURLToPath(new URL('../../../rules/register.schema.json', import.meta.url));
const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object);

describe.each(shippedDefinitions.map((definition) => ({ definition, id: definition.id })))('$id', ({ definition }) => {
  it('satisfies the schema', () => {
    validate(definition);
    expect(validate.errors).toBeNull();
  });

  it('names only fields that it has', () => {
    const ids = definition.fields.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const named = [
      ...definition.identity,
      ...definition.subject,
      ...definition.recognisedBy.flat(),
      ...definition.fields.flatMap((field) => field.span ?? []),
      ...definition.fields.flatMap((field) => field.masked ?? []),
      ...definition.fields.flatMap((field) => field.sortedBy?.columns ?? []),
      ...definition.fields.flatMap((field) => field.sortedBy?.into.map((target) => target.field) ?? []),
    ];
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('gives no header to two fields', () => {
    const owners = new Map<string, string>();
    const clashes: string[] = [];
    for (const field of definition.fields) {
      for (const header of [field.label.zh, ...field.aliases]) {
        const key = headerText(header).full;
        const owner = owners.get(key);
        if (owner !== undefined && owner !== field.id) clashes.push(`${header}: ${owner}, ${field.id}`);
        owners.set(key, field.id);
      }
    }
    expect(clashes).toEqual([]);
  });

  it('calls ambiguous only headers that it lists', () => {
    for (const field of definition.fields)
      expect([field.label.zh, ...field.aliases]).toEqual(expect.arrayContaining([...(field.ambiguous ?? [])]));
  });

  it('is recognised by its standard headers, by themselves', () => {
    const headers = definition.fields.filter(({ span }) => span === undefined).map(({ label }) => label.zh);
    const plan = planSheet(buildSheet({ rows: [headers, ['1', '2']] }), '汇总.xlsx', shippedIndex);
    expect([plan.register, plan.unmapped]).toEqual([definition.id, []]);
  });
});
