/* The names that onboarding is known by. Its workflow reads them too, so that nothing is imported here. */

/** Kinds of request, each with every outcome with which one may end. */
export const onboardingOutcomes = {
  /** The startup sends its documents, and says when all are there. */
  'onboarding-documents': ['SENT', 'LAPSE', 'GONE', 'SUPERSEDED'],
  /** The lab manager checks them: returned ones go back to the startup while there is time. */
  'onboarding-check': ['ACCEPTED', 'RETURNED', 'REFUSED', 'GONE', 'SUPERSEDED'],
  'space-allotment': ['ALLOTTED', 'GONE', 'SUPERSEDED'],
} as const;

/** The steps of startup-lab-onboarding, each with every outcome on which its run goes on. */
export const onboardingSteps = {
  'ask-for-documents': onboardingOutcomes['onboarding-documents'],
  'check-documents': onboardingOutcomes['onboarding-check'],
  /** Again after news of the agreement. */
  'ask-for-signatures': ['NEWS', 'SIGNED', 'NOT_SIGNED', 'GONE', 'SUPERSEDED'],
  'ask-for-space': onboardingOutcomes['space-allotment'],
  /** Again after news of the list. */
  'prepare-services': ['NEWS', 'DONE', 'GONE', 'SUPERSEDED'],
  'begin-residency': ['WAIT', 'BEGUN', 'GONE', 'SUPERSEDED'],
  'let-go': ['LET_GO', 'SUPERSEDED'],
} as const;

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly onboarding:
      | 'OnboardingDocumentsAccepted'
      | 'OnboardingDocumentsLapsed'
      | 'OnboardingDocumentsReturned'
      | 'OnboardingDocumentsSent'
      | 'OnboardingEnded'
      | 'OnboardingNews'
      | 'OnboardingSpaceAllotted'
      | 'OnboardingTakenBack'
      | 'ResidencyBegun';
  }
  interface MailTemplates {
    readonly onboarding: {
      readonly 'onboarding-documents-asked': { request: string; generation: string };
      readonly 'onboarding-documents-reminder': { requests: string[] };
      readonly 'onboarding-ended': Record<string, never>;
      readonly 'onboarding-space-allotted': Record<string, never>;
      readonly 'residency-begun': Record<string, never>;
    };
  }
  interface RequestKinds {
    readonly onboarding: { [Kind in keyof typeof onboardingOutcomes]: (typeof onboardingOutcomes)[Kind][number] };
  }
}
