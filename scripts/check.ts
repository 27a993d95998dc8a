/**
 * `npm run check`: types, lint, format, dependency law, unused code, rules. Runs all, as many at a time as there are
 * processors; reports all; fails if one failed.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** The longest first, so that none is left over at the end. */
const steps: readonly (readonly [name: string, ...command: string[]])[] = [
  ['lint', '--bin', 'oxlint'],
  ['format', '--bin', 'prettier', '--check', '.', '--log-level', 'warn'],
  ['types', '--bin', 'tsc'],
  ['types of the window', '--bin', 'tsc', '-p', 'src/renderer/tsconfig.json'],
  ['unused code', '--bin', 'knip'],
  ['dependency law', '--bin', 'depcruise', 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
  ['rules', 'scripts/rules-lint.ts'],
];

/** @returns what it said, once it has ended, and whether all was well */
function run(command: readonly string[]): Promise<{ ok: boolean; said: string }> {
  return new Promise((resolve) => {
    const step = spawn(process.execPath, ['scripts/run.mjs', ...command], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    for (const stream of [step.stdout, step.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
    step.once('error', (error) => {
      resolve({ ok: false, said: `${error.message}\n` });
    });
    step.once('close', (status) => {
      resolve({ ok: status === 0, said: Buffer.concat(said).toString('utf8') });
    });
  });
}

const waiting = [...steps];
const failed: string[] = [];
async function work(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const [name, ...command] = step;
    const started = performance.now();
    const { ok, said } = await run(command);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`${said}${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
    if (!ok) failed.push(name);
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
process.exit(failed.length === 0 ? 0 : 1);
