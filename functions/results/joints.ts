/* The names that reconsiderations of a result are known by. Nothing is imported here. */

/** Kinds of request, each with every outcome with which one may end. */
export const resultsOutcomes = { 'look-again': ['REFUSE', 'GRANT', 'WITHDRAWN', 'CANCELLED'] } as const;

declare module '../shared/names.ts' {
  interface EventTypes {
    readonly results: 'LookAgainAsked' | 'LookAgainGranted' | 'LookAgainRefused';
  }
  interface MailTemplates {
    readonly results: {
      readonly 'look-again-granted': { request: string };
      readonly 'look-again-received': { request: string };
      readonly 'look-again-refused': { request: string };
    };
  }
  interface RequestKinds {
    readonly results: { [Kind in keyof typeof resultsOutcomes]: (typeof resultsOutcomes)[Kind][number] };
  }
}
