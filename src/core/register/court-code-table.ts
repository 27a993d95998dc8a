import type { Bilingual } from '../language.ts';

/** 法院代字 of one court. */
export interface CourtCode {
  readonly code: string;
  readonly name: Bilingual;
  /** How well the code is attested; `uncertain` ones were never seen in a text. */
  readonly confidence: string;
  readonly note?: Bilingual;
}

/** What `rules/court-codes.json` holds; users may edit it. A code that is not in it is a warning, never an error. */
export interface CourtCodeTable {
  readonly version: string;
  /** Words with which codes begin, and the province or system they stand for. */
  readonly provinces: Readonly<Record<string, Bilingual>>;
  readonly courts: readonly CourtCode[];
}
