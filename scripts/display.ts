import { spawnSync } from 'node:child_process';

/** Whether there is no screen to open a window on. */
export const hasNoDisplay = (): boolean =>
  process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/**
 * The environment of the program, with a locale of UTF-8 where it has none: without one, Chromium loses every path that is
 * not ASCII, and a workbook with a Chinese name could not be dropped on the window.
 */
export function environmentInUtf8(): NodeJS.ProcessEnv {
  // An empty variable is as good as none.
  const { LC_ALL, LC_CTYPE, LANG } = process.env;
  const locale = [LC_ALL, LC_CTYPE, LANG].find(Boolean) ?? '';
  return process.platform !== 'linux' || /utf-?8/i.test(locale) ? process.env : { ...process.env, LC_ALL: 'C.UTF-8' };
}

/** Runs a program to its end, on a virtual screen where there is none; says so where that cannot be had. @returns its exit status */
function runOnDisplay(command: readonly string[]): number {
  const [program = '', ...args] = hasNoDisplay()
    ? ['xvfb-run', '-a', '-s', '-screen 0 1400x900x24', ...command]
    : command;
  const run = spawnSync(program, args, { stdio: 'inherit', env: environmentInUtf8() });
  if (run.error)
    process.stderr.write('缺少 xvfb-run：请安装 xvfb 与 xauth。 xvfb-run is missing: install xvfb and xauth.\n');
  return run.status ?? 2;
}

/** Goes on where there is a screen; else runs this very program again on a virtual one, and ends with it. */
export function ensureDisplay(): void {
  if (hasNoDisplay()) process.exit(runOnDisplay([process.execPath, ...process.argv.slice(1)]));
}
