/* The names that the committee is known by. Workflows read them too, so that nothing is imported here. */

/** Kinds of request, each with every outcome with which one may end. */
export const committeeOutcomes = {
  'committee-approval': ['APPROVE', 'RETURN', 'CONFLICT', 'SUPERSEDED', 'CANCELLED'],
} as const;

/** The step of cohort-admission that the committee does: whatever comes of it, where the round stands is read anew. */
export const committeeSteps = {
  'ask-committee': ['NEWS', 'MOVED', 'SUPERSEDED'],
} as const;

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly committee:
      | 'CommitteeAsked'
      | 'CommitteeChanged'
      | 'CommitteeMemberExcluded'
      | 'RankingApproved'
      | 'RankingDecided'
      | 'RankingReturned';
  }
  interface RequestKinds {
    readonly committee: { [Kind in keyof typeof committeeOutcomes]: (typeof committeeOutcomes)[Kind][number] };
  }
  interface Roles {
    readonly committee: 'committee';
  }
}
