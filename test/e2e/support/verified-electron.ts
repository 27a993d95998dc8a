import { findElectron } from '../../../scripts/electron/runtime.ts';

/** Names the runtime to the processes that run specs. */
const VARIABLE = 'ECC_VERIFIED_ELECTRON';

/**
 * Verifying the local copy reads all of it: once is enough for a run of specs.
 * @returns path of the executable
 * @throws NoElectronError where there is none
 */
export function verifiedElectron(): string {
  return (process.env[VARIABLE] ??= findElectron().executable);
}
