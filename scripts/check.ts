/** `npm run check`: types, lint, format, dependency law, unused code, rules. Runs all, reports all, fails if one failed. */
import { spawnSync } from 'node:child_process';

const steps: readonly (readonly [name: string, ...command: string[]])[] = [
  ['types', '--bin', 'tsc'],
  ['types of the window', '--bin', 'tsc', '-p', 'src/renderer/tsconfig.json'],
  ['lint', '--bin', 'eslint', '.', '--max-warnings', '0'],
  ['format', '--bin', 'prettier', '--check', '.', '--log-level', 'warn'],
  ['dependency law', '--bin', 'depcruise', 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
  ['unused code', '--bin', 'knip'],
  ['rules', 'scripts/rules-lint.ts'],
];

const failed: string[] = [];
for (const [name, ...command] of steps) {
  const started = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, ['scripts/run.mjs', ...command], { stdio: 'inherit' });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)\n`);
  if (status !== 0) failed.push(name);
}
process.exit(failed.length === 0 ? 0 : 1);
