import type { Bilingual } from '../language.ts';
import type { FieldId, RegisterId } from './definition.ts';
import type { MatchConfidence } from './match-confidence.ts';

/** A column that is read, and as what. */
export interface ColumnPlan {
  /** 0-based. */
  readonly column: number;
  /** As the sheet writes it, with the captions above it (公安/接收日期). */
  readonly header: string;
  readonly field: FieldId;
  readonly confidence: MatchConfidence;
  readonly reason: Bilingual;
  /** What one unit of an amount in this column is worth in yuan: 10000 under 万元. */
  readonly multiplier: number;
}

/** A column that is not read. */
export interface UnmappedColumn {
  readonly column: number;
  readonly header: string;
  readonly reason: Bilingual;
  /** The field it would have had, where another column took it. */
  readonly wanted?: FieldId;
}

/** A register that a sheet may be. */
export interface RegisterCandidate {
  readonly register: RegisterId;
  readonly score: number;
  /** Columns whose header the register lists. */
  readonly matched: number;
}

/** How one sheet is read: which register it is, where its header stands, what each column means. */
export interface SheetPlan {
  readonly file: string;
  readonly sheet: string;
  readonly hidden: boolean;
  /** `null`: no register fits, or several fit alike; then `candidates` names them and nothing is read. */
  readonly register: RegisterId | null;
  /** Why it was recognised, or why not. */
  readonly reason: Bilingual;
  /** 1-based row right above the data; `null` where no header was found. */
  readonly headerRow: number | null;
  /** All rows of the header, ascending; more than one where captions stand over groups of columns. */
  readonly headerRows: readonly number[];
  readonly columns: readonly ColumnPlan[];
  readonly unmapped: readonly UnmappedColumn[];
  /** Best first. */
  readonly candidates: readonly RegisterCandidate[];
  /** Identifies the set of headers, for mapping templates; empty where no header was found. */
  readonly fingerprint: string;
}
