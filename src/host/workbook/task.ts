import type { Workbook } from './workbook.ts';

/** The way from a task in the worker to its parent. */
export interface TaskChannel<Message> {
  /**
   * Hands a message (structured-clonable) to the parent.
   * @returns a promise to await before going on: it settles once few enough messages are under way (back-pressure)
   */
  send(message: Message): Promise<void>;
}

/**
 * What a task module exports as `run`: it is called in the worker with the opened workbook, and what it returns
 * (structured-clonable) is the result of `openInWorker`. A `WorkbookError` that it throws keeps its code; any other error
 * becomes `E_INTERNAL`.
 */
export type WorkbookTask<Arguments, Message, Result> = (
  workbook: Workbook,
  taskArguments: Arguments,
  channel: TaskChannel<Message>,
) => Result | Promise<Result>;

/** Any task, for type parameters. */
export type AnyWorkbookTask = (workbook: Workbook, taskArguments: never, channel: never) => unknown;

/** What a task sends. */
export type MessageOf<Task extends AnyWorkbookTask> = Task extends (
  workbook: Workbook,
  taskArguments: never,
  channel: TaskChannel<infer Message>,
) => unknown
  ? Message
  : never;
