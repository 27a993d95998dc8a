/**
 * Starts a program of this project on a machine where nothing has been prepared: installs what the lock file names on
 * first use (and says so), then runs the program with the Node.js that the lock file pins. Plain JavaScript without
 * dependencies, so that any Node.js from 20.19 can run it.
 *
 *   node scripts/run.mjs FILE.ts [ARG…]      run a TypeScript program of the project
 *   node scripts/run.mjs --bin NAME [ARG…]   run a tool of node_modules/.bin
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';

/** Hash of everything that decides what belongs into node_modules. */
function wantedState() {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(root, name)));
  return hash.digest('hex');
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function pinnedNode() {
  return join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
}

function installIfNeeded() {
  const stamp = join(root, 'node_modules', '.installed-lock-sha256');
  const wanted = wantedState();
  const present = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (present === wanted && existsSync(pinnedNode())) return;
  process.stderr.write(
    '首次使用：正在按锁定文件安装依赖（npm ci），约需一两分钟……\n' +
      'First use: installing what the lock file names (npm ci); this takes a minute or two…\n',
  );
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: windows,
    env: { ...process.env, npm_config_yes: 'true' },
  });
  if (npm.error || npm.status !== 0) {
    fail(
      '安装失败：npm ci 未完成（原因见上）。请确认能访问 npm 源后重试；程序与数据均未改动。\n' +
        'Installation failed: npm ci did not finish (reason above). Check that the npm registry can be reached and try again; nothing was changed.',
    );
  }
  if (!existsSync(pinnedNode())) {
    fail(
      '安装不完整：锁定版本的 Node.js 未就位，可能因为禁用了安装脚本（ignore-scripts）。请执行 npm ci --ignore-scripts=false 后重试。\n' +
        'Installation incomplete: the pinned Node.js is not in place, probably because install scripts are off (ignore-scripts). Run npm ci --ignore-scripts=false and try again.',
    );
  }
  writeFileSync(stamp, wanted);
}

installIfNeeded();

const [program, ...rest] = process.argv.slice(2);
if (!program) fail('usage: node scripts/run.mjs FILE.ts [ARG…] | --bin NAME [ARG…]');
const binPath = join(root, 'node_modules', '.bin');
const env = {
  ...process.env,
  // Linux: blocks of many megabytes in large pages. A key is derived from a password in a third of the time.
  GLIBC_TUNABLES: process.env.GLIBC_TUNABLES ?? 'glibc.malloc.hugetlb=1',
  // Every worker thread would read its TypeScript anew: a seventh of the time of an audit of many small workbooks.
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node'),
  PATH: `${dirname(pinnedNode())}${windows ? ';' : ':'}${binPath}${windows ? ';' : ':'}${process.env.PATH ?? ''}`,
};

/** The JavaScript entry of a tool, so that the pinned Node.js runs it without a shell. */
function toolEntry(name) {
  for (const owner of [name, 'typescript-native', 'dependency-cruiser']) {
    const manifest = join(root, 'node_modules', owner, 'package.json');
    if (!existsSync(manifest)) continue;
    const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
    const entry = typeof bin === 'string' ? bin : bin?.[name];
    if (entry) return join(root, 'node_modules', owner, entry);
  }
  return fail(`no such tool: ${name}`);
}

const args = program === '--bin' ? [toolEntry(rest[0]), ...rest.slice(1)] : [join(root, program), ...rest];
const run = spawnSync(pinnedNode(), args, { stdio: 'inherit', env });
if (run.error) fail(run.error.message);
process.exit(run.status ?? 1);
