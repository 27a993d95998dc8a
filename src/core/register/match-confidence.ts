/**
 * How sure the mapping of a column is. `high` is used as it stands; `medium` is worth a look; `low` is confirmed by a person
 * in the app, and taken as listed on the command line.
 */
export type MatchConfidence = 'high' | 'medium' | 'low';
