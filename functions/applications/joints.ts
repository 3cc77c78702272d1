/* The names that applications are known by. Nothing is imported here. */

export {};

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly applications:
      | 'AddressProved'
      | 'ApplicationChanged'
      | 'ApplicationStarted'
      | 'ApplicationStartedWithHelp'
      | 'ApplicationSubmitted'
      | 'ApplicationWithdrawn'
      | 'DraftSaved'
      | 'LinkMailed'
      | 'PersonErased'
      | 'PersonalDataRead'
      | 'SessionEnded'
      | 'SignedOutElsewhere'
      | 'WordsErased';
  }
  interface MailTemplates {
    readonly applications: {
      readonly 'address-changed': Record<string, never>;
      readonly 'address-code': Record<string, never>;
      readonly 'application-accepted': { version: string };
      readonly 'application-received': { version: string };
      readonly 'application-received-and-accepted': { version: string };
      readonly 'application-refused': { version: string };
      readonly 'application-withdrawn': Record<string, never>;
      readonly 'draft-link': Record<string, never>;
      readonly 'question-answered': { version: string };
      readonly 'question-asked': { request: string; generation: string };
      readonly 'question-lapsed': { asks: string };
      readonly 'question-reminder': { requests: string[] };
    };
  }
  interface RecipientKinds {
    /** By the reference of the application. */
    readonly applications: 'applicant';
  }
}
