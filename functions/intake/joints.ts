/* The names that intake is known by. Its workflow reads them too, so that nothing is imported here. */

/** Kinds of request, each with every outcome with which one may end. */
export const intakeOutcomes = {
  'intake-decision': ['ACCEPT', 'REFUSE', 'RETURN', 'WITHDRAWN', 'CANCELLED', 'SUPERSEDED'],
  'intake-question': ['ANSWER', 'LAPSE', 'WITHDRAWN', 'CANCELLED', 'SUPERSEDED'],
} as const;

/** The steps of applicant-intake, each with every outcome on which its run goes on. */
export const intakeSteps = {
  'check-application': ['ACCEPTED', 'OFFICER', 'APPLICANT', 'REFUSED', 'WITHDRAWN', 'CANCELLED', 'SUPERSEDED'],
  'ask-officer': intakeOutcomes['intake-decision'],
  /** Decided meanwhile, if a run comes to ask late. */
  'ask-applicant': [...intakeOutcomes['intake-question'], 'ACCEPT', 'REFUSE'],
} as const;

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly intake:
      | 'ApplicationAccepted'
      | 'ApplicationRefused'
      | 'ApplicationReturned'
      | 'QuestionAnswered'
      | 'QuestionLapsed';
  }
  interface RequestKinds {
    readonly intake: { [Kind in keyof typeof intakeOutcomes]: (typeof intakeOutcomes)[Kind][number] };
  }
  interface Machines {
    readonly intake: 'applicant-intake';
  }
  interface Roles {
    readonly intake: 'intake-officer';
  }
}
