import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RegisterDefinition } from '../../../src/core/register/definition.ts';
import { buildRegisterIndex } from '../../../src/core/register/register-index.ts';

const folder = fileURLToPath(new URL('../../../rules/registers/', import.meta.url));

/** The register definitions as they are shipped. */
export const shippedDefinitions: readonly RegisterDefinition[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(folder + name, 'utf8')) as RegisterDefinition);

export const shippedIndex = buildRegisterIndex(shippedDefinitions);

export function shippedDefinition(id: string): RegisterDefinition {
  const definition = shippedDefinitions.find((candidate) => candidate.id === id);
  if (definition === undefined) throw new Error(`no such register: ${id}`);
  return definition;
}
