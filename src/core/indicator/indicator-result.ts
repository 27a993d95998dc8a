/** Counts behind a rate, for one unit or for all. */
export interface IndicatorCounts {
  /** Name of the unit; `null` for all units together. */
  readonly unit: string | null;
  readonly numerator: number;
  readonly denominator: number;
  /** Records left out, in the order of the definition's exclusions. */
  readonly excluded: readonly number[];
  /** Records that could not be placed for want of data. */
  readonly unknown: number;
  /** Unrounded; `null` where the denominator is 0: shown as a dash, never as 0 % or 100 %. */
  readonly value: number | null;
  /** Fewer records, or posts where posts are what is divided by, than the reference number: one more moves the rate a lot. */
  readonly small: boolean;
}

export interface IndicatorResult {
  readonly id: string;
  /** Registers or columns that were not handed over, so that nothing could be counted; empty otherwise. */
  readonly missing: readonly string[];
  /** All units together. */
  readonly total: IndicatorCounts;
  /** Units in order of name. */
  readonly units: readonly IndicatorCounts[];
}
