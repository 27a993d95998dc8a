/** The program is killed, as by a power cut, while it imports, checks and saves decisions: the file opens again, whole. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from '@playwright/test';
import type { ChannelArgs } from '../../src/contract/channels.ts';
import type {} from '../../src/renderer/app/api.ts';
import { call } from './support/call.ts';
import { createInspection, PASSWORD } from './support/inspection.ts';
import { expect, launch, newProfile, removeProfile, sampleFiles, test, type RunningApp } from './support/launch.ts';

/** Starts a job and waits for its first sign of life, or for its end. */
async function begin<Name extends 'files.import' | 'run.start'>(
  page: Page,
  name: Name,
  args: ChannelArgs<Name>,
  until: 'begun' | 'ended',
): Promise<string> {
  const heard = page.evaluate(
    (wanted) =>
      new Promise<string>((resolve) => {
        window.api.onJob(({ state }) => {
          if (wanted === 'begun' || state !== 'running') resolve(state);
        });
      }),
    until,
  );
  await call(page, name, args);
  return await heard;
}

/** Ends the program at once: nothing of it is asked, nothing is tidied up. */
async function kill({ electron }: RunningApp): Promise<void> {
  const program = electron?.process();
  const ended = new Promise((resolve) => program?.once('exit', resolve));
  program?.kill('SIGKILL');
  await ended;
}

let folder: string;
test.beforeEach(() => {
  folder = newProfile();
});
test.afterEach(() => {
  removeProfile(folder);
});

test('killed while it imports, checks and saves decisions, the program opens the file again and has lost nothing it said was saved', async ({
  runtime,
}) => {
  test.slow();
  const again = async (path: string): Promise<RunningApp> => {
    expect(existsSync(`${path}-open`)).toBe(true);
    const app = await launch(runtime, folder);
    await app.page.getByRole('button', { name: '打开检查…' }).waitFor();
    await call(app.page, 'inspection.open', { path, password: PASSWORD });
    return app;
  };
  const files = sampleFiles.slice(0, 6);
  let app = await launch(runtime, folder);
  const path = await createInspection(app, folder);
  await begin(app.page, 'files.import', { paths: [...files] }, 'begun');
  await kill(app);

  // What was read before is there whole, what was not is not there at all.
  app = await again(path);
  for (const file of await call(app.page, 'files.list', {})) {
    expect(file.error, file.name).toBeNull();
    expect(file.sheets.length, file.name).toBeGreaterThan(0);
  }
  const there = new Set((await call(app.page, 'files.list', {})).map(({ name }) => name));
  const missing = files.filter((file) => !there.has(basename(file)));
  if (missing.length > 0) expect(await begin(app.page, 'files.import', { paths: missing }, 'ended')).toBe('done');
  await begin(app.page, 'run.start', {}, 'begun');
  await kill(app);

  // A run counts whole or not at all.
  app = await again(path);
  expect(await begin(app.page, 'run.start', {}, 'ended')).toBe('done');
  const ids = await call(app.page, 'findings.ids', { filter: {}, order: {} });
  const words = { reason: '', comment: '已电话核实', assignee: null, dueDate: null };
  const decided = ids.slice(0, 5);
  for (const id of decided) await call(app.page, 'findings.decide', { ids: [id], action: 'propose', ...words });
  await kill(app);

  app = await again(path);
  expect(await call(app.page, 'findings.ids', { filter: { state: ['proposed'] }, order: {} })).toEqual(decided);
  for (const id of decided) {
    expect((await call(app.page, 'findings.get', { id })).history).toMatchObject([{ comment: '已电话核实' }]);
  }
  await app.close();
  expect(existsSync(`${path}-open`)).toBe(false);
});
