import type { RegisterId } from '../register/definition.ts';
import type { DerivedRegister, FactDefinition } from './fact.ts';
import { caseNodeFacts } from './case-node.ts';
import { caseNoticeFacts } from './case-notices.ts';
import { accountOutflowFacts } from './account-outflow.ts';
import { assistanceLimitFacts } from './assistance-limit.ts';
import { assistanceFacts } from './assistance.ts';
import { assistanceRefusalFacts } from './assistance-refusal.ts';
import { consistentDateFacts } from './consistent-date.ts';
import { creditAssessmentFacts, creditAssessmentRegisters } from './credit-assessment.ts';
import { creditCheckFacts } from './credit-check.ts';
import { criminalSeizureFacts } from './criminal-seizure.ts';
import { criminalTrialFacts } from './criminal-trial.ts';
import { coerciveMeasureFacts } from './coercive-measure.ts';
import { custodyFacts } from './custody.ts';
import { deferralFacts } from './deferral.ts';
import { disposalHandoverFacts } from './disposal-handover.ts';
import { disclosureFacts } from './disclosure.ts';
import { entrustedSeizureFacts } from './entrusted-seizure.ts';
import { equityFacts } from './equity.ts';
import { executionTermFacts } from './execution-term.ts';
import { exitBanFacts } from './exit-ban.ts';
import { agentConflictFacts } from './agent-conflict.ts';
import { conflictOfInterestFacts } from './conflict-of-interest.ts';
import { counterpartFacts } from './counterpart.ts';
import { COUNT_FACTS } from './generic/counts.ts';
import { DEADLINE_FACTS } from './generic/deadlines.ts';
import { VALUE_FACTS } from './generic/values.ts';
import { foundPropertyFacts } from './found-property.ts';
import { improperListingFacts } from './improper-listing.ts';
import { filingSupervisionFacts } from './filing-supervision.ts';
import { interferenceFacts, interferenceRegisters } from './interference.ts';
import { decisionElementFacts } from './decision-elements.ts';
import { locateFacts } from './locate.ts';
import { listingEndedFacts } from './listing-ended.ts';
import { listingMatchFacts } from './listing-match.ts';
import { listingRestrictionFacts } from './listing-restriction.ts';
import { listingTermFacts } from './listing-term.ts';
import { layEnforcerFacts } from './lay-enforcer.ts';
import { networkQueryFacts } from './network-query.ts';
import { nonProsecutionFacts } from './non-prosecution.ts';
import { officerListingFacts } from './officer-listing.ts';
import { judicialSuggestionFacts } from './judicial-suggestion.ts';
import { normativeDocumentFacts } from './normative-document.ts';
import { objectionFacts } from './objection.ts';
import { partyRemedyFacts } from './party-remedy.ts';
import { propertyFacts } from './property.ts';
import { payeeFacts } from './payee.ts';
import { petitionFacts } from './petition.ts';
import { proceedsFacts } from './proceeds.ts';
import { prosecutionReviewFacts } from './prosecution-review.ts';
import { propertySurveyFacts } from './property-survey.ts';
import { publicDebtFacts } from './public-debt.ts';
import { publicDebtorFacts } from './public-debtor.ts';
import { auctionKindFacts } from './auction-kind.ts';
import { barredBuyerFacts } from './barred-buyer.ts';
import { refusalConsequenceFacts } from './refusal-consequence.ts';
import { referralMaterialFacts } from './referral-materials.ts';
import { refusalFacts } from './refusal.ts';
import { reportRefusalFacts } from './report-refusal.ts';
import { restrictionReleaseFacts } from './restriction-release.ts';
import { restrictedSeatFacts } from './restricted-seat.ts';
import { reliefFacts } from './relief.ts';
import { sanctionBasisFacts } from './sanction-basis.ts';
import { sanctionFacts } from './sanction.ts';
import { seizureOverClaimFacts } from './seizure-over-claim.ts';
import { seizureReleaseFacts } from './seizure-release.ts';
import { seizureTermFacts } from './seizure-term.ts';
import { seizureFacts } from './seizure.ts';
import { qualifiedPostFacts } from './qualified-post.ts';
import { staffingFacts, staffingRegisters } from './staffing.ts';
import { supervisedMatterFacts } from './supervised-matter.ts';
import { auditRequestFacts } from './audit-request.ts';
import { stayTermFacts } from './stay-term.ts';
import { termRecordFacts } from './term-record.ts';
import { terminationFacts } from './termination.ts';
import { tradingFacts } from './trading.ts';
import { yearlyPlanFacts, yearlyPlanRegisters } from './yearly-plan.ts';
import { trialLinkFacts } from './trial-link.ts';
import { vesselArrestFacts } from './vessel-arrest.ts';
import { unidentifiedReceiptFacts } from './unidentified-receipt.ts';
import { urgePetitionFacts } from './urge-petition.ts';

