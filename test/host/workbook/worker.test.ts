import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ReadLimits } from '../../../src/host/workbook/limits.ts';
import { openInWorker } from '../../../src/host/workbook/open-in-worker.ts';
import { SpareThread } from '../../../src/host/workbook/spare-thread.ts';
import { failureOfReading } from './shown.ts';
import type { run, TestMessage, TestTaskArguments } from './tasks/worker-tasks.ts';
import { sheetXml, xlsxOf } from './zip-writer.ts';

const bytes = xlsxOf({
  sheets: [sheetXml('<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>')],
});
const taskModule = new URL('./tasks/worker-tasks.ts', import.meta.url);

function open(
  taskArguments: TestTaskArguments,
  more: {
    limits?: Partial<ReadLimits>;
    signal?: AbortSignal;
    spare?: SpareThread;
    onMessage?: (message: TestMessage) => void | Promise<void>;
  } = {},
): Promise<number | string> {
  const { onMessage = () => undefined, ...options } = more;
  const input = { bytes, fileName: '测试.xlsx' };
  return openInWorker<typeof run>({ ...options, input, taskModule, taskArguments }, onMessage);
}

describe('a workbook opened in a worker', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'workbook-worker-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('runs the task and returns its result', async () => {
    expect(await open({ task: 'count' })).toBe(2);
  });

  it('can be given as a path', async () => {
    const path = join(folder, '台账.xlsx');
    writeFileSync(path, bytes);
    const taskArguments: TestTaskArguments = { task: 'count' };
    expect(await openInWorker<typeof run>({ input: { path }, taskModule, taskArguments }, () => undefined)).toBe(2);
  });

  it('hands on every message in order, one at a time, also those still waiting when the task ends', async () => {
    const seen: TestMessage[] = [];
    let busy = 0;
    await open(
      { task: 'send', messages: 50 },
      {
        onMessage: async (message) => {
          expect(busy++).toBe(0);
          await sleep(1);
          busy--;
          seen.push(message);
        },
      },
    );
    expect(seen).toEqual(Array.from({ length: 50 }, (_, index) => index));
  });

  it('makes the task wait for a slow consumer, whose time does not count against the limit', async () => {
    const limits = { timeoutMilliseconds: 2000 };
    const elapsed = await open({ task: 'send', messages: 12 }, { limits, onMessage: () => sleep(250) });
    // At most four messages are under way: eight must have been waited for.
    expect(elapsed).toBeGreaterThan(7 * 250);
  });

  it.each([
    ['by small steps', 'grow'],
    ['by one array that doubles', 'grow-at-once'],
  ] as const)('that exhausts its heap %s ends in E_MEMORY, and the process goes on', async (_, task) => {
    const limits = { maxHeapMegabytes: 64 };
    expect(await failureOfReading(open({ task }, { limits }))).toEqual({
      code: 'E_MEMORY',
      limitMegabytes: 64,
    });
    expect(await open({ task: 'count' })).toBe(2);
  });

  it('that wants a buffer larger than there can be ends in E_MEMORY or an internal error with words', async () => {
    expect((await failureOfReading(open({ task: 'grow-outside' }))).code).toMatch(/^E_(?:MEMORY|INTERNAL)$/);
  });

  it.each(['loop', 'wait'] as const)('that never ends (%s) ends in E_TIMEOUT', async (task) => {
    const limits = { timeoutMilliseconds: 1500 };
    const failure = await failureOfReading(open({ task }, { limits }));
    expect(failure).toEqual({ code: 'E_TIMEOUT', limitMilliseconds: 1500 });
  });

  it.each([
    ['throw', 'a fault of the task'],
    ['throw-text', 'a text'],
    ['exit', 'the worker ended without a result'],
  ] as const)('whose task fails (%s) ends in E_INTERNAL', async (task, detail) => {
    expect(await failureOfReading(open({ task }))).toEqual({ code: 'E_INTERNAL', detail });
  });

  it('whose message cannot be cloned ends in E_INTERNAL', async () => {
    expect((await failureOfReading(open({ task: 'uncloneable' }))).code).toBe('E_INTERNAL');
  });

  it('keeps the code of what is wrong with the file', async () => {
    const taskArguments: TestTaskArguments = { task: 'count' };
    const input = { bytes: Buffer.from('%PDF-1.7'), fileName: '测试.xlsx' };
    const reading = openInWorker<typeof run>({ input, taskModule, taskArguments }, () => undefined);
    expect((await failureOfReading(reading)).code).toBe('E_NOT_A_WORKBOOK');
  });

  it('passes on what the consumer throws, and stops', async () => {
    const onMessage = (): never => {
      throw new RangeError('the disk is full');
    };
    await expect(open({ task: 'send', messages: 100 }, { onMessage })).rejects.toThrow(
      new RangeError('the disk is full'),
    );
  });

  it('stops when the signal says so', async () => {
    const reason = new Error('cancelled');
    const cancel = new AbortController();
    const reading = open({ task: 'loop' }, { signal: cancel.signal });
    setTimeout(() => {
      cancel.abort(reason);
    }, 300);
    await expect(reading).rejects.toBe(reason);
    await expect(open({ task: 'count' }, { signal: cancel.signal })).rejects.toBe(reason);
  });

  it('says nothing on the console of the process', async () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      expect(await open({ task: 'chatter' })).toBe('said');
      expect(write).not.toHaveBeenCalled();
    } finally {
      write.mockRestore();
    }
  });
});

describe('the thread of a workbook', () => {
  const spare = new SpareThread();
  const read = (task: TestTaskArguments['task'], limits: Partial<ReadLimits> = {}): Promise<number | string> =>
    open({ task }, { spare, limits });
  afterAll(() => spare.close());

  it('reads the next one too where all went well', async () => {
    const first = await read('thread');
    expect(await read('count')).toBe(2);
    expect(await read('thread')).toBe(first);
  });

  it.each(['thread-left-full', 'thread-left-changed'] as const)(
    'ends with one that leaves it otherwise (%s)',
    async (task) => {
      const left = await read(task);
      expect(await read('thread')).not.toBe(left);
    },
  );

  it.each([
    ['throws', 'throw'],
    ['ends it', 'exit'],
    ['cannot be read in time', 'loop'],
  ] as const)('ends with one that %s', async (_, task) => {
    const before = await read('thread');
    await failureOfReading(read(task, { timeoutMilliseconds: 1500 }));
    expect(await read('thread')).not.toBe(before);
  });

  it('is not used under other limits of its heap', async () => {
    const before = await read('thread');
    expect(await read('thread', { maxHeapMegabytes: 64 })).not.toBe(before);
  });
});
