import { spawnSync } from 'node:child_process';
import { argv, execPath } from 'node:process';
import { getHeapStatistics } from 'node:v8';

const BYTES_IN_MIB = 1024 ** 2;

/**
 * Runs this program again with a larger heap, where the present one is too small, and takes over its exit code.
 * @returns whether it ran again, so that nothing is left to do here
 */
export function runWithLargeHeap(mebibytes: number): boolean {
  // V8 rounds what it is asked for.
  if (getHeapStatistics().heap_size_limit >= 0.9 * mebibytes * BYTES_IN_MIB) return false;
  const { status } = spawnSync(execPath, [`--max-old-space-size=${String(mebibytes)}`, ...argv.slice(1)], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
  return true;
}
