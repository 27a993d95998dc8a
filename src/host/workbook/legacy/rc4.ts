/** @returns the first bytes of the RC4 stream of a key; OpenSSL has it no more, old workbooks still do */
export function keyStream(key: Buffer, length: number): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number): number => state[index & 255] ?? 0;
  const swap = (one: number, other: number): void => {
    const kept = at(one);
    state[one] = at(other);
    state[other] = kept;
  };
  for (let index = 0, other = 0; index < 256; index += 1) {
    other = (other + at(index) + (key[index % key.length] ?? 0)) & 255;
    swap(index, other);
  }
  const stream = Buffer.alloc(length);
  for (let index = 0, one = 0, other = 0; index < length; index += 1) {
    one = (one + 1) & 255;
    other = (other + at(one)) & 255;
    swap(one, other);
    stream[index] = at(at(one) + at(other));
  }
  return stream;
}
