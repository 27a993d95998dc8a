import type { WriteStream } from 'node:tty';
import { clipped, padded } from './text-width.ts';

/** Where a run stands. */
export interface Step {
  /** 读取, 判断 … */
  readonly stage: string;
  /** 0 to 1, or `null` while that cannot be said. */
  readonly done: number | null;
  readonly detail: string;
}

export interface Progress {
  show(step: Step): void;
  /** Removes the bar, so that other lines can be written. */
  clear(): void;
}

const silent: Progress = { show: () => undefined, clear: () => undefined };

/** A bar on a terminal, a line every few seconds elsewhere, nothing when quiet. */
export function createProgress(stream: WriteStream, quiet: boolean): Progress {
  if (quiet) return silent;
  return stream.isTTY ? bar(stream) : lines(stream);
}

const barWidth = 24;
const redrawMilliseconds = 80;

function bar(stream: WriteStream): Progress {
  let last = 0;
  let shown = false;
  return {
    show: ({ stage, done, detail }) => {
      const now = performance.now();
      if (shown && now - last < redrawMilliseconds && done !== 1) return;
      last = now;
      shown = true;
      const filled = done === null ? 0 : Math.round(done * barWidth);
      const percent = done === null ? '    ' : padded(`${Math.floor(done * 100)}%`, 4, 'left');
      const text = `${padded(stage, 8)} ${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${percent}  ${detail}`;
      stream.write(`\r\u001B[K${clipped(text, (stream.columns || 80) - 1)}`);
    },
    clear: () => {
      if (shown) stream.write('\r\u001B[K');
      shown = false;
    },
  };
}

const lineMilliseconds = 3000;

function lines(stream: WriteStream): Progress {
  let last = -Infinity;
  let lastStage = '';
  return {
    show: ({ stage, done, detail }) => {
      const now = performance.now();
      if (stage === lastStage && now - last < lineMilliseconds) return;
      last = now;
      lastStage = stage;
      stream.write(`${stage} ${done === null ? '' : `${Math.floor(done * 100)}% `}${detail}\n`);
    },
    clear: () => undefined,
  };
}
