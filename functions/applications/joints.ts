/* The names that intake is known by. Its workflow reads them too, so that nothing is imported here. */

/** Kinds of request, each with every outcome with which one may end. */
export const applicationsOutcomes = {
  'intake-decision': ['ACCEPT', 'REFUSE', 'RETURN', 'WITHDRAWN', 'CANCELLED', 'SUPERSEDED'],
  'intake-question': ['ANSWER', 'LAPSE', 'WITHDRAWN', 'CANCELLED', 'SUPERSEDED'],
} as const;

/** The steps of applicant-intake, each with every outcome on which its run goes on. */
export const intakeSteps = {
  'check-application': ['ACCEPTED', 'OFFICER', 'APPLICANT', 'REFUSED', 'WITHDRAWN', 'CANCELLED', 'SUPERSEDED'],
  'ask-officer': applicationsOutcomes['intake-decision'],
  /** Decided meanwhile, where a run comes to ask late. */
  'ask-applicant': [...applicationsOutcomes['intake-question'], 'ACCEPT', 'REFUSE'],
} as const;

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly applications:
      | 'ApplicationAccepted'
      | 'ApplicationChanged'
      | 'ApplicationRefused'
      | 'ApplicationReturned'
      | 'ApplicationStarted'
      | 'ApplicationSubmitted'
      | 'ApplicationWithdrawn'
      | 'BrowserAdmitted'
      | 'DraftSaved'
      | 'LinkMailed'
      | 'PersonErased'
      | 'PersonalDataRead'
      | 'QuestionAnswered'
      | 'QuestionLapsed'
      | 'SecondApplicationTurnedAway'
      | 'WordsErased';
  }
  interface MailTemplates {
    readonly applications: {
      readonly 'already-applied': Record<string, never>;
      readonly 'application-accepted': { version: string };
      readonly 'application-link': Record<string, never>;
      readonly 'application-received': { version: string };
      readonly 'application-refused': { version: string };
      readonly 'application-withdrawn': Record<string, never>;
      readonly 'draft-link': Record<string, never>;
      readonly 'question-answered': { version: string };
      readonly 'question-asked': { request: string; generation: string };
      readonly 'question-lapsed': { asks: string };
      readonly 'question-reminder': { requests: string[] };
    };
  }
  interface RequestKinds {
    readonly applications: { [Kind in keyof typeof applicationsOutcomes]: (typeof applicationsOutcomes)[Kind][number] };
  }
  interface Machines {
    readonly applications: 'applicant-intake';
  }
}
