/** Bounds within which a file is read. Everything beyond is refused with a code, never truncated. */
export interface ReadLimits {
  /** Bytes of the file itself. */
  readonly maxFileBytes: number;
  /** Bytes of all parts of a package after inflating, by what its directory declares and by what is really met. */
  readonly maxInflatedBytes: number;
  /** Inflated size over compressed size of a package, judged only above `ratioFloorBytes`. Deflate cannot exceed 1032. */
  readonly maxCompressionRatio: number;
  /** Inflated bytes below which the compression ratio is not judged. */
  readonly ratioFloorBytes: number;
  readonly maxZipEntries: number;
  /** Rows of a sheet: what the file format allows for .xlsx, a bound against absurd input for .csv. */
  readonly maxRows: number;
  readonly maxColumns: number;
  /** Bytes of XML or text of one row. */
  readonly maxRowBytes: number;
  /** Time for opening and processing one file in a worker; waiting for the consumer does not count. */
  readonly timeoutMilliseconds: number;
  /** Heap of the worker. Row data lie outside the heap and are bounded by `maxInflatedBytes`. */
  readonly maxHeapMegabytes: number;
}

const MEBIBYTE = 2 ** 20;

export const DEFAULT_LIMITS: ReadLimits = {
  maxFileBytes: 300 * MEBIBYTE,
  maxInflatedBytes: 3072 * MEBIBYTE,
  maxCompressionRatio: 200,
  ratioFloorBytes: 64 * MEBIBYTE,
  maxZipEntries: 10_000,
  maxRows: 1_048_576,
  maxColumns: 16_384,
  maxRowBytes: 32 * MEBIBYTE,
  timeoutMilliseconds: 180_000,
  maxHeapMegabytes: 1024,
};
