import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the shipped rules. */
export const RULES_ROOT = join(dirname(dirname(fileURLToPath(import.meta.url))), 'rules');

/** Rule ids on the command line; `undefined` for all. */
export function chosenRules(): ReadonlySet<string> | undefined {
  const ids = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  return ids.length === 0 ? undefined : new Set(ids);
}
