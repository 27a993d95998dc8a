import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { corrupt, WorkbookError } from './error-codes.ts';
import type { ReadLimits } from './limits.ts';

/** Deflate cannot expand a byte to more than this. */
const MOST_DEFLATE_RATIO = 1032;
const SMALL_PART_BYTES = 2 ** 20;
const PIECE_BYTES = 2 ** 18;

interface PackagePart {
  readonly name: string;
  readonly compressed: Buffer;
  readonly method: number;
  readonly sizeBytes: number;
  readonly crc32: number;
}

/**
 * The parts of a zip package, after the checks that its directory allows. Nothing is written to disk, so a part's name is
 * only ever a key: `../` in it does no harm. Sizes and checksums are verified when a part is read.
 */
export class ZipPackage {
  readonly #parts: ReadonlyMap<string, PackagePart>;

  private constructor(parts: ReadonlyMap<string, PackagePart>) {
    this.#parts = parts;
  }

  /** @throws WorkbookError `E_CORRUPT`, `E_ENCRYPTED`, `E_ZIP_BOMB`, `E_TOO_LARGE` */
  static async open(bytes: Buffer, limits: ReadLimits): Promise<ZipPackage> {
    let zip: ZipFile;
    const parts = new Map<string, PackagePart>();
    let inflatedBytes = 0;
    let compressedBytes = 0;
    try {
      zip = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false });
      if (zip.entryCount > limits.maxZipEntries) {
        const { maxZipEntries } = limits;
        throw new WorkbookError({
          code: 'E_TOO_LARGE',
          part: 'zipEntries',
          actual: zip.entryCount,
          limit: maxZipEntries,
        });
      }
      for await (const entry of zip.eachEntry()) {
        inflatedBytes += entry.uncompressedSize;
        compressedBytes += entry.compressedSize;
        const part = await locate(zip, entry, bytes);
        if (part.name.endsWith('/')) continue;
        const key = part.name.toLowerCase();
        // Programs differ in which of two they read: what was audited would not be what a person sees.
        if (parts.has(key)) throw corrupt(`package part ${part.name} occurs twice`);
        parts.set(key, part);
      }
    } catch (error) {
      throw error instanceof WorkbookError ? error : corrupt(`zip directory: ${messageOf(error)}`, error);
    }
    refuseBomb(inflatedBytes, compressedBytes, bytes.length, limits);
    return new ZipPackage(parts);
  }

  get names(): readonly string[] {
    return [...this.#parts.values()].map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.#parts.has(name.toLowerCase());
  }

  /** Size of a part after inflating, as declared; 0 for a part that does not exist. */
  sizeOf(name: string): number {
    return this.#parts.get(name.toLowerCase())?.sizeBytes ?? 0;
  }

  /** A part as a whole. @throws WorkbookError `E_CORRUPT` where it is missing or its size or checksum is wrong */
  async read(name: string): Promise<Buffer> {
    const part = this.#part(name);
    if (part.method === 0 || part.sizeBytes <= SMALL_PART_BYTES) return readAtOnce(part);
    const whole = Buffer.allocUnsafeSlow(part.sizeBytes);
    let position = 0;
    for await (const piece of inflated(part)) position += piece.copy(whole, position);
    return whole;
  }

  /** A part piece by piece; inflating runs beside the consumer. Errors as with `read`. */
  stream(name: string): AsyncIterable<Buffer> {
    return inflated(this.#part(name));
  }

  /** Inflates a part and keeps nothing. Errors as with `read`. */
  async verify(name: string): Promise<void> {
    const pieces = this.stream(name)[Symbol.asyncIterator]();
    while ((await pieces.next()).done !== true);
  }

  #part(name: string): PackagePart {
    const part = this.#parts.get(name.toLowerCase());
    if (!part) throw corrupt(`package part ${name} is missing`);
    return part;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function locate(zip: ZipFile, entry: Entry, bytes: Buffer): Promise<PackagePart> {
  const name = entry.fileNameRaw.toString('utf8').replaceAll('\\', '/').replace(/^\/+/, '');
  if ((entry.generalPurposeBitFlag & 1) === 1) throw new WorkbookError({ code: 'E_ENCRYPTED' });
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw corrupt(`package part ${name} uses compression method ${entry.compressionMethod}`);
  }
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const end = fileDataStart + entry.compressedSize;
  if (end > bytes.length) throw corrupt(`package part ${name} is cut off`);
  return {
    name,
    compressed: bytes.subarray(fileDataStart, end),
    method: entry.compressionMethod,
    sizeBytes: entry.uncompressedSize,
    crc32: entry.crc32,
  };
}

function refuseBomb(inflatedBytes: number, compressedBytes: number, fileBytes: number, limits: ReadLimits): void {
  if (compressedBytes > fileBytes) throw new WorkbookError({ code: 'E_ZIP_BOMB', detail: 'overlapping parts' });
  const ratio = inflatedBytes / Math.max(1, compressedBytes);
  if (inflatedBytes > limits.ratioFloorBytes && ratio > limits.maxCompressionRatio) {
    throw new WorkbookError({ code: 'E_ZIP_BOMB', detail: `1:${Math.round(ratio)}` });
  }
  if (inflatedBytes > limits.maxInflatedBytes) {
    const limit = limits.maxInflatedBytes;
    throw new WorkbookError({ code: 'E_TOO_LARGE', part: 'inflatedBytes', actual: inflatedBytes, limit });
  }
}

function readAtOnce(part: PackagePart): Buffer {
  refuseImpossibleSize(part);
  let whole = part.compressed;
  if (part.method === 8) {
    try {
      whole = inflateRawSync(part.compressed, { maxOutputLength: Math.max(1, part.sizeBytes) });
    } catch (error) {
      throw corrupt(`package part ${part.name}: ${messageOf(error)}`, error);
    }
  }
  verify(part, whole.length, crc32(whole));
  return whole;
}

async function* inflated(part: PackagePart): AsyncGenerator<Buffer, void, undefined> {
  if (part.method === 0) {
    yield readAtOnce(part);
    return;
  }
  refuseImpossibleSize(part);
  const inflate = createInflateRaw({ chunkSize: PIECE_BYTES });
  inflate.end(part.compressed);
  let size = 0;
  let checksum = 0;
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > part.sizeBytes) break;
      checksum = crc32(piece, checksum);
      yield piece;
    }
  } catch (error) {
    // Only zlib's own errors: what the consumer throws never comes through here.
    throw corrupt(`package part ${part.name}: ${messageOf(error)}`, error);
  } finally {
    inflate.destroy();
  }
  verify(part, size, checksum);
}

function refuseImpossibleSize(part: PackagePart): void {
  if (part.method === 8 && part.sizeBytes > (part.compressed.length + 16) * MOST_DEFLATE_RATIO) {
    throw corrupt(`package part ${part.name} declares a size that cannot be`);
  }
}

function verify(part: PackagePart, sizeBytes: number, checksum: number): void {
  if (sizeBytes !== part.sizeBytes) throw corrupt(`package part ${part.name} is not as long as declared`);
  if (checksum !== part.crc32) throw corrupt(`package part ${part.name} fails its checksum`);
}
