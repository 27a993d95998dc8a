/**
 * A signed rule pack in one file, to be imported in the window.
 *
 * `node scripts/run.mjs scripts/rules-pack.ts --keys NAME` makes NAME.key (encrypted by a passphrase) and NAME.pub;
 * `node scripts/run.mjs scripts/rules-pack.ts FOLDER FILE.rulepack --key NAME.key` checks the folder with its tests and signs it.
 * The passphrase is asked for on the terminal, or read from standard input. Exit 0 written, 2 wrong arguments or an unusable pack.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readPassword } from '../src/cli/terminal/password.ts';
import { sealPack } from '../src/host/pack-file/pack-file.ts';
import { filesOfFolder } from '../src/host/pack-file/pack-folder.ts';
import { loadRulePack } from '../src/host/rule-pack.ts';

async function passphrase(): Promise<string> {
  return await readPassword('口令 / passphrase: ', process.stdin, process.stderr);
}

function fingerprint(der: Buffer): string {
  return createHash('sha256').update(der).digest('hex');
}

async function makeKeys(name: string): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const cipher = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: await passphrase() } as const;
  writeFileSync(`${name}.key`, privateKey.export(cipher), { mode: 0o600, flag: 'wx' });
  writeFileSync(`${name}.pub`, publicKey.export({ type: 'spki', format: 'pem' }), { flag: 'wx' });
  process.stdout.write(`${name}.key ${name}.pub ${fingerprint(publicKey.export({ type: 'spki', format: 'der' }))}\n`);
}

function privateKeyOf(pem: Buffer, passphrase: string): KeyObject {
  try {
    return createPrivateKey({ key: pem, passphrase });
  } catch {
    throw new Error('口令不对，或者不是私钥文件 / wrong passphrase, or no private key');
  }
}

async function makePack(folder: string, target: string, keyFile: string): Promise<void> {
  const { version, rules } = await loadRulePack(folder, { runTests: true });
  const key = privateKeyOf(readFileSync(keyFile), await passphrase());
  writeFileSync(target, sealPack(filesOfFolder(folder), key), { flag: 'wx' });
  const publisher = fingerprint(createPublicKey(key).export({ type: 'spki', format: 'der' }));
  process.stdout.write(`${target} ${version} ${rules.length} rules ${publisher}\n`);
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { keys: { type: 'string' }, key: { type: 'string' } },
  });
  const [folder, target] = positionals;
  if (values.keys !== undefined) await makeKeys(values.keys);
  else if (folder !== undefined && target !== undefined && values.key !== undefined) {
    await makePack(folder, target, values.key);
  } else throw new Error('usage: rules-pack --keys NAME | rules-pack FOLDER FILE.rulepack --key NAME.key');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
