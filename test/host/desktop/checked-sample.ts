import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import { newInspection, password, samples, TestDesktop } from './desktop.ts';

/** The sample, imported and checked through the service; made by the first file of tests that asks, copied by the others. */
async function checkedSample(): Promise<string> {
  const folder = inject('shared');
  const path = join(folder, 'checked.inspection');
  try {
    // Only one can make the folder: the others wait for what it makes.
    mkdirSync(join(folder, 'making'));
  } catch {
    while (!existsSync(path)) await wait(100);
    return path;
  }
  const desktop = new TestDesktop();
  const made = await newInspection(desktop, '示例检查');
  const names = readdirSync(samples).filter((name) => !name.endsWith('.json'));
  const paths = names.map((name) => join(samples, name));
  await desktop.finished(await desktop.call('files.import', { paths }));
  await desktop.finished(await desktop.call('run.start', {}));
  await desktop.call('inspection.close', {});
  copyFileSync(made, `${path}.half`);
  renameSync(`${path}.half`, path);
  desktop.remove();
  return path;
}

/** Opens a copy of the checked sample. */
export async function openCheckedSample(desktop: TestDesktop): Promise<void> {
  const path = join(desktop.folder, '示例检查.inspection');
  copyFileSync(await checkedSample(), path);
  await desktop.call('inspection.open', { path, password });
}
