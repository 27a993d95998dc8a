/** `npm start`: builds the desktop app when its sources changed, finds an Electron, opens the window. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentInUtf8, hasNoDisplay } from './display.ts';
import { findElectron, NoElectronError } from './electron/runtime.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function fail(words: string): never {
  process.stderr.write(`${words}\n`);
  process.exit(2);
}

/** Names, sizes and times of every source file: cheap, and enough to know that a build is stale. */
function sourceState(): string {
  const hash = createHash('sha256');
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else hash.update(`${path} ${String(statSync(path).size)} ${String(statSync(path).mtimeMs)}\n`);
    }
  };
  visit(join(root, 'src'));
  hash.update(readFileSync(join(root, 'package-lock.json')));
  hash.update(readFileSync(join(root, 'electron.vite.config.ts')));
  return hash.digest('hex');
}

export function buildIfStale(): void {
  const stamp = join(root, 'out', '.source-state');
  const state = sourceState();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  process.stderr.write('正在构建界面……（Building…）\n');
  const entry = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const build = spawnSync(process.execPath, [entry, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (build.status !== 0) fail('构建失败，原因见上。Build failed; the reason stands above.');
  writeFileSync(stamp, state);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (hasNoDisplay()) {
    fail(
      '没有可用的显示器，无法打开窗口。可改用命令行检查：npm run audit -- 文件或文件夹\n' +
        'There is no display to open a window on. The command line does the same check: npm run audit -- FILE_OR_FOLDER',
    );
  }
  const asRoot = process.getuid?.() === 0;
  if (asRoot && !process.env.ECC_ALLOW_ROOT) {
    fail(
      '请不要以 root 身份运行窗口：浏览器沙箱无法启用。请换普通用户后重试；命令行检查（npm run audit）不受影响。\n' +
        '确需在测试机上以 root 打开的：设置 ECC_ALLOW_ROOT=1，窗口将不带沙箱运行，不得用于真实台账。\n' +
        'Do not run the window as root: its sandbox cannot be enabled. Use an ordinary account; npm run audit works as it is.\n' +
        'On a test machine ECC_ALLOW_ROOT=1 opens it all the same, without the sandbox: never with real registers.',
    );
  }
  buildIfStale();
  try {
    const runtime = findElectron();
    if (runtime.announcement) process.stderr.write(`${runtime.announcement}\n`);
    const args = asRoot ? ['--no-sandbox', root] : [root];
    const run = spawnSync(runtime.executable, [...args, ...process.argv.slice(2)], {
      stdio: 'inherit',
      env: environmentInUtf8(),
    });
    process.exit(run.status ?? 1);
  } catch (error) {
    if (error instanceof NoElectronError) fail(error.message);
    throw error;
  }
}
