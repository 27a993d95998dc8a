import { delistingFacts } from './delisting.ts';
import type { FactDefinition } from './fact.ts';
import { postTerminationQueryFacts } from './post-termination-query.ts';
import { terminationAssetFacts } from './termination-assets.ts';
import { terminationInterviewFacts } from './termination-interview.ts';
import { terminationNoticeFacts } from './termination-notice.ts';
import { terminationQueryFacts } from './termination-query.ts';
import { terminationRestrictionFacts } from './termination-restriction.ts';
import { terminationSurveyFacts } from './termination-survey.ts';

/** Facts about the termination of the current enforcement procedure (终本), before and after it, and about listings. */
export const terminationFacts: readonly FactDefinition[] = [
  ...terminationQueryFacts,
  ...terminationRestrictionFacts,
  ...terminationAssetFacts,
  ...terminationInterviewFacts,
  ...terminationNoticeFacts,
  ...terminationSurveyFacts,
  ...postTerminationQueryFacts,
  ...delistingFacts,
];
