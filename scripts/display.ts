import { spawnSync } from 'node:child_process';

/** Whether there is no screen to open a window on. */
export const hasNoDisplay = (): boolean =>
  process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/** Runs a program to its end, on a virtual screen where there is none; says so where that cannot be had. @returns its exit status */
export function runOnDisplay(command: readonly string[]): number {
  const [program = '', ...args] = hasNoDisplay()
    ? ['xvfb-run', '-a', '-s', '-screen 0 1400x900x24', ...command]
    : command;
  const run = spawnSync(program, args, { stdio: 'inherit' });
  if (run.error)
    process.stderr.write('缺少 xvfb-run：请安装 xvfb 与 xauth。 xvfb-run is missing: install xvfb and xauth.\n');
  return run.status ?? 2;
}

/** Goes on where there is a screen; else runs this very program again on a virtual one, and ends with it. */
export function ensureDisplay(): void {
  if (hasNoDisplay()) process.exit(runOnDisplay([process.execPath, ...process.argv.slice(1)]));
}
