/** Parts of a report that may be left out. What was found, and what was not checked, always stands in it. */
export const OPTIONAL_SECTIONS = ['upcoming', 'checklist', 'indicators', 'scorecard', 'sourceRows'] as const;
export type OptionalSection = (typeof OPTIONAL_SECTIONS)[number];

/** Marks on every page. Marks of state secrets are none of them: the program may not hold any. */
export const MARKINGS = ['none', 'internal', 'workSecret'] as const;
export type Marking = (typeof MARKINGS)[number];

/** What a person chose for a report. */
export interface ReportChoice {
  readonly leftOut: readonly OptionalSection[];
  readonly marking: Marking;
  /** Units or posts that are to receive it, as they were written. */
  readonly recipients: readonly string[];
}

export const WHOLE_REPORT: ReportChoice = { leftOut: [], marking: 'none', recipients: [] };
