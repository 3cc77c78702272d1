/* The names that claims are known by. Its workflow reads them too, so that nothing is imported here. */

/** Kinds of request, each with every outcome with which one may end. */
export const claimsOutcomes = {
  'wage-claim': ['CONFIRM', 'LAPSE', 'CANCELLED', 'SUPERSEDED'],
  'wage-manager': ['APPROVE', 'RETURN', 'REFUSE', 'CHANGED', 'CANCELLED', 'SUPERSEDED'],
  'wage-finance': ['APPROVE', 'ANOTHER', 'RETURN', 'ASK_MANAGER', 'REFUSE', 'CHANGED', 'CANCELLED', 'SUPERSEDED'],
} as const;

/** The steps of lecturer-wage-approval, each with every outcome on which its run goes on. */
export const claimsSteps = {
  /** Answered already, if a run comes to ask late. */
  'ask-lecturer': [...claimsOutcomes['wage-claim'], 'MOVED'],
  'check-claim': ['LECTURER', 'MANAGER', 'FINANCE', 'APPROVED', 'REFUSED', 'CANCELLED', 'SUPERSEDED'],
  'ask-manager': [...claimsOutcomes['wage-manager'], 'MOVED'],
  'ask-finance': [...claimsOutcomes['wage-finance'], 'MOVED'],
} as const;

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly claims:
      | 'ClaimApproved'
      | 'ClaimCancelled'
      | 'ClaimChecked'
      | 'ClaimConfirmed'
      | 'ClaimDecisionRefused'
      | 'ClaimDrafted'
      | 'ClaimExtraAdded'
      | 'ClaimExtraChanged'
      | 'ClaimGivenBack'
      | 'ClaimHeld'
      | 'ClaimLate'
      | 'ClaimPaid'
      | 'ClaimRefused'
      | 'ClaimReleased'
      | 'ClaimReturned'
      | 'ClaimTakenIntoBatch'
      | 'ClaimUndone'
      | 'ClaimUnanswered'
      | 'RepaymentAsked';
  }
  interface MailTemplates {
    readonly claims: {
      readonly 'wage-asked': { request: string; generation: string };
      readonly 'wage-reminder': { requests: string[] };
      readonly 'wage-unanswered': { claim: string };
      readonly 'wage-approved': { claim: string };
      readonly 'wage-refused': { claim: string };
      readonly 'wage-extras': { claim: string };
      readonly 'wage-late': { claim: string };
      readonly 'wage-repayment': { claim: string; correction: string };
      readonly 'wage-repayment-reminder': { claim: string; correction: string };
    };
  }
  interface RequestKinds {
    readonly claims: { [Kind in keyof typeof claimsOutcomes]: (typeof claimsOutcomes)[Kind][number] };
  }
  interface Machines {
    readonly claims: 'lecturer-wage-approval';
  }
}
