/* The names that lecturers are known by. Nothing is imported here. */

/** Kinds of request, each with every outcome with which one may end. */
export const lecturersOutcomes = {
  'lecturer-account': ['ENTERED', 'LAPSE', 'CANCELLED'],
  'account-check': ['CONFIRM', 'REFUSE', 'SUPERSEDED', 'CANCELLED'],
} as const;

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly lecturers:
      | 'AccountAsked'
      | 'AccountConfirmed'
      | 'AccountEntered'
      | 'AccountLapsed'
      | 'AccountRefused'
      | 'AccountReturned'
      | 'AccountStopped'
      | 'LecturerChanged'
      | 'LecturerErased'
      | 'LecturerLoaded';
  }
  interface MailTemplates {
    readonly lecturers: {
      readonly 'account-asked': { request: string; generation: string };
      readonly 'account-changed': { lecturer: string; number: string };
      readonly 'account-confirmed': { lecturer: string; number: string };
      readonly 'account-reminder': { requests: string[] };
      readonly 'account-stopped': { lecturer: string; number: string; address: string };
    };
  }
  interface RequestKinds {
    readonly lecturers: { [Kind in keyof typeof lecturersOutcomes]: (typeof lecturersOutcomes)[Kind][number] };
  }
  interface Roles {
    readonly lecturers: 'finance-officer';
  }
  interface RecipientKinds {
    /** By the id that timetables know a lecturer by. */
    readonly lecturers: 'lecturer';
  }
}
