/* The names that screening is known by. Its workflow reads them too, so that nothing is imported here. */

/** Kinds of request, each with every outcome with which one may end. */
export const screeningOutcomes = {
  review: ['SENT', 'CONFLICT', 'DECLINED', 'LAPSE', 'UNASSIGNED', 'WITHDRAWN', 'CANCELLED'],
} as const;

/** The steps of screening, each with every outcome on which its run goes on. */
export const screeningSteps = {
  'compare-reviews': ['WAIT', 'ANOTHER', 'COMPLETE', 'CANCELLED', 'SUPERSEDED'],
  'wait-for-reviewers': ['NEWS', 'SUPERSEDED'],
  'find-another-reviewer': ['ASKED', 'NOBODY', 'NOT_NEEDED', 'SUPERSEDED'],
  'close-reviews': ['REVIEWED', 'NEWS', 'CANCELLED', 'SUPERSEDED'],
} as const;

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly screening:
      | 'ConflictDeclared'
      | 'NameReported'
      | 'NobodyLeftToReview'
      | 'ReviewAmended'
      | 'ReviewDeclined'
      | 'ReviewMissed'
      | 'ReviewSaved'
      | 'ReviewSent'
      | 'ReviewUnassigned'
      | 'ReviewerAdded'
      | 'ReviewerLinkRenewed'
      | 'ReviewerSoughtAgain'
      | 'ReviewsCompared'
      | 'ReviewsDiverged'
      | 'ScreeningCancelled'
      | 'ScreeningClosedUnreviewed'
      | 'ScreeningReopened'
      | 'ScreeningReviewed';
  }
  interface MailTemplates {
    readonly screening: {
      readonly 'review-added': { review: string };
      readonly 'reviews-assigned': { round: string };
      readonly 'reviews-reminder': { round: string };
    };
  }
  interface RequestKinds {
    readonly screening: { [Kind in keyof typeof screeningOutcomes]: (typeof screeningOutcomes)[Kind][number] };
  }
  interface Machines {
    readonly screening: 'screening';
  }
  interface Roles {
    readonly screening: 'reviewer';
  }
}
