import { renameSync, rmSync } from 'node:fs';
import { SealedOutputs } from './sealed-outputs.ts';

const NAME = 'output';

/**
 * Makes one file that is there whole or not at all: sealed while it is made, in plain only when it is complete.
 * @param write seals the content under the name it is given
 */
export async function writeSealedFile(
  path: string,
  signal: AbortSignal,
  write: (outputs: SealedOutputs, name: string) => Promise<void>,
): Promise<void> {
  const outputs = new SealedOutputs();
  const partial = `${path}.partial`;
  try {
    await write(outputs, NAME);
    signal.throwIfAborted();
    rmSync(partial, { force: true });
    await outputs.unseal(NAME, partial);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  } finally {
    outputs.remove();
  }
}