/** All facts and derived registers that rules may use. Fields of registers need no entry. */
export interface FactRegistry {
  /** A fact by name, as seen from a register: its own before the generic ones. */
  find(name: string, register: RegisterId): FactDefinition | undefined;
  readonly facts: readonly FactDefinition[];
  readonly derivedRegisters: readonly DerivedRegister[];
}

/** @throws when two facts of one register, or two registers, have the same name: a mistake of the program */
export function createFactRegistry(
  facts: readonly FactDefinition[],
  derivedRegisters: readonly DerivedRegister[],
): FactRegistry {
  const byRegister = new Map<string, Map<string, FactDefinition>>();
  for (const fact of facts) {
    const own = byRegister.get(fact.register) ?? new Map<string, FactDefinition>();
    if (own.has(fact.name)) throw new Error(`fact defined twice: ${fact.register}.${fact.name}`);
    own.set(fact.name, fact);
    byRegister.set(fact.register, own);
  }
  const generic = byRegister.get('any');
  return {
    find: (name, register) => byRegister.get(register)?.get(name) ?? generic?.get(name),
    facts,
    derivedRegisters,
  };
}

export const GENERIC_FACTS: readonly FactDefinition[] = [...VALUE_FACTS, ...DEADLINE_FACTS, ...COUNT_FACTS];

/** Facts and derived registers by topic; each topic file exports its arrays and is listed here. */
const TOPIC_FACTS: readonly (readonly FactDefinition[])[] = [
  caseNodeFacts,
  caseNoticeFacts,
  accountOutflowFacts,
  assistanceFacts,
  assistanceRefusalFacts,
  assistanceLimitFacts,
  consistentDateFacts,
  creditAssessmentFacts,
  creditCheckFacts,
  qualifiedPostFacts,
  criminalSeizureFacts,
  criminalTrialFacts,
  coerciveMeasureFacts,
  custodyFacts,
  deferralFacts,
  disposalHandoverFacts,
  disclosureFacts,
  entrustedSeizureFacts,
  equityFacts,
  agentConflictFacts,
  conflictOfInterestFacts,
  counterpartFacts,
  executionTermFacts,
  exitBanFacts,
  filingSupervisionFacts,
  foundPropertyFacts,
  improperListingFacts,
  interferenceFacts,
  decisionElementFacts,
  locateFacts,
  listingEndedFacts,
  listingMatchFacts,
  listingRestrictionFacts,
  listingTermFacts,
  layEnforcerFacts,
  networkQueryFacts,
  nonProsecutionFacts,
  officerListingFacts,
  judicialSuggestionFacts,
  normativeDocumentFacts,
  objectionFacts,
  partyRemedyFacts,
  propertyFacts,
  payeeFacts,
  petitionFacts,
  proceedsFacts,
  prosecutionReviewFacts,
  propertySurveyFacts,
  publicDebtFacts,
  publicDebtorFacts,
  auctionKindFacts,
  barredBuyerFacts,
  refusalConsequenceFacts,
  referralMaterialFacts,
  refusalFacts,
  restrictedSeatFacts,
  reportRefusalFacts,
  restrictionReleaseFacts,
  reliefFacts,
  sanctionBasisFacts,
  sanctionFacts,
  seizureOverClaimFacts,
  seizureReleaseFacts,
  seizureTermFacts,
  seizureFacts,
  staffingFacts,
  supervisedMatterFacts,
  auditRequestFacts,
  stayTermFacts,
  termRecordFacts,
  terminationFacts,
  tradingFacts,
  yearlyPlanFacts,
  trialLinkFacts,
  vesselArrestFacts,
  unidentifiedReceiptFacts,
  urgePetitionFacts,
];
const TOPIC_REGISTERS: readonly (readonly DerivedRegister[])[] = [
  interferenceRegisters,
  staffingRegisters,
  yearlyPlanRegisters,
  creditAssessmentRegisters,
];

export const factRegistry: FactRegistry = createFactRegistry(
  [...GENERIC_FACTS, ...TOPIC_FACTS.flat()],
  TOPIC_REGISTERS.flat(),
);
