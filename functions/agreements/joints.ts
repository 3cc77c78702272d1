/* The names that agreements are known by. Nothing is imported here. */

/** Kinds of request, each with every outcome with which one may end. */
export const agreementsOutcomes = {
  /** Somebody who is not of the staff is asked to sign. */
  'agreement-signature': ['SIGN', 'REFUSE', 'ELSEWHERE', 'LAPSE', 'SUPERSEDED', 'WITHDRAWN', 'CANCELLED'],
  /** Somebody of the staff is. */
  'agreement-countersign': ['SIGN', 'REFUSE', 'LAPSE', 'SUPERSEDED', 'WITHDRAWN', 'CANCELLED'],
  /** Somebody of the staff looks at the copy of what was signed elsewhere. */
  'agreement-copy': ['ACCEPT', 'RETURN', 'LAPSE', 'SUPERSEDED', 'WITHDRAWN', 'CANCELLED'],
} as const;

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly agreements:
      | 'AgreementCopyReturned'
      | 'AgreementCopySent'
      | 'AgreementDrafted'
      | 'AgreementLapsed'
      | 'AgreementRefused'
      | 'AgreementRenewed'
      | 'AgreementSigned'
      | 'AgreementSignedElsewhere'
      | 'AgreementWithdrawn'
      | 'MeetingCancelled'
      | 'MeetingCalled'
      | 'MeetingMoved';
  }
  interface MailTemplates {
    readonly agreements: {
      readonly 'agreement-asked': { request: string; generation: string };
      readonly 'agreement-code': Record<never, string>;
      readonly 'agreement-lapsed': { agreement: string; version: string; signer: string };
      readonly 'agreement-meeting': { agreement: string; meeting: string; sequence: string; signer: string };
      readonly 'agreement-refused': { agreement: string; version: string; signer: string };
      readonly 'agreement-reminder': { requests: string[] };
      readonly 'agreement-replaced': { agreement: string; version: string; signer: string };
      readonly 'agreement-signed': { agreement: string; version: string; signer: string };
      readonly 'agreement-withdrawn': { agreement: string; version: string; signer: string };
    };
  }
  interface RequestKinds {
    readonly agreements: { [Kind in keyof typeof agreementsOutcomes]: (typeof agreementsOutcomes)[Kind][number] };
  }
  interface Roles {
    /** Who signs agreements for the institution. */
    readonly agreements: 'signatory';
  }
  interface RecipientKinds {
    /** Who signs and is not of the staff: `<agreement>/<signer>`. */
    readonly agreements: 'signer';
  }
}
