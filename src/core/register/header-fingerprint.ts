import { headerText } from './header-text.ts';

/**
 * A short name for a set of headers, the same for the same table exported again: order of columns, white space, brackets
 * and units do not count. FNV-1a over the sorted headers, 64 bits: for recognising, not for security.
 */
export function headerFingerprint(headers: readonly string[]): string {
  const keys = [...new Set(headers.map((header) => headerText(header).full))].filter((key) => key !== '').sort();
  if (keys.length === 0) return '';
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(keys.join('\n'))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
