/* The names that the end of a round is known by. Workflows read them too, so that nothing is imported here. */

/** The steps of cohort-admission with which a round ends, each with every outcome on which its run goes on. */
export const cohortSteps = {
  'confirm-cohort': ['MORE', 'CONFIRMED', 'MOVED'],
  'tell-cancelled': ['MORE', 'CANCELLED', 'MOVED'],
} as const;

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly cohort:
      | 'ApplicantsToldOfCancellation'
      | 'ApplicationCancelled'
      | 'CancellationTold'
      | 'CohortChanged'
      | 'CohortConfirmed'
      | 'CohortDownloaded'
      | 'CohortTold'
      | 'RoundCancelled'
      | 'StaffToldOfCancellation'
      | 'WaitlistEnded';
  }
  interface MailTemplates {
    readonly cohort: {
      readonly 'cohort-changed': { round: string };
      readonly 'cohort-confirmed': { round: string };
      readonly 'round-cancelled': Record<string, never>;
      readonly 'round-cancelled-staff': { round: string };
      readonly 'round-empty': { round: string };
      readonly 'waitlist-ended': { number?: string };
    };
  }
  interface Roles {
    readonly cohort: 'academy-manager' | 'institution';
  }
}
