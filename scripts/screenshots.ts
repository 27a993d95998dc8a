/**
 * Pictures of every screen in light, dark and 150 %, in Chinese and English, with the sample inspection: for people to look at.
 * Run: node scripts/run.mjs scripts/screenshots.ts [folder] [electron|chromium]
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {} from '../src/renderer/app/api.ts';
import type { Settings } from '../src/contract/model.ts';
import { createInspection, importFiles, runCheck } from '../test/e2e/support/inspection.ts';
import { launch } from '../test/e2e/support/launch.ts';

const folder = process.argv[2] ?? 'out/screenshots';
const runtime = process.argv[3] === 'chromium' ? 'chromium' : 'electron';
const rail = ['workbench', 'import', 'source', 'statistics', 'rules', 'log', 'settings', 'help'] as const;
const steps = ['import', 'map', 'validate', 'run', 'review', 'report'] as const;

const looks: readonly (readonly [name: string, settings: Partial<Settings>])[] = (['zh', 'en'] as const).flatMap(
  (language) => [
    [`light-${language}`, { language, theme: 'light', fontSizePercent: 100 }] as const,
    [`dark-${language}`, { language, theme: 'dark', fontSizePercent: 100 }] as const,
    [`large-${language}`, { language, theme: 'light', fontSizePercent: 150 }] as const,
  ],
);

mkdirSync(folder, { recursive: true });
const userData = mkdtempSync(join(tmpdir(), 'ecc-shots-'));
const app = await launch(runtime, userData);
const { page } = app;
try {
  await createInspection(app, userData);
  await importFiles(app);
  await runCheck(app);
  for (const [look, settings] of looks) {
    await page.evaluate((change) => window.api.invoke('settings.set', change), settings);
    // The page reads its settings when it starts.
    await page.reload();
    await page.locator('.rail-item').first().waitFor();
    const shoot = async (name: string): Promise<void> => {
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(700);
      await page.screenshot({ path: join(folder, `${look}-${name}.png`), animations: 'disabled' });
    };
    for (const [index, name] of rail.entries()) {
      await page.locator('.rail-item').nth(index).click();
      await shoot(name);
    }
    await page.locator('.rail-item').nth(1).click();
    for (const [index, name] of steps.entries()) {
      await page.locator('.step').nth(index).click();
      await shoot(name);
    }
  }
} finally {
  await app.close();
  rmSync(userData, { recursive: true, force: true });
}
process.stdout.write(`${folder}\n`);
