/** Tasks that the tests of the worker run; `run` picks one by its name. */
import { setTimeout as sleep } from 'node:timers/promises';
import { threadId } from 'node:worker_threads';
import type { WorkbookTask } from '../../../../src/host/workbook/task.ts';

export interface TestTaskArguments {
  readonly task:
    | 'count'
    | 'send'
    | 'grow'
    | 'grow-at-once'
    | 'grow-outside'
    | 'loop'
    | 'wait'
    | 'throw'
    | 'throw-text'
    | 'exit'
    | 'uncloneable'
    | 'chatter'
    | 'thread'
    | 'thread-left-full'
    | 'thread-left-changed';
  readonly messages?: number;
}

export type TestMessage = number | (() => void);

/** What a task leaves behind in its thread. */
const left: Buffer[] = [];

export const run: WorkbookTask<TestTaskArguments, TestMessage, number | string> = async (workbook, given, channel) => {
  switch (given.task) {
    case 'count':
      return workbook.sheets.reduce((sum, sheet) => sum + [...sheet.rows()].length, 0);
    case 'send': {
      const started = performance.now();
      for (let index = 0; index < (given.messages ?? 0); index++) await channel.send(index);
      return performance.now() - started;
    }
    case 'grow': {
      const hoard: string[] = [];
      for (let index = 0; ; index++) hoard.push(`${index}${'x'.repeat(100)}`.toUpperCase());
    }
    case 'grow-at-once': {
      const numbers: number[] = [];
      for (;;) numbers[numbers.length] = numbers.length;
    }
    case 'grow-outside':
      return Buffer.alloc(2 ** 53).length;
    case 'loop':
      for (;;);
    case 'wait':
      await sleep(60_000);
      return 'late';
    case 'throw':
      throw new TypeError('a fault of the task');
    case 'throw-text':
      // oxlint-disable-next-line typescript/only-throw-error -- as the library does
      throw 'a text';
    case 'exit':
      process.exit(0);
    case 'uncloneable':
      await channel.send(() => undefined);
      return 'sent';
    case 'chatter':
      // oxlint-disable-next-line no-console -- what the test is about
      console.error('from the worker');
      return 'said';
    case 'thread':
      return threadId;
    case 'thread-left-full':
      left.push(Buffer.alloc(80 * 2 ** 20));
      return threadId;
    case 'thread-left-changed':
      Object.assign(Object.prototype, { polluted: 'by a workbook' });
      return threadId;
  }
};
