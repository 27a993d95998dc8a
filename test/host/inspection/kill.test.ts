import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { openInspection } from '../../../src/host/inspection/inspection-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'inspection-kill-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const password = '示例口令';

/** Lets a child write until it is killed. @returns number of the last write that the child was told is safe */
function writeUntilKilled(path: string, milliseconds: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('./write-forever.ts', import.meta.url)), path, password],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let acknowledged = 0;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (acknowledged === 0) setTimeout(() => child.kill('SIGKILL'), milliseconds);
      acknowledged = Number(line);
    });
    child.on('error', reject);
    child.on('close', () => {
      resolve(acknowledged);
    });
  });
}

test('no acknowledged write is lost when the program is killed, round after round', async () => {
  const path = join(folder, '测试.inspection');
  let total = 0;
  for (const milliseconds of [5, 40, 90, 150, 260]) {
    const acknowledged = await writeUntilKilled(path, milliseconds);
    expect(acknowledged).toBeGreaterThan(total);
    expect(existsSync(`${path}-open`)).toBe(true);
    const inspection = await openInspection(path, password);
    inspection.verify();
    total = Number(inspection.database.prepare<[], number>('SELECT max(row) FROM problem').pluck().get());
    inspection.close();
    expect(total).toBeGreaterThanOrEqual(acknowledged);
    expect(existsSync(`${path}-open`)).toBe(false);
  }
});
