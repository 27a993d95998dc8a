/** Files from the desktop, dragged over the window and let go: as the system does it, not as a script in the page could. */
import { basename } from 'node:path';
import type { RunningApp } from './launch.ts';

export interface Dragged {
  drop(): Promise<void>;
}

/** Drags files or folders over the middle of the window. */
export async function dragFiles({ page, electron }: RunningApp, paths: readonly string[]): Promise<Dragged> {
  if (electron === null) {
    await page.evaluate(
      (known) => {
        Object.assign(window, { droppedPaths: known });
      },
      Object.fromEntries(paths.map((path) => [basename(path), path])),
    );
  }
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const send = (type: 'dragEnter' | 'dragOver' | 'drop'): Promise<unknown> =>
    session.send('Input.dispatchDragEvent', { type, x: 683, y: 384, data });
  await send('dragEnter');
  await send('dragOver');
  return {
    drop: async () => {
      await send('drop');
      await session.detach();
    },
  };
}
